import { expect, test } from 'vitest';
import { ItemLine } from './itemLine.ts';
import { openings, proposedAt } from './openings.ts';

const ID = '000000000001';
const line = (event: string, day: number, id = ID) =>
  ItemLine.parse({
    at: `2026-11-0${day}T09:00:00Z`,
    id,
    event,
    source: 'rios',
    title: 'Agua',
    url: 'https://rios.example/1',
    language: 'es',
  });

// Each event happened a day after the one before, from the first of the month on.
test.for<[what: string, events: string[], openedOn: number, proposedOn?: number]>([
  ['was proposed', ['proposed'], 1, 1],
  ['was scored again', ['proposed', 'proposed'], 1, 1],
  ['was postponed, and scored again', ['proposed', 'later', 'proposed'], 1, 1],
  ['was decided', ['proposed', 'keep'], 1, 1],
  ['was closed, and proposed again', ['proposed', 'expire', 'proposed', 'proposed'], 3, 3],
  ['was reopened, and not proposed since', ['proposed', 'drop', 'restore'], 3],
  ['was reopened, and decided unproposed', ['proposed', 'drop', 'restore', 'keep'], 3],
  ['was reopened, and proposed again', ['proposed', 'drop', 'restore', 'proposed', 'keep'], 4, 4],
  ['was reopened while it waited', ['proposed', 'restore', 'proposed', 'proposed'], 3, 3],
])('an item that %s', ([, events, openedOn, proposedOn]) => {
  const lines = events.map((event, at) => line(event, at + 1));
  const day = (on: number | undefined) => on && `2026-11-0${on}T09:00:00Z`;
  for (const order of [lines, lines.toReversed()]) {
    expect(openings(order).get(ID)?.at).toBe(day(openedOn));
    expect(proposedAt(order, ID)).toBe(day(proposedOn));
  }
});

test('what a person brought in was never proposed, and what happens to others changes nothing', () => {
  const lines = [line('keep', 1), line('proposed', 2, '000000000002')];
  expect(openings(lines).has(ID)).toBe(false);
  expect(proposedAt(lines, ID)).toBeUndefined();
});
