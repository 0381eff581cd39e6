import type { Desk, Entry, Kind } from '../model/desk/desk.ts';
import type { Finding } from '../model/desk/finding.ts';
import type { ScoreRule } from '../model/desk/scoreRule.ts';
import { feedPlace } from '../model/desk/source.ts';
import { keyName, nearest } from './describeIssue.ts';
import { fileFault } from './fileFaults.ts';
import { place } from './placeFaults.ts';

/** What no single file shows: references to nothing, twins, paths that leave the repository, sums that are off. */
export function checkDesk(desk: Desk, folder: string): Finding[] {
  return [
    ...brokenReferences(desk, folder),
    ...parentCycles(desk, folder),
    ...twins(desk, folder),
    ...outsidePaths(desk, folder),
    ...wrongSums(desk, folder),
    ...blankTitles(desk, folder),
    ...nobodyToChooseFor(desk, folder),
  ];
}

/** Where files name other files: the kind named, and the path of the value in the header. */
type Reference = { to: Kind; name: string | undefined; at: (string | number)[] };

function* references(desk: Desk): Generator<[Entry<unknown>, Reference[]]> {
  const each = (to: Kind, names: readonly string[], key: string): Reference[] =>
    names.map((name, index) => ({ to, name, at: [key, index] }));
  const keysOf = (to: Kind, record: Record<string, unknown>, key: string): Reference[] =>
    Object.keys(record).map((name) => ({ to, name, at: [key, name] }));
  for (const entry of [...desk.topics, ...desk.audiences, ...desk.sources])
    yield [entry, entry.data.rules.flatMap(sourcesOf)];
  for (const entry of desk.sources) yield [entry, each('topics', entry.data.topics, 'topics')];
  for (const entry of desk.topics)
    yield [entry, [{ to: 'topics', name: entry.data.parent, at: ['parent'] }]];
  for (const entry of desk.audiences)
    yield [entry, keysOf('topics', entry.data.interests, 'interests')];
  for (const entry of desk.channels)
    yield [entry, [{ to: 'audiences', name: entry.data.audience, at: ['audience'] }]];
  for (const entry of desk.campaigns)
    yield [entry, each('channels', entry.data.channels, 'channels')];
  for (const entry of [...desk.candidates, ...desk.picks]) {
    yield [
      entry,
      [
        { to: 'sources', name: entry.data.source, at: ['source'] },
        { to: 'audiences', name: entry.data.audience, at: ['audience'] },
        ...each('topics', entry.data.topics, 'topics'),
      ],
    ];
  }
  for (const entry of desk.slots) {
    yield [
      entry,
      [
        { to: 'channels', name: entry.data.channel, at: ['channel'] },
        { to: 'picks', name: entry.data.pick, at: ['pick'] },
        { to: 'campaigns', name: entry.data.campaign, at: ['campaign'] },
      ],
    ];
  }
}

/** A rule names a source in its condition, and in its examples. */
function sourcesOf(rule: ScoreRule, index: number): Reference[] {
  const to = 'sources' as const;
  const examples = (['matches', 'misses'] as const).flatMap((key) =>
    rule[key].map((example, place) => ({
      to,
      name: typeof example === 'string' ? undefined : example.source,
      at: ['rules', index, key, place, 'source'],
    })),
  );
  return [{ to, name: rule.source, at: ['rules', index, 'source'] }, ...examples];
}

function* brokenReferences(desk: Desk, folder: string): Generator<Finding> {
  const names = new Map<Kind, Set<string>>();
  const known = (kind: Kind): Set<string> => {
    let set = names.get(kind);
    if (!set) {
      // A quarantined file is there, so what points to it is not at fault.
      const aside = desk.quarantine.filter((file) => file.kind === kind);
      set = new Set([...desk[kind], ...aside].map((file) => file.name));
      names.set(kind, set);
    }
    return set;
  };
  for (const [entry, refs] of references(desk)) {
    for (const { to, name, at } of refs) {
      if (name === undefined || known(to).has(name)) continue;
      const near = nearest(name, [...known(to)]);
      yield {
        ...place(folder, entry.path, at),
        code: 'reference/unknown',
        message:
          `${at[0] === 'rules' ? keyName(at) : `\`${at[0]}\``} names "${name}", and there is no ${folder}/${to}/…/${name}.md.`.replace(
            '/…/',
            to === 'picks' ? '/<year>/<month>/' : '/',
          ),
        hint: near ? `Did you mean "${near}"?` : `Add the file, or name one that is there.`,
        severity: 'warning',
      };
    }
  }
}

/** Topics that are within themselves, by way of others or at once. */
function* parentCycles({ topics }: Desk, folder: string): Generator<Finding> {
  const parents = new Map(topics.map(({ name, data }) => [name, data.parent]));
  for (const entry of topics) {
    const above = new Set<string>();
    let next = entry.data.parent;
    for (; next && !above.has(next); next = parents.get(next)) above.add(next);
    if (!above.has(entry.name)) continue;
    yield {
      ...place(folder, entry.path, ['parent']),
      code: 'topic/parent-cycle',
      severity: 'warning',
      message: `The topic is within itself: ${[entry.name, ...above].join(' → ')}.`,
      hint: 'Take `parent` out of the widest of them; until then each stands at the top of the list.',
    };
  }
}

/** Files that a case-blind disk would take for one, and two files with one id. */
function* twins(desk: Desk, folder: string): Generator<Finding> {
  const paths = new Map<string, string>();
  const all = [
    ...desk.sources,
    ...desk.topics,
    ...desk.audiences,
    ...desk.channels,
    ...desk.campaigns,
    ...desk.candidates,
    ...desk.picks,
    ...desk.slots,
    ...desk.quarantine,
  ];
  for (const { path } of all) {
    const twin = paths.get(path.toLowerCase());
    paths.set(path.toLowerCase(), path);
    if (twin === undefined) continue;
    for (const [file, other] of [
      [path, twin],
      [twin, path],
    ] as const) {
      yield {
        file: `${folder}/${file}`,
        line: 1,
        column: 1,
        code: 'file/case-twin',
        severity: 'warning',
        message: `The name differs from ${folder}/${other} by upper and lower case only.`,
        hint: 'Rename one of them: on many machines they are the same file.',
      };
    }
  }
  yield* sameName(desk.picks, folder);
  yield* sameId([...desk.picks, ...desk.candidates], folder);
}

/** Slots name a pick by its file's name alone. */
function* sameName(picks: Desk['picks'], folder: string): Generator<Finding> {
  const names = new Map<string, string>();
  for (const { name, path } of picks) {
    const twin = names.get(name);
    names.set(name, path);
    if (twin === undefined) continue;
    yield fileFault(
      `${folder}/${path}`,
      'file/same-name',
      `${folder}/${twin} is called the same, so a slot cannot tell which of them it names.`,
      'Rename one of them.',
      'warning',
    );
  }
}

function* sameId(entries: readonly Entry<{ id?: string }>[], folder: string): Generator<Finding> {
  const ids = new Map<string, string>();
  for (const entry of entries) {
    const { id } = entry.data;
    if (id === undefined) continue;
    const twin = ids.get(id);
    if (twin === undefined) ids.set(id, entry.path);
    else {
      yield {
        ...place(folder, entry.path, ['id']),
        code: 'file/same-id',
        severity: 'warning',
        message: `The id stands in ${folder}/${twin} too.`,
        hint: 'They are the same item: keep the words of both in one file and delete the other.',
      };
    }
  }
}

function* outsidePaths(desk: Desk, folder: string): Generator<Finding> {
  for (const entry of desk.sources) {
    const { feed } = entry.data;
    const where = feedPlace(feed);
    if (where === 'address' || where === 'file') continue;
    yield {
      ...place(folder, entry.path, ['feed']),
      code: where === 'outside' ? 'source/path-outside' : 'source/feed-address',
      severity: 'warning',
      message:
        where === 'outside'
          ? `\`feed\` leads out of the repository: "${feed}".`
          : `\`feed\` is no address that Criba reads: "${feed}".`,
      hint: 'Give an https:// address, or a path inside the repository without `..`; until then the source is not read.',
    };
  }
}

function* wrongSums(desk: Desk, folder: string): Generator<Finding> {
  for (const entry of [...desk.candidates, ...desk.picks]) {
    const { why, score } = entry.data;
    if (!why || score === undefined) continue;
    const sum = why.reduce((total, reason) => total + reason.points, 0);
    if (sum === score) continue;
    yield {
      ...place(folder, entry.path, ['score']),
      code: 'score/does-not-add-up',
      severity: 'warning',
      message: `\`score\` is ${score}, and the points of \`why\` add up to ${sum}.`,
      hint: 'Leave both as they were harvested; a pick says why it matters in its own words.',
    };
  }
}

function* blankTitles(desk: Desk, folder: string): Generator<Finding> {
  for (const entry of [...desk.candidates, ...desk.picks]) {
    if (entry.data.title.trim() !== '') continue;
    yield {
      ...place(folder, entry.path, ['title']),
      code: 'title/blank',
      severity: 'warning',
      message: '`title` is blank, so pages show the address instead.',
      hint: 'Write a title.',
    };
  }
}

function* nobodyToChooseFor({ audiences, sources }: Desk, folder: string): Generator<Finding> {
  if (audiences.length > 0 || sources.length === 0) return;
  yield fileFault(
    `${folder}/audiences`,
    'desk/no-audience',
    'There is no audience, so nothing can be proposed.',
    'Add one: `title`, `languages` and the topics that it is interested in.',
    'warning',
  );
}
