import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '../../src/learning/seededRandom.ts';
import type { Desk } from '../../src/model/desk/desk.ts';
import type { ItemLine } from '../../src/model/desk/ledger/itemLine.ts';
import { ledgerOf } from '../../src/model/desk/ledger/ledger.ts';
import type { Instant } from '../../src/model/desk/time.ts';
import type { Item } from '../../src/model/run/item.ts';
import { score } from '../../src/score/score.ts';
import type { Scored } from '../../src/score/scored.ts';
import { desk, item, NOW } from '../../src/score/scoringFixture.ts';
import { size } from '../support/size.ts';

const VOCABULARY = (
  'sequía embalse agua potable alquiler vivienda gol equipo ayuda pleno bando concejal tarifa autobús parada horario ' +
  'verano fiesta música escuela patio sombra calor placa tejado factura recibo contador fuga tubería pozo riego aviso ' +
  'cita sede trámite impreso letra carta mostrador tienda feria mercado horno pan leña monte incendio retén turno'
).split(' ');

/** Texts that look like chance and are the same in every run. */
function texts(seed: number) {
  const random = seededRandom(seed);
  const one = () => VOCABULARY[Math.floor(random() * VOCABULARY.length)] ?? '';
  const words = (count: number) => Array.from({ length: count }, one).join(' ');
  return { random, words };
}

/** A desk that has decided on `count` items, keeping what speaks of buses more often than not. */
function decidedDesk(seed: number, count: number): Desk {
  const { random, words } = texts(seed);
  const ledger = Array.from({ length: count }, (_, n): ItemLine[] => {
    const text = words(12);
    const kept = random() < (/autobús|parada|horario/.test(text) ? 0.8 : 0.25);
    const line = {
      at: new Date(Date.parse(NOW) - (count - n) * 3_600_000).toISOString() as Instant,
      id: (n + 1).toString(16).padStart(12, 'd'),
      source: n % 3 === 0 ? 'b' : 'a',
      audience: n % 2 === 0 ? 'residents' : 'press',
      title: words(4),
      url: `https://a.example/decided-${n}`,
      language: 'es',
    };
    return [
      { ...line, event: 'proposed', text },
      { ...line, event: kept ? 'keep' : 'drop' },
    ];
  });
  return { ...desk, ledger: ledgerOf(ledger.flat()) };
}

const sum = ({ why }: Pick<Scored, 'why'>) => why.reduce((total, { points }) => total + points, 0);

const ITEMS = size({ small: 1_000, middle: 10_000, whole: 10_000 });

test(`points add up to the score for ${ITEMS.toLocaleString('en')} items, in at most ten reasons, base among them`, () => {
  const { words, random } = texts(41);
  const items = Array.from({ length: ITEMS }, () =>
    item(words(1 + Math.floor(random() * 6)), words(Math.floor(random() * 30)), {
      language: random() < 0.8 ? 'es' : 'en',
      source: random() < 0.5 ? 'a' : 'b',
      published: new Date(Date.parse(NOW) - random() * 60 * 86_400_000).toISOString() as Instant,
    }),
  );
  const { scored } = score(items, decidedDesk(42, 200), { now: NOW });
  const signals = new Set(scored.flatMap(({ why }) => why.map(({ signal }) => signal)));
  expect([...signals]).toEqual(
    expect.arrayContaining(['base', 'profile', 'semantic', 'learned', 'trust', 'freshness']),
  );
  for (const one of scored) {
    expect(sum(one)).toBe(one.score);
    expect(one.score).toBeGreaterThanOrEqual(0);
    expect(one.score).toBeLessThanOrEqual(100);
    expect(one.why.length).toBeLessThanOrEqual(10);
    expect(one.why[0]?.signal).toBe('base');
  }
});

/** By how much, in log-odds, the first of two items is ahead of the second. */
function lead(on: Desk, [first, second]: readonly [Item, Item], others: readonly Item[]): number {
  const { scored } = score([first, second, ...others], on, { now: NOW });
  return (scored[0]?.relevance ?? 0) - (scored[1]?.relevance ?? 0);
}

test('a decision in favour of a word never shrinks the lead of an item that has it over its twin', () => {
  const background = texts(43);
  const others = Array.from({ length: 80 }, () => item(background.words(4), background.words(10)));
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.constantFrom(0, 5, 20, 60, 120),
      fc.constantFrom('zahorí', 'lanzadera', 'tejavana', 'autobús'),
      (seed, count, word) => {
        const { words } = texts(seed);
        const on = { ...decidedDesk(seed, count), audiences: desk.audiences.slice(0, 1) };
        const frame = [words(3), words(8)] as const;
        const twins = [
          item(`${frame[0]} ${word}`, frame[1]),
          item(`${frame[0]} cualquiera`, frame[1]),
        ] as const;
        const line = {
          at: NOW,
          id: 'abcabcabcabc',
          source: 'c',
          audience: 'residents',
          title: `${frame[0]} ${word}`,
          url: 'https://c.example/decided',
          language: 'es',
        };
        const proposed = { ...line, event: 'proposed' as const, text: frame[1] };
        const before = lead(
          { ...on, ledger: ledgerOf([...on.ledger.items, proposed]) },
          twins,
          others,
        );
        const after = lead(
          { ...on, ledger: ledgerOf([...on.ledger.items, proposed, { ...line, event: 'keep' }]) },
          twins,
          others,
        );
        expect(after).toBeGreaterThanOrEqual(before - 1e-6);
      },
    ),
    { numRuns: size({ small: 6, middle: 30, whole: 80 }), seed: 11 },
  );
});

test('the order of sources, files and ledger lines changes nothing', () => {
  const { words } = texts(44);
  const items = Array.from({ length: 120 }, (_, n) =>
    item(words(4), words(20), { source: n % 2 === 0 ? 'a' : 'b' }),
  );
  const on = decidedDesk(45, 90);
  const turned: Desk = {
    ...on,
    sources: on.sources.toReversed(),
    topics: on.topics.toReversed(),
    audiences: on.audiences.toReversed(),
    ledger: ledgerOf(on.ledger.items.toReversed()),
  };
  const reported = ({ scored }: ReturnType<typeof score>) =>
    scored
      .map(({ item: { id }, contributions: _, ...rest }) => JSON.stringify([id, rest]))
      .sort()
      .join('\n');
  expect(reported(score(items.toReversed(), turned, { now: NOW }))).toBe(
    reported(score(items, on, { now: NOW })),
  );
});
