import { describe, expect, test } from 'vitest';
import { audienceFixture, sourceFixture, topicFixture } from '../../model/desk/deskFixture.ts';
import { applyRules, type RuleScope } from './applyRules.ts';
import { type CompiledRules, compileRules } from './compileRules.ts';
import type { RuledItem } from './reading.ts';

const item = (more: Partial<RuledItem>): RuledItem => ({
  title: '',
  text: '',
  source: 'diario',
  language: 'es',
  ...more,
});
const scope = (more: Partial<RuleScope> = {}): RuleScope => ({
  audience: 'vecindario',
  topics: [],
  ...more,
});

/** The rules of one audience. */
function ofAudience(...rules: object[]): CompiledRules {
  return compileRules({
    topics: [],
    audiences: [audienceFixture('vecindario', { rules })],
    sources: [],
  });
}
const names = (compiled: CompiledRules, one: RuledItem, more?: Partial<RuleScope>) =>
  applyRules(compiled, one, scope(more)).adjustments.map(({ name }) => name);

describe('a rule is met', () => {
  const text = 'Un bono de alquiler';
  test.for([
    ['by its phrase, in the title', { phrase: 'bono de alquiler' }, { title: text }, true],
    ['by its phrase, in the text', { phrase: 'bono de alquiler' }, { text }, true],
    ['by its phrase, in a label', { phrase: 'bono' }, { categories: ['x', 'Bono'] }, true],
    ['not across title and text', { phrase: 'a b' }, { title: 'a', text: 'b' }, false],
    ['not across two labels', { phrase: 'a b' }, { categories: ['a', 'b'] }, false],
    ['by a word in another inflection', { words: ['alquileres'] }, { text }, true],
    ['by a word in the other number', { words: ['alquiler'] }, { text: 'Alquileres' }, true],
    ['by a word in capitals without accents', { words: ['sequía'] }, { text: 'SEQUIAS' }, true],
    ['by any of its words', { words: ['tren', 'bonos'] }, { text }, true],
    ['not by a part of a word', { words: ['tren'] }, { text: 'entrena' }, false],
    ['by words in a row', { words: ['bonos de alquileres'] }, { text }, true],
    ['not by words apart', { words: ['bono alquiler'] }, { text: 'bono social, alquiler' }, false],
    ['not by a row across labels', { words: ['a1 b1'] }, { categories: ['a1', 'b1'] }, false],
    [
      'by English words as English has them',
      { words: ['tenancies'] },
      { text: 'a tenancy', language: 'en' },
      true,
    ],
    ['by its source', { source: 'diario' }, {}, true],
    ['not by another source', { source: 'otro' }, {}, false],
    ['by its language, whatever the region', { language: 'es' }, { language: 'es-MX' }, true],
    ['not by another language', { language: 'en' }, {}, false],
    ['by its author', { author: 'Redacción' }, { author: 'La redaccion' }, true],
    ['not by an item without author', { author: 'Redacción' }, { text: 'Redacción' }, false],
    ['only if all conditions hold', { phrase: 'bono', language: 'en' }, { text }, false],
    [
      'if all conditions hold',
      { phrase: 'bono', words: ['alquiler'], source: 'diario' },
      { text },
      true,
    ],
  ] as const)('%s', ([, conditions, more, expected]) => {
    const compiled = ofAudience({ effect: 'boost', name: 'x', ...conditions });
    expect(names(compiled, item(more as Partial<RuledItem>))).toEqual(expected ? ['x'] : []);
  });

  test.for([
    [30, false],
    [30.5, true],
    [undefined, false],
  ] as const)('at %s days, older than 30: %s', ([age, expected]) => {
    const compiled = ofAudience({ effect: 'boost', name: 'x', olderThan: 30 });
    expect(names(compiled, item({}), { age })).toEqual(expected ? ['x'] : []);
  });

  test('as of the age that is asked for', () => {
    const compiled = ofAudience({ effect: 'boost', name: 'x', olderThan: 30 });
    const one = item({});
    expect([31, 29].map((age) => names(compiled, one, { age }))).toEqual([['x'], []]);
  });

  test('by no item if its phrase cannot be read, though the rest holds', () => {
    const compiled = ofAudience({ effect: 'veto', phrase: '(a|', language: 'es' });
    expect(applyRules(compiled, item({ text: 'a' }), scope()).veto).toBeUndefined();
    expect(compiled.rules.get('audiences/vecindario')?.[0]?.faults).toHaveLength(1);
  });
});

describe('a boost or a penalty', () => {
  test('moves the score by its strength, and shows the words as they stand in the item, each once', () => {
    const compiled = ofAudience(
      { effect: 'boost', phrase: 'bono [joven]', strength: 0.5 },
      { effect: 'penalty', words: ['sorteo'], name: 'Nada de sorteos' },
    );
    const text = 'El Bono  Joven: el bono joven y el bono. SORTEOS, Sorteos y un sorteo';
    expect(applyRules(compiled, item({ text }), scope())).toEqual({
      veto: undefined,
      excludedTopics: [],
      adjustments: [
        {
          name: '"bono [joven]"',
          value: 0.5,
          terms: ['Bono Joven', 'bono'],
          where: 'audiences/vecindario',
        },
        {
          name: 'Nada de sorteos',
          value: -1,
          terms: ['SORTEOS', 'sorteo'],
          where: 'audiences/vecindario',
        },
      ],
    });
  });
  test.for([
    [{ phrase: 'a', language: 'en' }, '"a", language: en'],
    [{ words: ['a', 'b'], source: 'x' }, '"a" / "b", source: x'],
    [{ author: 'c', olderThan: 1 }, 'author: "c", olderThan: 1'],
  ] as const)('%j without a name is called %s', ([conditions, expected]) => {
    const [rule] =
      ofAudience({ effect: 'boost', ...conditions }).rules.get('audiences/vecindario') ?? [];
    expect(rule?.name).toBe(expected);
  });
  test('of another audience, source or topic does not count', () => {
    const rules = [{ effect: 'boost', language: 'es' }];
    const compiled = compileRules({
      topics: [topicFixture('agua', { rules }), topicFixture('clima', { rules })],
      audiences: [audienceFixture('vecindario', { rules }), audienceFixture('prensa', { rules })],
      sources: [sourceFixture('diario', { rules }), sourceFixture('otro', { rules })],
    });
    const { adjustments } = applyRules(compiled, item({}), scope({ topics: ['clima'] }));
    expect(adjustments.map(({ where }) => where)).toEqual([
      'sources/diario',
      'audiences/vecindario',
      'topics/clima',
    ]);
  });
});

describe('a veto', () => {
  const compiled = compileRules({
    topics: [
      topicFixture('agua', {
        exclude: ['agua mineral'],
        rules: [{ effect: 'boost', phrase: 'agua', name: 'agua' }],
      }),
      topicFixture('comercio', {
        rules: [{ effect: 'veto', phrase: 'agua mineral', name: 'Sin anuncios' }],
      }),
      topicFixture('clima', {}),
    ],
    audiences: [
      audienceFixture('vecindario', {
        avoid: ['horóscopo'],
        rules: [{ effect: 'veto', phrase: 'sorteo' }],
      }),
    ],
    sources: [
      sourceFixture('diario', { rules: [{ effect: 'veto', name: 'Opinión', phrase: 'tribuna' }] }),
    ],
  });
  const vetoOf = (text: string, topics: string[] = []) =>
    applyRules(compiled, item({ text }), scope({ topics })).veto;

  test.for([
    [
      'El HOROSCOPO de hoy',
      { name: 'vecindario avoid: "horóscopo"', where: 'audiences/vecindario' },
    ],
    ['Gran sorteo', { name: 'vecindario veto: "sorteo"', where: 'audiences/vecindario' }],
    ['Tribuna: el sorteo', { name: 'Opinión', where: 'sources/diario' }],
    ['Horóscopos', undefined],
  ] as const)('of "%s" is %j', ([text, expected]) => {
    expect(vetoOf(text)).toEqual(expected);
  });

  test('of a topic stands if each topic that the item is about has one; the strongest one names it', () => {
    const name = 'agua exclude: "agua mineral"';
    expect(vetoOf('agua mineral', ['agua'])).toEqual({ name, where: 'topics/agua' });
    expect(vetoOf('agua mineral', ['agua', 'comercio'])?.name).toBe(name);
    expect(vetoOf('agua mineral', ['comercio', 'agua'])?.name).toBe('Sin anuncios');
    expect(vetoOf('agua mineral', ['agua', 'clima'])).toBeUndefined();
    expect(vetoOf('agua mineral', [])).toBeUndefined();
  });
  test('of a topic that others outvote takes the item from that topic, and its boosts with it', () => {
    const ruling = (text: string) =>
      applyRules(compiled, item({ text }), scope({ topics: ['agua', 'clima'] }));
    expect(ruling('agua mineral')).toMatchObject({ excludedTopics: ['agua'], adjustments: [] });
    expect(ruling('agua')).toMatchObject({ excludedTopics: [], adjustments: [{ name: 'agua' }] });
  });
});
