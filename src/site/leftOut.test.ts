import { describe, expect, test } from 'vitest';
import {
  candidateFixture,
  deskFixture,
  pickFixture,
  settingsFixture,
  sourceFixture,
} from '../model/desk/deskFixture.ts';
import type { Instant } from '../model/desk/time.ts';
import { OUTCOMES } from '../model/run/outcome.ts';
import type { ItemOutcome } from '../model/run/runReport.ts';
import type { RunOutcomes } from '../model/site/teamKnowledge.ts';
import { context } from './context.ts';
import { edition } from './edition.ts';
import { leftOut, SHOWN } from './leftOut.ts';

const NOW = '2026-11-21T12:00:00+01:00' as Instant;

function leftOutItem(title: string, given: Partial<ItemOutcome> = {}): ItemOutcome {
  return {
    source: 'paper',
    title,
    outcome: 'belowThreshold',
    id: title,
    url: `https://paper.example/${title}`,
    score: 30,
    ...given,
  };
}

/** What the page shows of a harvest that met these items. */
function pageOf(...items: ItemOutcome[]) {
  const harvest: RunOutcomes = {
    run: '20261120t233000z-harvest',
    now: '2026-11-20T23:30:00Z' as Instant,
    outcomes: items,
  };
  const desk = deskFixture({
    settings: settingsFixture({ threshold: 41 }),
    sources: [sourceFixture('paper', { title: 'The Paper' })],
    picks: [pickFixture('kept', { title: 'A pick', language: 'en' })],
    candidates: [candidateFixture('waiting', { title: 'A candidate' })],
  });
  const site = context(edition(desk, 'team', NOW, { harvest }), '/');
  if (!site.edition.team) throw new Error('the team’s edition has what the team knows');
  return leftOut(site, site.edition.team, 'es');
}
const first = (item: ItemOutcome) => pageOf(item).groups[0]?.items[0];

describe('what a harvest left out', () => {
  test('stands by what became of it, what may be wanted back first, and adds up', () => {
    const { groups, harvest } = pageOf(
      ...OUTCOMES.toReversed().flatMap((outcome, index) =>
        Array.from({ length: index + 1 }, (_, n) => leftOutItem(`${outcome}-${n}`, { outcome })),
      ),
    );
    expect(groups.map(({ outcome }) => outcome)).toEqual([
      'overBudget',
      'overCap',
      'flood',
      'vetoed',
      'sameStory',
      'belowThreshold',
      'otherLanguage',
      'duplicate',
      'tooOld',
      'future',
      'noLink',
    ]);
    const sum = groups.reduce((total, { count }) => total + count, 0);
    expect(harvest).toEqual({
      at: '2026-11-20T23:30:00Z',
      day: '2026-11-21',
      total: (13 * 14) / 2,
      proposed: 13,
      known: 12,
      leftOut: sum,
    });
    expect(sum + 13 + 12).toBe(harvest?.total);
  });

  test('has the best first, then the newest, whatever the order of the report', () => {
    const items = [
      leftOutItem('low', { score: 12 }),
      leftOutItem('old', { published: '2026-11-01T00:00:00Z' as Instant }),
      leftOutItem('new', { published: '2026-11-20T00:00:00Z' as Instant }),
      leftOutItem('high', { score: 39 }),
      leftOutItem('twin-b'),
      leftOutItem('twin-a'),
    ];
    const order = ['high', 'new', 'old', 'twin-a', 'twin-b', 'low'];
    for (const given of [items, items.toReversed()]) {
      expect(pageOf(...given).groups[0]?.items.map(({ title }) => title)).toEqual(order);
    }
  });

  test('is counted whole, and shown as far as a page goes', () => {
    const many = Array.from({ length: SHOWN + 7 }, (_, n) => leftOutItem(`item-${n}`));
    const [group] = pageOf(...many).groups;
    expect([group?.count, group?.items.length]).toEqual([SHOWN + 7, SHOWN]);
  });

  test('shows of an item where it stands, when it was published, what it is worth, and why', () => {
    const item = leftOutItem('dry', {
      language: 'en',
      published: '2026-11-19T23:30:00Z' as Instant,
      audience: 'everybody',
      why: [{ signal: 'novelty', points: -6, evidence: 'kept' }],
    });
    const pick = { title: 'A pick', href: '/2026/11/kept/', lang: 'en' };
    expect(first(item)).toEqual({
      title: 'dry',
      url: 'https://paper.example/dry',
      lang: 'en',
      from: 'The Paper',
      published: '2026-11-20',
      audience: 'everybody',
      score: 30,
      why: [{ signal: 'novelty', points: -6, evidence: 'kept', pick }],
    });
  });

  test.for([
    ['another item of the run', 'lead', 'https://paper.example/lead'],
    ['a pick', 'kept', '/2026/11/kept/'],
    ['a candidate', 'waiting', '/bandeja/#candidate-waiting'],
    ['a source', 'paper', '/fuentes/paper/'],
    ['nothing that is there', '0123456789ab', undefined],
  ] as const)('says what stands in front of it: %s', ([, detail, href]) => {
    const behind = pageOf(
      leftOutItem('copy', { outcome: 'sameStory', detail }),
      leftOutItem('lead', { outcome: 'proposed' }),
    ).groups[0]?.items[0]?.behind;
    expect(behind?.href).toBe(href);
    // A bare id means nothing to a reader.
    expect(behind === undefined).toBe(href === undefined);
  });

  test('names the veto as the rule is called, whatever else bears that name', () => {
    const item = first(leftOutItem('ad', { outcome: 'vetoed', detail: 'paper' }));
    expect([item?.veto, item?.behind]).toEqual(['paper', undefined]);
  });

  test('has no link, no title and no source where the report has none', () => {
    const item = first({ source: 'gone', title: ' ', outcome: 'noLink' });
    expect(item).toEqual({ title: '', from: 'gone', why: [] });
  });
});

test('without a report there are no groups, and the threshold all the same', () => {
  const site = context(edition(deskFixture(), 'team', NOW), '/');
  if (!site.edition.team) throw new Error('the team’s edition has what the team knows');
  const { threshold } = settingsFixture();
  expect(leftOut(site, site.edition.team, 'es')).toEqual({ threshold, groups: [] });
});
