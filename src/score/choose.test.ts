import { describe, expect, test } from 'vitest';
import type { Desk } from '../model/desk/desk.ts';
import { sourceFixture } from '../model/desk/deskFixture.ts';
import type { ItemLine } from '../model/desk/ledger/itemLine.ts';
import { ledgerOf } from '../model/desk/ledger/ledger.ts';
import type { Settings } from '../model/desk/settings.ts';
import type { Instant } from '../model/desk/time.ts';
import type { Item } from '../model/run/item.ts';
import type { Story, StoryFinding } from '../stories/findStories.ts';
import { choose } from './choose.ts';
import type { Scored } from './scored.ts';
import { desk, item, NOW } from './scoringFixture.ts';
import { trustBySource } from './trust.ts';

/** Stories as found; what is in none is told once. */
function finding(stories: Story[] = []): StoryFinding {
  return {
    stories,
    of: (id) => stories.find(({ items }) => items.includes(id)),
    novelty: () => ({ left: 1 }),
  };
}

function chosen(
  list: Scored[],
  more: Partial<Settings> = {},
  {
    stories,
    ledger = [],
    sources = desk.sources,
  }: { sources?: Desk['sources']; ledger?: ItemLine[]; stories?: Story[] } = {},
) {
  return choose(
    { scored: list, stories: finding(stories), context: { trust: trustBySource(ledger) } },
    {
      settings: { ...desk.settings, threshold: 50, capPerSource: 2, budget: 3, ...more },
      sources,
      candidates: [],
      picks: [],
      ledger: ledgerOf(ledger),
    },
  );
}

describe('the choice', () => {
  const scored = (points: number, more: Partial<Item> = {}, veto?: string): Scored => ({
    item: item(`${points}`, '', more),
    score: points,
    audience: 'residents',
    why: [],
    audiences: {},
    topics: [],
    suggestedTopics: [],
    relevance: 0,
    base: 0,
    contributions: [],
    ...(veto && { veto }),
  });
  const outcomes = (list: Scored[], more: Partial<Settings> = {}, sources = desk.sources) =>
    chosen(list, more, { sources }).outcomes.map(({ title, outcome }) => `${title} ${outcome}`);
  test('gives every item one outcome', () => {
    expect(
      outcomes([
        scored(90),
        scored(80),
        scored(70),
        scored(60, { source: 'b' }),
        scored(55, { source: 'c' }),
        scored(49),
        scored(95, { source: 'b' }, 'no'),
      ]),
    ).toEqual([
      '90 proposed',
      '80 proposed',
      '70 overCap',
      '60 proposed',
      '55 overBudget',
      '49 belowThreshold',
      '95 vetoed',
    ]);
  });
  test('takes the newest of a source that floods, so that its older items get their turn later', () => {
    const dated = (points: number, day: number) =>
      scored(points, { published: `2026-11-${day}T09:00:00Z` as Instant });
    expect(outcomes([dated(90, 10), dated(80, 12), dated(70, 11)], { floodLimit: 2 })).toEqual([
      '90 flood',
      '80 proposed',
      '70 proposed',
    ]);
  });
  test('does not count what is below the threshold as flood', () => {
    expect(outcomes([scored(10), scored(11), scored(90)], { floodLimit: 1 })).toEqual([
      '10 belowThreshold',
      '11 belowThreshold',
      '90 proposed',
    ]);
  });
  test('names what nobody reads', () => {
    expect(outcomes([{ ...scored(0), audience: undefined }])).toEqual(['0 otherLanguage']);
  });
  test('holds back an item whose file would have the name of another', () => {
    const twin = { id: 'abcdef000001' };
    expect(
      outcomes([
        scored(90, { id: 'abcdef000002', title: 'x' }),
        scored(80, { ...twin, title: 'x' }),
      ]),
    ).toEqual(['x proposed', 'x duplicate']);
  });
  test('lets an important source take its place first', () => {
    const important = [sourceFixture('b', { important: true })];
    expect(outcomes([scored(90), scored(51, { source: 'b' })], { budget: 1 }, important)).toEqual([
      '90 overBudget',
      '51 proposed',
    ]);
  });
  test('follows a cap of the source’s own', () => {
    const capped = [sourceFixture('a', { cap: 0 })];
    expect(outcomes([scored(90)], {}, capped)).toEqual(['90 overCap']);
  });
});

describe('exploration', () => {
  const plain = (points: number, more: Partial<Item> = {}): Scored => ({
    item: item(`${points}`, '', more),
    score: points,
    audience: 'residents',
    why: [],
    audiences: {},
    topics: [],
    suggestedTopics: [],
    relevance: 0,
    base: 0,
    contributions: [],
  });
  const proposedBefore = (count: number): ItemLine[] =>
    Array.from({ length: count }, (_, n) => ({
      at: NOW,
      id: n.toString(16).padStart(12, 'e'),
      event: 'proposed' as const,
      source: 'a',
      title: 'x',
      url: 'https://a.example',
      language: 'es',
    }));
  const roomy = { budget: 20, capPerSource: 20 };

  test('takes one place in twenty, over all runs, from under the threshold, and says so', () => {
    let ledger: ItemLine[] = [];
    let explored = 0;
    for (let run = 0; run < 40; run += 1) {
      const list = [90, 80, 70, 45, 44].map((points) => plain(points));
      const { proposed } = chosen(list, roomy, { ledger });
      const marked = proposed.filter(({ exploration }) => exploration);
      for (const { score } of marked) expect(score).toBeLessThan(50);
      explored += marked.length;
      ledger = proposedBefore(ledger.length + proposed.length);
    }
    expect(explored / ledger.length).toBeGreaterThan(0.04);
    expect(explored / ledger.length).toBeLessThan(0.06);
  });
  test('never goes beyond the budget, and takes the place of the weakest', () => {
    const list = [90, 80, 70, 45].map((points) => plain(points));
    const { proposed, outcomes } = chosen(
      list,
      { budget: 3, capPerSource: 20 },
      { ledger: proposedBefore(19) },
    );
    expect(proposed.map(({ score, exploration }) => [score, exploration])).toEqual([
      [90, false],
      [80, false],
      [45, true],
    ]);
    expect(outcomes.find(({ title }) => title === '70')?.outcome).toBe('overBudget');
  });
  test('asks about sources on which least was decided', () => {
    const ledger = proposedBefore(19).flatMap((line) => [
      line,
      { ...line, event: 'keep' as const },
    ]);
    const { proposed } = chosen([plain(90), plain(45), plain(45, { source: 'b' })], roomy, {
      ledger,
    });
    expect(proposed.find(({ exploration }) => exploration)?.item.source).toBe('b');
  });
  test('takes nothing that a rule forbids, nor what is far from the threshold', () => {
    const ledger = proposedBefore(19);
    const { proposed } = chosen([plain(90), { ...plain(45), veto: 'no' }, plain(12)], roomy, {
      ledger,
    });
    expect(proposed.map(({ score }) => score)).toEqual([90]);
  });
  test('can be turned off', () => {
    const ledger = proposedBefore(19);
    const { proposed } = chosen([plain(90), plain(45)], { ...roomy, exploration: 0 }, { ledger });
    expect(proposed).toHaveLength(1);
  });
});

test('of a story the lead is proposed, and the others are listed behind it', () => {
  const scored = ['90', '80', '70'].map((title) => ({
    item: item(title, ''),
    score: Number(title),
    audience: 'residents',
    why: [],
    audiences: {},
    topics: [],
    suggestedTopics: [],
    relevance: 0,
    base: 0,
    contributions: [],
  }));
  const ids = scored.map((one) => one.item.id);
  const [lead = '', copy = ''] = [ids[1], ids[0]];
  const story = { lead, items: [lead, copy], copies: [copy], repeats: [], publishers: 1 };
  const { outcomes } = chosen(scored, { capPerSource: 9 }, { stories: [story] });
  expect(outcomes.map(({ title, outcome, detail }) => [title, outcome, detail])).toEqual([
    ['90', 'duplicate', lead],
    ['80', 'proposed', undefined],
    ['70', 'proposed', undefined],
  ]);
});
