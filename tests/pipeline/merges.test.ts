import { afterAll, expect, test } from 'vitest';
import type { Desk } from '../../src/model/desk/desk.ts';
import { latestById } from '../../src/model/desk/ledger/latestById.ts';
import { edition } from '../../src/site/edition.ts';
import {
  at,
  DEEDS,
  type Deed,
  type Deeds,
  MergedDesk,
  type Release,
  WAYS,
  type Way,
} from '../support/mergedDesk.ts';
import { size } from '../support/size.ts';

interface Layout {
  name: string;
  /** by which release the base, the branch that is merged into, and the branch that is merged were written */
  base: Release;
  here: Release;
  there: Release;
}

const LAYOUTS: Layout[] = [
  { name: 'new base', base: 'this', here: 'this', there: 'this' },
  { name: 'old base', base: 'earlier', here: 'this', there: 'this' },
  { name: 'old base, one older branch', base: 'earlier', here: 'this', there: 'earlier' },
  { name: 'old base, into an older branch', base: 'earlier', here: 'earlier', there: 'this' },
  { name: 'old base, two older branches', base: 'earlier', here: 'earlier', there: 'earlier' },
];
const RENAMES = ['true', 'false', 'conflict'] as const;

/** One thing alone, and each two of them in either order. */
const SEQUENCES: readonly Deed[][] = DEEDS.flatMap((first) => [
  [first],
  ...DEEDS.map((second) => [first, second]),
]);
const PAIRS = SEQUENCES.flatMap((here) => SEQUENCES.map((there) => ({ here, there })));
type Pair = (typeof PAIRS)[number];

/** Every so many of the pairs, from another one on for each setting and way. */
const STEP = size({ small: 6_007, middle: 907, whole: 101 });

/** What came of one merge. */
interface Outcome {
  conflict: boolean;
  undecided: number;
  published: string[];
  lost: string[];
  /** words that stand in the file of another item */
  misplaced: number;
}

const rows = [
  'layout · merge.directoryRenames · way: merges, conflicts, undecided, published, lost, words misplaced',
];
afterAll(() => process.stdout.write(`${rows.join('\n')}\n`));

test.for(LAYOUTS)(
  '$name: a merge puts nothing among the picks that nobody kept, and loses nothing',
  async (layout) => {
    const desk = new MergedDesk();
    const faults: string[] = [];
    try {
      await desk.base(layout.base);
      const settings = RENAMES.flatMap((renames) => WAYS.map((way) => ({ renames, way })));
      for (const [index, { renames, way }] of settings.entries()) {
        desk.run(`git config merge.directoryRenames ${renames}`);
        const pairs = PAIRS.filter((_, number) => number % STEP === (index * 211) % STEP);
        const outcomes: Outcome[] = [];
        for (const pair of pairs) {
          const outcome = await mergeOne(desk, layout, pair, way);
          outcomes.push(outcome);
          const wrong = [...outcome.published, ...outcome.lost];
          if (wrong.length > 0)
            faults.push(`${renames} ${way}, ${pair.here} | ${pair.there}: ${wrong.join('; ')}`);
        }
        rows.push(`${layout.name} · ${renames} · ${way}: ${counts(outcomes)}`);
      }
    } finally {
      desk.repository.remove();
    }
    expect(faults).toEqual([]);
  },
);

async function mergeOne(
  desk: MergedDesk,
  layout: Layout,
  { here, there }: Pair,
  way: Way,
): Promise<Outcome> {
  const into = await desk.branch('here', here, layout.here);
  const from = await desk.branch('there', there, layout.there);
  const isClean = desk.bring(from.name, into.name, way);
  const settled = await desk.settled(at(20));
  const done = [into.done, from.done];
  return {
    conflict: !isClean,
    undecided: settled.findings.filter(({ code }) => code === 'pick/undecided').length,
    published: publishedUndecided(settled, done),
    lost: lostOf(settled, done, desk),
    misplaced: misplacedWords(settled, done),
  };
}

function counts(outcomes: readonly Outcome[]): string {
  const sum = (of: (outcome: Outcome) => number) =>
    outcomes.reduce((total, outcome) => total + of(outcome), 0);
  return [
    outcomes.length,
    sum(({ conflict }) => Number(conflict)),
    sum(({ undecided }) => undecided),
    sum(({ published }) => published.length),
    sum(({ lost }) => lost.length),
    sum(({ misplaced }) => misplaced),
  ].join(', ');
}

/** Picks that an edition shows, or that the ledger says were kept, though nobody kept them. */
function publishedUndecided(desk: Desk, done: readonly Deeds[]): string[] {
  const kept = new Set(done.flatMap((one) => [...one.kept]));
  const shown = edition(desk, 'team', at(20)).picks.filter(({ id }) => !kept.has(id));
  const lines = desk.ledger.items.filter(({ event, id }) => event === 'keep' && !kept.has(id));
  return [
    ...shown.map(({ title }) => `shows ${title}`),
    ...lines.map(({ title }) => `keeps ${title}`),
  ];
}

/** Items that have no file and that nobody dropped; words that stand nowhere any more. */
function lostOf(desk: Desk, done: readonly Deeds[], { repository }: MergedDesk): string[] {
  const dropped = new Set(done.flatMap((one) => [...one.dropped]));
  const files = [...desk.candidates, ...desk.picks].map(({ data }) => data.id);
  const aside = desk.quarantine.flatMap(({ id = '', name }) => [id.slice(0, 6), name.slice(-6)]);
  const latest = latestById(desk.ledger.items);
  const items = done
    .flatMap(({ proposed }) => [...proposed])
    .filter((id) => {
      const isThere = files.includes(id) || aside.includes(id.slice(0, 6));
      return !isThere && !(dropped.has(id) && latest.get(id)?.event === 'drop');
    });
  const texts = repository
    .list('content')
    .map((path) => repository.read(`content/${path}`))
    .join('\n');
  const words = done
    .flatMap((one) => [...one.words])
    .filter(([text, id]) => !texts.includes(text) && !dropped.has(id));
  return [...items.map((id) => `lost ${id}`), ...words.map(([text]) => `lost “${text}”`)];
}

/** Git may carry words into a similar file, which it takes for theirs renamed: how often. */
function misplacedWords({ candidates, picks }: Desk, done: readonly Deeds[]): number {
  const words = new Map(done.flatMap((one) => [...one.words]));
  return [...candidates, ...picks].flatMap(({ data, body }) =>
    [...words].filter(([text, id]) => id !== data.id && body.includes(text)),
  ).length;
}
