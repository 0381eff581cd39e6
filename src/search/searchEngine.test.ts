import { describe, expect, test } from 'vitest';
import type { SearchRecord } from '../model/site/searchRecord.ts';
import { fold } from './fold.ts';
import { MAX_LETTERS, MAX_WORDS, searchEngine } from './searchEngine.ts';

function record(title: string, given: Partial<SearchRecord> = {}): SearchRecord {
  return {
    title,
    href: `/${title}/`,
    lang: 'es',
    from: 'Un diario',
    topics: [],
    note: '',
    ...given,
  };
}

const records = [
  record('El acuífero no es una hucha', { topics: ['Agua y sequía'] }),
  record('Cómo leer el nivel de un embalse', {
    topics: ['Agua y sequía'],
    from: 'Cuaderno de Cuenca',
  }),
  record('Alquiler asequible en pueblos', {
    topics: ['Vivienda'],
    note: 'Quince ordenanzas comparadas',
  }),
  record('La caña y el puente'),
  record('La cana y el tinte'),
  record('The bus you have to call', { lang: 'en' }),
];
const search = searchEngine(records);
const titles = (query: string) => search(query, 5).map(({ record: found }) => found.title);

describe('search finds', () => {
  test.for([
    ['a word', 'embalse', 'Cómo leer el nivel de un embalse'],
    ['without its accent', 'acuifero', 'El acuífero no es una hucha'],
    ['with an accent too many', 'embálse', 'Cómo leer el nivel de un embalse'],
    ['in capitals', 'ACUÍFERO', 'El acuífero no es una hucha'],
    ['with a mistake', 'alquilre', 'Alquiler asequible en pueblos'],
    ['by its beginning', 'asequi', 'Alquiler asequible en pueblos'],
    ['in whatever order', 'pueblos alquiler', 'Alquiler asequible en pueblos'],
    ['across fields', 'cuenca sequia', 'Cómo leer el nivel de un embalse'],
    ['in the note', 'ordenanzas', 'Alquiler asequible en pueblos'],
  ] as const)('%s: %s', ([, query, title]) => {
    expect(titles(query)[0]).toBe(title);
  });

  test('ñ as a letter of its own', () => {
    expect(titles('caña')[0]).toBe('La caña y el puente');
    expect(titles('cana')[0]).toBe('La cana y el tinte');
  });
  test('only what has every word', () => {
    expect(titles('alquiler embalse')).toEqual([]);
  });
  test('nothing for nothing', () => {
    expect(titles('  ')).toEqual([]);
  });
  test('something, and no error, for a query of any length', () => {
    expect(() => titles('ñ'.repeat(500))).not.toThrow();
    expect(titles(`embalse ${'ñ'.repeat(MAX_LETTERS * 2)}`)).toEqual([]);
  });
  test('with every word of a long query, and none cut short', () => {
    const long = 'leer el nivel de un embalse como';
    expect(titles(`${long} sequia`)[0]).toBe('Cómo leer el nivel de un embalse');
    expect(titles(`${long} alquileres`)).toEqual([]);
    expect(titles(`${'nivel '.repeat(MAX_WORDS)}alquileres`)).toHaveLength(1);
  });
});

test('says where the words stand, in the letters of the text itself', () => {
  const [found] = search('acuifero', 1);
  const [range] = found?.marks.title ?? [];
  expect(found?.record.title.slice(range?.[0], (range?.[1] ?? 0) + 1)).toBe('acuífero');
});

test.for([
  ['Ñandú ÁRBOL', 'ñandu arbol'],
  ['Straße ĳ ﬁ', 'straße ĳ ﬁ'],
  ['İ', 'i'],
  ['🎉 e\u0301', '🎉 e'],
] as const)('%s folds to %s, letter for letter', ([text, folded]) => {
  expect(fold(text)).toBe(folded);
  expect(fold(text)).toHaveLength(text.normalize('NFC').length);
});
