import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_ADDRESS_RULES } from '../model/addressRules.ts';
import { Audience } from '../model/audience.ts';
import type { Desk, Entry } from '../model/desk.ts';
import type { Item } from '../model/item.ts';
import { LedgerLine } from '../model/ledger.ts';
import { Settings } from '../model/settings.ts';
import { Source } from '../model/source.ts';
import type { Instant } from '../model/time.ts';
import { Topic } from '../model/topic.ts';
import { choose } from './choose.ts';
import { freshness } from './freshness.ts';
import { toPoints } from './points.ts';
import { type Scored, score } from './score.ts';
import { trustBySource } from './trust.ts';

const NOW = '2026-11-21T09:00:00Z' as Instant;
const entry = <T>(name: string, data: T): Entry<T> => ({
  name,
  path: `${name}.md`,
  data,
  body: '',
  hash: '',
});

const topics = [
  entry(
    'water',
    Topic.parse({
      title: { es: 'Agua' },
      terms: {
        es: ['sequía', 'embalse', { term: 'agua potable', weight: 2 }],
        en: ['drought', 'reservoir', 'drinking water'],
      },
      exclude: ['agua de colonia'],
    }),
  ),
  entry(
    'housing',
    Topic.parse({
      title: { es: 'Vivienda' },
      terms: { es: ['alquiler', 'vivienda'], en: ['rent', 'housing'] },
    }),
  ),
];
const audiences = [
  entry(
    'residents',
    Audience.parse({
      title: 'Vecindario',
      languages: ['es'],
      interests: { water: 1, housing: 2 },
      avoid: ['horóscopo'],
    }),
  ),
  entry(
    'press',
    Audience.parse({ title: 'Prensa', languages: ['es', 'en'], interests: { water: 1 } }),
  ),
];
const settings = Settings.parse({
  name: 'D',
  languages: ['es'],
  timeZone: 'Europe/Madrid',
  contact: 'x',
});
const desk: Desk = {
  settings,
  about: '',
  topics,
  audiences,
  sources: ['a', 'b'].map((name) =>
    entry(name, Source.parse({ title: name, feed: `https://${name}.example`, language: 'es' })),
  ),
  channels: [],
  campaigns: [],
  candidates: [],
  picks: [],
  slots: [],
  rules: { addresses: DEFAULT_ADDRESS_RULES },
  ledger: [],
  quarantine: [],
  findings: [],
};

let serial = 0;
function item(title: string, text: string, more: Partial<Item> = {}): Item {
  serial += 1;
  const id = serial.toString(16).padStart(12, '0');
  const url = `https://a.example/${id}`;
  return {
    id,
    title,
    url,
    address: url,
    source: 'a',
    language: 'es',
    published: NOW,
    harvested: NOW,
    html: '',
    text,
    categories: [],
    ...more,
  };
}
const scoreOne = (one: Item, on: Desk = desk) => score([one], on, { now: NOW })[0] as Scored;
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
      sources: [entry('a', Source.parse({ title: 'a', feed: 'x', language: 'es', halfLife: 365 }))],
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
        LedgerLine.parse({ ...facts, id, event: 'proposed' }),
        LedgerLine.parse({ ...facts, id, event: n < 12 ? 'keep' : 'drop' }),
      ];
    }).flat();
    const trusted = scoreOne(drought, { ...desk, ledger });
    expect(trusted.why.find(({ signal }) => signal === 'trust')?.evidence).toBe('12/14');
    expect(trusted.score).toBeGreaterThan(
      scoreOne({ ...drought, source: 'b' }, { ...desk, ledger }).score,
    );
  });
});

describe('a veto', () => {
  test('of an audience names it and its phrase', () => {
    const stars = scoreOne(item('El horóscopo del alquiler', 'Vivienda y alquiler.'));
    expect(stars).toMatchObject({ audience: 'press' });
    expect(
      scoreOne(item('El HOROSCOPO', 'sequía'), { ...desk, audiences: audiences.slice(0, 1) }).veto,
    ).toBe('residents avoids "horóscopo"');
  });
  test('of a topic stops what is about that topic alone', () => {
    expect(
      scoreOne(
        item('Sequía de ideas', 'Un agua de colonia para el embalse: agua potable y sequía.'),
      ).veto,
    ).toBe('water excludes "agua de colonia"');
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

test('points are whole and add up to the score, for thousands of items', () => {
  fc.assert(
    fc.property(fc.array(anyItem, { minLength: 1, maxLength: 40 }), (some) => {
      for (const scored of score(
        some.map(({ title, text, ...more }) => item(title, text, more)),
        desk,
        { now: NOW },
      )) {
        expect(sum(scored)).toBe(scored.score);
        expect(scored.score).toBeGreaterThanOrEqual(0);
        expect(scored.score).toBeLessThanOrEqual(100);
        for (const { points } of scored.why) expect(Number.isInteger(points)).toBe(true);
      }
    }),
    { numRuns: 150, seed: 7 },
  );
});

test('the order of items, topics and ledger lines changes nothing', () => {
  fc.assert(
    fc.property(fc.array(anyItem, { minLength: 2, maxLength: 20 }), (some) => {
      const items = some.map(({ title, text, ...more }) => item(title, text, more));
      const byId = (list: Scored[]) => new Map(list.map(({ item: { id }, ...rest }) => [id, rest]));
      const turned = { ...desk, topics: topics.toReversed(), audiences: audiences.toReversed() };
      expect(byId(score(items.toReversed(), turned, { now: NOW }))).toEqual(
        byId(score(items, desk, { now: NOW })),
      );
    }),
    { numRuns: 50, seed: 7 },
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
  const keep = LedgerLine.parse({
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

describe('the choice', () => {
  const scored = (points: number, more: Partial<Item> = {}, veto?: string): Scored => ({
    item: item(`${points}`, '', more),
    score: points,
    audience: 'residents',
    why: [],
    audiences: {},
    topics: [],
    ...(veto && { veto }),
  });
  const outcomes = (list: Scored[], more: Partial<Settings> = {}, sources = desk.sources) =>
    choose(list, {
      settings: { ...settings, threshold: 50, capPerSource: 2, budget: 3, ...more },
      sources,
      candidates: [],
      picks: [],
    }).sifted.map(({ title, outcome }) => `${title} ${outcome}`);
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
    const important = [
      entry('b', Source.parse({ title: 'b', feed: 'x', language: 'es', important: true })),
    ];
    expect(outcomes([scored(90), scored(51, { source: 'b' })], { budget: 1 }, important)).toEqual([
      '90 overBudget',
      '51 proposed',
    ]);
  });
  test('follows a cap of the source’s own', () => {
    const capped = [entry('a', Source.parse({ title: 'a', feed: 'x', language: 'es', cap: 0 }))];
    expect(outcomes([scored(90)], {}, capped)).toEqual(['90 overCap']);
  });
});
