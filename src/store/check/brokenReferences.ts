import type { Desk, Entry, Kind } from '../../model/desk/desk.ts';
import type { Finding } from '../../model/desk/finding.ts';
import type { ScoreRule } from '../../model/desk/scoreRule.ts';
import { nearest } from '../../text/nearest.ts';
import { keyName } from '../describeIssue.ts';
import { place } from '../placeFaults.ts';

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

/** Names of files that are not there. */
export function* brokenReferences(desk: Desk, folder: string): Generator<Finding> {
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
        message: `${keyOf(at)} names "${name}", and there is no ${folder}/${fileOf(to, name)}.`,
        hint: near ? `Did you mean "${near}"?` : `Add the file, or name one that is there.`,
        severity: 'warning',
      };
    }
  }
}

/** The key as people find it: of a reference in a rule the whole path, of others the first key. */
function keyOf(at: Reference['at']): string {
  return at[0] === 'rules' ? keyName(at) : `\`${at[0]}\``;
}

function fileOf(kind: Kind, name: string): string {
  return kind === 'picks' ? `picks/<year>/<month>/${name}.md` : `${kind}/${name}.md`;
}
