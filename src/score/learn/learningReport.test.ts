import { describe, expect, test } from 'vitest';
import { deskWith, type HistoryItem } from './historyFixture.ts';
import { learningReport } from './learningReport.ts';

const one = (at: number, kept?: boolean): HistoryItem => ({
  title: `Aviso ${at}`,
  text: `Nota número ${at} sobre el embalse.`,
  day: 1 + (at % 28),
  ...(kept !== undefined && { kept }),
});
const many = (count: number, kept: (at: number) => boolean | undefined) =>
  Array.from({ length: count }, (_, at) => one(at, kept(at)));

describe('what there is to learn from', () => {
  test('is what was kept or dropped; what waits is no refusal', () => {
    const { trainingSet } = learningReport(
      deskWith(many(6, (at) => [true, false, undefined][at % 3])),
    );
    expect(trainingSet).toMatchObject({ decided: 4, kept: 2, dropped: 2, undecided: 2 });
    expect(trainingSet).toMatchObject({ from: '2026-11-01T09:00:00Z', to: '2026-11-05T09:00:00Z' });
  });
  test('counts copies of one text once', () => {
    const text =
      'La junta de regantes de Fuentelirio cierra la acequia mayor para limpiarla de lodo y de ramas hasta abril.';
    const copies = [2, 3, 4].map((day) => ({
      title: 'La acequia mayor cierra',
      text,
      day,
      kept: true,
    }));
    const { trainingSet } = learningReport(deskWith([...copies, one(9, false)]));
    expect([trainingSet.decided, trainingSet.stories]).toEqual([4, 2]);
  });
  test('says in which languages, and in which that are read nothing was', () => {
    const { trainingSet } = learningReport(deskWith(many(3, () => true)));
    expect([trainingSet.languages, trainingSet.unheard]).toEqual([{ es: 3 }, ['en']]);
  });
  test('leaves out what has no text: dropped, and never proposed here', () => {
    const { trainingSet } = learningReport(
      deskWith([one(0, true), { ...one(1, false), proposed: false }]),
    );
    expect([trainingSet.decided, trainingSet.withoutText]).toEqual([1, 1]);
  });
  test('counts one audience alone if it is asked to', () => {
    const desk = deskWith([one(0, true), { ...one(1, false), audience: 'prensa' }]);
    expect(learningReport(desk, 'prensa').trainingSet).toMatchObject({ decided: 1, dropped: 1 });
  });
});

describe('too little gives no figures', () => {
  test.for([
    ['nothing decided', 3, () => undefined, [0, false]],
    ['only keeps', 45, () => true, [0, false]],
    ['only drops', 45, () => false, [0, false]],
    ['nine decisions', 9, (at: number) => at % 2 === 0, [0, false]],
    ['ten', 10, (at: number) => at % 2 === 0, [3, false]],
    ['forty', 40, (at: number) => at % 2 === 0, [3, true]],
  ] as const)('%s', ([, count, kept, expected]) => {
    const { terms, backTest } = learningReport(deskWith(many(count, kept)));
    expect([terms.length, backTest !== undefined]).toEqual(expected);
  });
});
