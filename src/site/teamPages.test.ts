import { expect, test } from 'vitest';
import type { Desk } from '../model/desk/desk.ts';
import {
  candidateFixture,
  deskFixture,
  pickFixture,
  topicFixture,
} from '../model/desk/deskFixture.ts';
import type { Instant } from '../model/desk/time.ts';
import { context } from './context.ts';
import { edition } from './edition.ts';
import { teamPages } from './teamPages.ts';

const NOW = '2026-11-21T12:00:00+01:00' as Instant;

/** The first candidate of the inbox. */
function card(given: Record<string, unknown>, parts: Partial<Desk> = {}) {
  const desk = deskFixture({ candidates: [candidateFixture('one', given)], ...parts });
  const [inbox] = teamPages(context(edition(desk, 'team', NOW), '/'), 'es').inbox;
  return inbox?.waiting[0];
}
const topics = ['agua', 'vivienda'].map((name) =>
  topicFixture(name, { title: { es: `El tema ${name}` } }),
);
const link = { title: 'El pozo', href: '/2026/11/pozo/', lang: 'es' };
const picks = [pickFixture('pozo', { title: 'El pozo' })];

test('a candidate’s suggested topics are apart from those that are sure', () => {
  const shown = card(
    { topics: ['agua'], suggestedTopics: ['vivienda', 'agua', 'nothing'] },
    { topics },
  );
  expect(shown?.topics.map(({ title }) => title)).toEqual(['El tema agua']);
  expect(shown?.suggestedTopics.map(({ title }) => title)).toEqual(['El tema vivienda']);
});

test('a candidate links to the pick that it follows, where the edition has it', () => {
  expect(card({ follows: 'pozo' }, { picks })?.follows).toEqual(link);
  expect(card({ follows: 'withdrawn' }, { picks })?.follows).toBeUndefined();
});

test('a reason links to the pick that it names, and no other reason does', () => {
  const why = [
    { signal: 'novelty', points: -6, evidence: 'pozo' },
    { signal: 'novelty', points: -6, evidence: 'withdrawn' },
    { signal: 'rule', points: 6, evidence: 'pozo' },
  ];
  expect(card({ why }, { picks })?.why.map(({ pick }) => pick)).toEqual([
    link,
    undefined,
    undefined,
  ]);
});

test('what was suggested of a candidate is on its card as it stands in the file', () => {
  const mention = { name: 'The Shuttle', sentence: 'The shuttle is late.', unsure: true };
  const given = { exploration: true, keyphrases: ['bus stop'], mentions: [mention] };
  expect(card(given)).toMatchObject(given);
});

test('an author who is called as the source is not named twice', () => {
  expect(card({ author: 'paper.example' })).not.toHaveProperty('author', 'paper.example');
  expect(card({ author: 'Somebody' })?.author).toBe('Somebody');
});

test('the inbox says what the ledger remembers of the newest harvest, and so does the page that has no report', () => {
  const runs = ['2026-11-20T06:00:00Z', '2026-11-21T06:00:00Z', '2026-11-19T06:00:00Z'].map(
    (at, answered) => ({
      at: at as Instant,
      what: 'run' as const,
      run: `${at.replace(/\W/g, '').toLowerCase()}-harvest`,
      sources: 9,
      answered,
      fresh: 41,
      proposed: 7,
    }),
  );
  const pages = teamPages(context(edition(deskFixture({ ledger: runs }), 'team', NOW), '/'), 'es');
  expect(pages.inbox[0]?.lastRun).toEqual(runs[1]);
  expect(pages.hidden[0]?.lastRun).toEqual(runs[1]);
  const none = teamPages(context(edition(deskFixture(), 'team', NOW), '/'), 'es');
  expect(none.inbox[0]).not.toHaveProperty('lastRun');
});
