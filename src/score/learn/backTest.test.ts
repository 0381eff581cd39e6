import { describe, expect, test } from 'vitest';
import { backTest } from './backTest.ts';
import { deskWith, type HistoryItem } from './historyFixture.ts';
import { learningInputs } from './learningInputs.ts';

const PLACES =
  'Altaria Boira Calma Duero Ebrillos Fonda Gredal Hontana Isuela Jarama Luna Mora'.split(' ');

/** Twelve runs of six: those on bylaws are kept and those on raffles dropped, whatever the topic says. */
function history(
  change: (one: HistoryItem, at: number) => Partial<HistoryItem> = () => ({}),
): HistoryItem[] {
  return PLACES.flatMap((place, run) =>
    Array.from({ length: 6 }, (_, n): HistoryItem => {
      const kept = n % 2 === 0;
      const text = kept
        ? `Las ordenanzas de ${place} explican el reparto ${n}.`
        : `El sorteo de ${place} regala entradas ${n}.`;
      return { title: `${place}, aviso ${n}`, text, day: run + 1, kept };
    }),
  ).map((one, at) => ({ ...one, ...change(one, at) }));
}
const test12 = (change?: Parameters<typeof history>[0]) =>
  backTest(learningInputs(deskWith(history(change))));

describe('the team’s own history', () => {
  const result = test12();
  test('is read by halves, and chance finds half', () => {
    expect(result).toMatchObject({ batches: 12, items: 72, kept: 36 });
    expect(result?.whole.chance).toEqual({ read: 36, kept: 18, precision: 0.5, recall: 0.5 });
  });
  test('is predicted better once it has been learned from', () => {
    expect(result?.later.learned?.recall).toBe(1);
    expect(result?.later.learned?.precision).toBe(1);
    expect(result?.later.profile?.recall).toBeLessThan(0.8);
  });
  test('is predicted from what had been decided by then, and no more', () => {
    // The first run is read as the topics have it: what comes of it later must not show.
    const first = (change?: Parameters<typeof history>[0]) => {
      const { desk, ...rest } = learningInputs(deskWith(history(change)));
      return backTest({ desk, ...rest }, rest.decisions.slice(0, 12))?.whole.learned?.kept;
    };
    const turned = (one: HistoryItem, at: number) => (at < 12 ? {} : { kept: !one.kept });
    expect(first(turned)).toBe(first());
  });
  test('has a prediction of every item in its bins', () => {
    const bins = result?.reliability.bins ?? [];
    expect(bins.reduce((sum, { items }) => sum + items, 0)).toBe(72);
    expect(bins[0]?.kept).toBeLessThan(0.2);
  });
});

test('newest first is measured if the ledger knows every day of publication, and left out otherwise', () => {
  const dated = (hour: (one: HistoryItem) => number) => (one: HistoryItem) => ({
    published: `2026-11-${String(one.day).padStart(2, '0')}T0${hour(one)}:00:00Z`,
  });
  expect(test12(dated(({ kept }) => (kept ? 5 : 1)))?.whole.newest?.recall).toBe(1);
  expect(test12(dated(({ kept }) => (kept ? 1 : 5)))?.whole.newest?.recall).toBe(0);
  const most = dated(() => 1);
  expect(test12((one, at) => (at === 7 ? {} : most(one)))?.whole.newest).toBeUndefined();
});

test('no more is read than the desk has time for', () => {
  const desk = deskWith(history());
  const narrow = { ...desk, settings: { ...desk.settings, budget: 1 } };
  expect(backTest(learningInputs(narrow))?.whole.learned?.read).toBe(12);
});

test('an undecided item is no refusal: it is not in the test', () => {
  const { items, kept } = test12((_, at) => (at % 6 === 1 ? { kept: undefined } : {})) ?? {};
  expect([items, kept]).toEqual([60, 36]);
});

test('models are as many as twenty at most, and one batch is no history', () => {
  const long = Array.from({ length: 25 }, (_, run) =>
    history()
      .slice(0, 4)
      .map((one) => ({ ...one, day: run + 1, title: `${one.title} ${run}` })),
  ).flat();
  expect(backTest(learningInputs(deskWith(long)))).toMatchObject({ batches: 25, refits: 13 });
  expect(backTest(learningInputs(deskWith(history().slice(0, 6))))).toBeUndefined();
});
