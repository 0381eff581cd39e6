import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { size } from '../../tests/support/size.ts';
import type { Desk } from '../model/desk/desk.ts';
import { sourceFixture } from '../model/desk/deskFixture.ts';
import { ItemLine } from '../model/desk/ledger/itemLine.ts';
import { ledgerOf } from '../model/desk/ledger/ledger.ts';
import type { Instant } from '../model/desk/time.ts';
import type { Item } from '../model/run/item.ts';
import { freshness } from './freshness.ts';
import { toPoints } from './points.ts';
import { score } from './score.ts';
import type { Scored } from './scored.ts';
import { audiences, desk, item, NOW, topics } from './scoringFixture.ts';
import { trustBySource } from './trust.ts';

const scoreOne = (one: Item, on: Desk = desk) => score([one], on, { now: NOW }).scored[0] as Scored;
const sum = ({ why }: Pick<Scored, 'why'>) => why.reduce((total, { points }) => total + points, 0);

describe('relevance', () => {
  const drought = item('La sequía vacía el embalse', 'Sin agua potable en tres pueblos.');
  test('ranks what speaks of the topics above what does not', () => {
    expect(scoreOne(drought).score).toBeGreaterThan(
      scoreOne(item('Gana el equipo local', 'Tres goles.')).score + 20,
    );
  });
  test('shows the words as they stand in the item, the strongest first', () => {
    const profile = scoreOne(drought).why.find(({ signal }) => signal === 'profile');
    expect(profile?.terms).toEqual(expect.arrayContaining(['sequía', 'embalse', 'agua potable']));
    expect(scoreOne(drought).topics).toEqual(['water']);
  });
  test('does not depend on accents or capitals', () => {
    const shouted = item('LA SEQUIA VACIA EL EMBALSE', 'Sin agua potable en tres pueblos.');
    expect(scoreOne(shouted).score).toBe(scoreOne(drought).score);
  });
  test('is that of the best audience, which is named', () => {
    const rent = scoreOne(item('Ayudas al alquiler de vivienda', 'El alquiler sube.'));
    expect(rent.audience).toBe('residents');
    expect(rent.score).toBe(rent.audiences.residents);
    expect(rent.audiences.residents).toBeGreaterThan(rent.audiences.press ?? 0);
  });
  test('is nothing for an audience that does not read the language', () => {
    const english = scoreOne(
      item('Drought empties the reservoir', 'No drinking water.', { language: 'en' }),
    );
    expect(Object.keys(english.audiences)).toEqual(['press']);
    expect(scoreOne(item('干旱', '水库', { language: 'zh' }))).toMatchObject({
      score: 0,
      audiences: {},
      why: [],
    });
  });
  test('fades with age, from the source’s own half-life where it has one', () => {
    const old = { published: '2026-11-01T09:00:00Z' as Instant };
    const slow: Desk = {
      ...desk,
      sources: [sourceFixture('a', { halfLife: 365 })],
    };
    const aged = item(drought.title, drought.text, old);
    expect(scoreOne(aged).score).toBeLessThan(scoreOne(drought).score);
    expect(scoreOne(aged, slow).score).toBeGreaterThan(scoreOne(aged).score);
  });
  test('grows with what the team kept from the source, and the reason says how much', () => {
    const ledger = Array.from({ length: 15 }, (_, n) => {
      const facts = {
        at: NOW,
        source: n === 14 ? 'b' : 'a',
        title: 'x',
        url: 'https://a.example',
        language: 'es',
      };
      const id = n.toString(16).padStart(12, 'f');
      return [
        ItemLine.parse({ ...facts, id, event: 'proposed' }),
        ItemLine.parse({ ...facts, id, event: n < 12 ? 'keep' : 'drop' }),
      ];
    }).flat();
    const trusted = scoreOne(drought, { ...desk, ledger: ledgerOf(ledger) });
    expect(trusted.why.find(({ signal }) => signal === 'trust')?.evidence).toBe('12/14');
    expect(trusted.score).toBeGreaterThan(
      scoreOne({ ...drought, source: 'b' }, { ...desk, ledger: ledgerOf(ledger) }).score,
    );
  });
});

describe('a veto', () => {
  test('of an audience names it and its phrase', () => {
    const stars = scoreOne(item('El horóscopo del alquiler', 'Vivienda y alquiler.'));
    expect(stars).toMatchObject({ audience: 'press' });
    expect(
      scoreOne(item('El HOROSCOPO', 'sequía'), { ...desk, audiences: audiences.slice(0, 1) }).veto,
    ).toBe('residents avoid: "horóscopo"');
  });
  test('of a topic stops what is about that topic alone', () => {
    expect(
      scoreOne(
        item('Sequía de ideas', 'Un agua de colonia para el embalse: agua potable y sequía.'),
      ).veto,
    ).toBe('water exclude: "agua de colonia"');
  });
  test('looks at whole words', () => {
    expect(
      scoreOne(item('Horóscopos', 'sequía'), { ...desk, audiences: audiences.slice(0, 1) }).veto,
    ).toBeUndefined();
  });
});

const words = [
  'sequía',
  'embalse',
  'agua',
  'potable',
  'alquiler',
  'vivienda',
  'gol',
  'equipo',
  'horóscopo',
  'ayuda',
  'drought',
  'rent',
];
const anyItem = fc.record({
  title: fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((list) => list.join(' ')),
  text: fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((list) => list.join(' ')),
  language: fc.constantFrom('es', 'en'),
  source: fc.constantFrom('a', 'b'),
  published: fc.option(
    fc
      .integer({ min: 0, max: 400 })
      .map((days) => new Date(Date.parse(NOW) - days * 86_400_000).toISOString() as Instant),
    { nil: undefined },
  ),
});

test('points are whole and add up to the score, for items of every kind', () => {
  fc.assert(
    fc.property(fc.array(anyItem, { minLength: 1, maxLength: 40 }), (some) => {
      for (const scored of score(
        some.map(({ title, text, ...more }) => item(title, text, more)),
        desk,
        { now: NOW },
      ).scored) {
        expect(sum(scored)).toBe(scored.score);
        expect(scored.score).toBeGreaterThanOrEqual(0);
        expect(scored.score).toBeLessThanOrEqual(100);
        for (const { points } of scored.why) expect(Number.isInteger(points)).toBe(true);
      }
    }),
    { numRuns: size({ small: 10, middle: 60, whole: 300 }), seed: 7 },
  );
});

test('the order of items and topics changes nothing', () => {
  fc.assert(
    fc.property(fc.array(anyItem, { minLength: 2, maxLength: 20 }), (some) => {
      const items = some.map(({ title, text, ...more }) => item(title, text, more));
      const byId = (list: Scored[]) => new Map(list.map(({ item: { id }, ...rest }) => [id, rest]));
      const turned = { ...desk, topics: topics.toReversed(), audiences: audiences.toReversed() };
      expect(byId(score(items.toReversed(), turned, { now: NOW }).scored)).toEqual(
        byId(score(items, desk, { now: NOW }).scored),
      );
    }),
    { numRuns: size({ small: 8, middle: 50, whole: 250 }), seed: 7 },
  );
});

test.for([
  [0, 1],
  [7, 0.5],
  [14, 0.25],
  [-3, 1],
] as const)('at %i days of 7, %f of freshness is left', ([age, left]) => {
  expect(freshness(age, 7)).toBeCloseTo(left);
});
test('a half-life of nothing is a mistake of the caller', () => {
  expect(() => freshness(1, 0)).toThrow(RangeError);
});
test('contributions that cancel out still show', () => {
  expect(
    toPoints(0, [
      { signal: 'profile', value: 1 },
      { signal: 'freshness', value: -1 },
    ]),
  ).toEqual({
    score: 50,
    why: [
      { signal: 'base', points: 50 },
      { signal: 'profile', points: 25 },
      { signal: 'freshness', points: -25 },
    ],
  });
});
test('a source of which nothing is known is neither favoured nor not', () => {
  expect(trustBySource([])('new')).toEqual({ kept: 0, decided: 0, advantage: 0 });
});

test('a pick made by hand says nothing of its source', () => {
  const keep = ItemLine.parse({
    at: NOW,
    id: 'ffffffffffff',
    event: 'keep',
    source: 'a',
    title: 'x',
    url: 'https://a.example',
    language: 'es',
  });
  expect(trustBySource([keep])('a').decided).toBe(0);
});
