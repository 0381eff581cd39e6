import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { settle } from '../../src/decide/settle.ts';
import type { Candidate } from '../../src/model/desk/candidate.ts';
import type { Changes, Desk, Entry } from '../../src/model/desk/desk.ts';
import type { Instant } from '../../src/model/desk/time.ts';
import { Item } from '../../src/model/run/item.ts';
import { propose } from '../../src/score/propose.ts';
import { score } from '../../src/score/score.ts';
import { applyChanges } from '../../src/store/applyChanges.ts';
import { readDesk } from '../../src/store/readDesk.ts';
import { addressing } from '../../src/text/address.ts';
import { Repository } from './repository.ts';

/** What is done to a desk between two commits. `settle` follows, as it does in every harvest, unless people only *say*. */
export const DEEDS = [
  'keep all',
  'drop all',
  'delete all',
  'keep one',
  'drop one',
  'put off one',
  'say keep in one',
  'say drop in one',
  'write in one',
  'harvest',
] as const;
export type Deed = (typeof DEEDS)[number];

/** How a branch is worked on: by this release, or by the one before, which had a folder a month and left it empty. */
export type Release = 'this' | 'earlier';

/** Ways to bring a branch into another. */
export const WAYS = ['merge', 'squash', 'rebase'] as const;
export type Way = (typeof WAYS)[number];

/** What people decided and wrote, by id of the item. */
export interface Deeds {
  proposed: Set<string>;
  kept: Set<string>;
  dropped: Set<string>;
  /** words that people wrote in the item's file */
  words: Map<string, string>;
}

/** A branch, and what was done by then. */
export interface Branch {
  name: string;
  done: Deeds;
}

/** Where the earlier release puts candidates. */
const MONTH = 'candidates/2026/11';

/** A desk in a git repository, with branches that people and harvests work on. */
export class MergedDesk {
  readonly repository = new Repository();
  readonly folder = join(this.repository.root, 'content');
  private readonly started: Deeds = {
    proposed: new Set(),
    kept: new Set(),
    dropped: new Set(),
    words: new Map(),
  };
  private readonly branches = new Map<string, Branch>();

  constructor() {
    const settings = Object.entries(SETTINGS).map(([key, value]) => `git config ${key} ${value}`);
    this.run('git init -q -b base', ...settings);
  }

  /**
   * Runs a few lines of shell, which costs as much as running git once: it is this large process that is slow to fork.
   * False if the last of them fails, as a merge does where there are conflicts.
   */
  run(...lines: string[]): boolean {
    const options = { cwd: this.repository.root, stdio: 'ignore', env: ENVIRONMENT } as const;
    try {
      execFileSync('sh', ['-c', lines.join('\n')], options);
      return true;
    } catch {
      return false;
    }
  }

  /** A commit with candidates of one source that has links and short titles alone: git takes one for another most easily. */
  async base(release: Release): Promise<void> {
    await this.harvest(['1', '2', '3'], at(9), release, this.started);
    this.commit();
  }

  /** A branch of the base on which one thing is done after the other, its hours between those of others; it is made once. */
  async branch(side: 'here' | 'there', deeds: readonly Deed[], release: Release): Promise<Branch> {
    const name = [side, ...deeds].join('-').replaceAll(' ', '_');
    const known = this.branches.get(name);
    if (known) return known;
    const done = structuredClone(this.started);
    this.run(...clearTo('base'), `git checkout -q -b ${name}`);
    for (const [index, deed] of deeds.entries()) {
      const now = at((side === 'here' ? 10 : 11) + 2 * index);
      await this.do(deed, now, { release, done, own: `${side}-${index}` });
      this.commit();
    }
    const branch = { name, done };
    this.branches.set(name, branch);
    return branch;
  }

  /** Brings one branch into another; false if there were conflicts, which were resolved by adding all that stands there. */
  bring(from: string, into: string, way: Way): boolean {
    if (way === 'rebase') {
      const isClean = this.run(...clearTo(`--detach ${from}`), `git rebase -q ${into}`);
      if (!isClean) this.run(REBASE_ON);
      return isClean;
    }
    const how = way === 'squash' ? '--squash' : '--no-edit';
    const isClean = this.run(...clearTo(`--detach ${into}`), `git merge -q ${how} ${from}`);
    if (!isClean || way === 'squash') this.commit();
    return isClean;
  }

  /** Settles the desk as it stands, and gives it as it is afterwards. */
  async settled(now: Instant): Promise<Desk> {
    await this.settle(now, 'this');
    return readDesk(this.folder);
  }

  private async do(
    deed: Deed,
    now: Instant,
    { release, done, own }: { release: Release; done: Deeds; own: string },
  ): Promise<void> {
    const { candidates } = await readDesk(this.folder);
    const waiting = candidates.filter(({ data }) => data.decision === '');
    const some = deed.endsWith('all') ? waiting : waiting.slice(0, 1);
    for (const entry of deed === 'harvest' ? [] : some) this.decide(entry, deed, done, own);
    if (!deed.startsWith('say')) await this.settle(now, release);
    if (deed === 'harvest') await this.harvest([own, 'shared'], now, release, done);
  }

  private decide(entry: Entry<Candidate>, deed: Deed, done: Deeds, own: string): void {
    const { id } = entry.data;
    const place = `content/${entry.path}`;
    if (deed === 'delete all') {
      done.dropped.add(id);
      rmSync(join(this.folder, entry.path));
      return;
    }
    const decision = SAYS[deed] ?? '';
    if (decision === 'keep') done.kept.add(id);
    if (decision === 'drop') done.dropped.add(id);
    const words = `Palabras de ${own} sobre ${entry.data.title}.`;
    const writes = ['keep one', 'say keep in one', 'write in one'].includes(deed);
    if (writes) done.words.set(words, id);
    const text = this.repository.read(place).replace('decision: ""', `decision: "${decision}"`);
    this.repository.write(place, writes ? `${text.trimEnd()}\n\n${words}\n` : text);
  }

  private async harvest(
    names: string[],
    now: Instant,
    release: Release,
    done: Deeds,
  ): Promise<void> {
    const desk = await readDesk(this.folder);
    const known = new Set(desk.ledger.items.map(({ id }) => id));
    const items = names.map((name) => itemOf(name, desk, now)).filter(({ id }) => !known.has(id));
    const { scored, context } = score(items, desk, { now });
    const chosen = scored.map((one) => ({ ...one, exploration: false, alsoIn: [] }));
    for (const { id } of items) done.proposed.add(id);
    this.apply(propose(chosen, desk, { now, corpus: context.corpus }), now, 'harvest', release);
  }

  private async settle(now: Instant, release: Release): Promise<void> {
    const desk = await readDesk(this.folder);
    const { changes, lines } = settle(desk, { now });
    const moves = changes.filter(({ do: what }) => release === 'this' || what !== 'rename');
    this.apply({ changes: moves, lines }, now, 'settle', release);
  }

  private apply(changes: Changes, now: Instant, command: string, release: Release): void {
    const { written } = applyChanges(this.folder, changes, { now, command });
    if (release === 'this') return;
    for (const path of written.filter((one) => /^candidates\/[^/]+$/.test(one))) {
      mkdirSync(join(this.folder, MONTH), { recursive: true });
      renameSync(join(this.folder, path), join(this.folder, MONTH, basename(path)));
    }
    for (const note of ['candidates/README.md', `${MONTH}/README.md`])
      rmSync(join(this.folder, note), { force: true });
  }

  private commit(): void {
    this.run('git add -A', 'git commit -q --allow-empty -m x');
  }
}

/** Lines that leave whatever was under way and check out something else. */
function clearTo(target: string): string[] {
  return ['git reset -q --hard', 'git clean -qfd', `git checkout -q -f ${target}`];
}

/** Goes on with a rebase until it is through, with all that stands there; a commit that is empty then is skipped. */
const REBASE_ON = `while [ -d .git/rebase-merge ]; do
  git add -A
  if git diff --cached --quiet; then git rebase --skip; else git rebase --continue; fi
done`;

/** What people write as their decision. */
const SAYS: Partial<Record<Deed, string>> = {
  'keep all': 'keep',
  'keep one': 'keep',
  'drop all': 'drop',
  'drop one': 'drop',
  'put off one': 'later',
  'say keep in one': 'keep',
  'say drop in one': 'drop',
};

const SETTINGS = {
  'user.name': 'Test',
  'user.email': 'test@town.example',
  'gc.auto': '0',
  'core.fsync': 'none',
  'advice.detachedHead': 'false',
};

const ENVIRONMENT = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_EDITOR: 'true',
};

/** An hour of the day on which all this happens. */
export function at(hour: number): Instant {
  return new Date(Date.UTC(2026, 10, 18, hour)).toISOString().replace('.000', '') as Instant;
}

function itemOf(name: string, { rules }: Desk, now: Instant): Item {
  const url = `https://rios.example/acta-${name}`;
  const address = addressing(rules.addresses).canonical(url);
  return Item.parse({
    id: addressing(rules.addresses).id(url),
    title: `Embalse: acta ${name}`,
    url,
    address,
    source: 'rios',
    language: 'es',
    harvested: now,
    html: '',
    text: '',
    categories: [],
  });
}
