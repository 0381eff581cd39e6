import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cpuSeconds } from '../../tests/support/cpuSeconds.ts';
import type { CodedClause } from '../model/desk/clause.ts';
import { ClauseError } from '../model/desk/clauseError.ts';
import { foldVowels } from '../words/words.ts';
import { readPhrase } from './phrase.ts';

/** What a phrase finds in a text, as it stands there. */
function found(phrase: string, text: string): string[] {
  return readPhrase(phrase)
    .findAll(text)
    .map(({ start, end }) => text.slice(start, end));
}

test.for([
  // words
  ['contenido patrocinado', 'Esto es contenido patrocinado.', ['contenido patrocinado']],
  ['contenido patrocinado', 'CONTENIDO\n  PATROCINADO', ['CONTENIDO\n  PATROCINADO']],
  ['contenido patrocinado', 'contenidos patrocinados', []],
  ['que', 'Qué paso, que aquel quiera', ['Qué', 'que']],
  ['ultima generación', 'de última generacion', ['última generacion']],
  ['ano', 'un año', []],
  ['año', 'un AÑO, un ano', ['AÑO']],
  ['año', 'un an\u0303o', ['an\u0303o']],
  ['camión', 'un camio\u0301n', ['camio\u0301n']],
  ['world class', 'a world-class, «world class» team', ['world-class', 'world class']],
  ['world-class', 'a world class team', ['world class']],
  ["you won't believe", 'You won’t believe it', ['You won’t believe']],
  ['Madrid', 'Madrid’s mayor', ['Madrid']],
  ['sinergia', 'siner\u00ADgia', ['siner\u00ADgia']],
  ['clase mundial', 'De clase. Mundial de fútbol', []],
  ['clase mundial', 'De clase: mundial', []],
  ['clase mundial', 'De clase, mundial', ['clase, mundial']],
  ['clase mundial', 'De clase\n\nMundial', []],
  ['EE. UU.', 'En EE. UU. y en EE.UU. también', ['EE. UU', 'EE.UU']],
  ['water.example', 'see water.example/today', ['water.example']],
  // endings
  ['sinergia*', 'sinergias y sinergia, sinergi', ['sinergias', 'sinergia']],
  ['lider* en', 'líderes en el sector, líder del', ['líderes en']],
  ['descuento[s]', 'descuento, descuentos, descuentos2', ['descuento', 'descuentos']],
  ['nuestr(o|a)[s]', 'nuestro nuestras nuestr', ['nuestro', 'nuestras']],
  ['(oferta|plaza)s', 'oferta ofertas plazas', ['ofertas', 'plazas']],
  ['[in]mejorabl*', 'mejorable, inmejorables', ['mejorable', 'inmejorables']],
  ['super(oferta|rebaja)*', 'superofertas superrebajas', ['superofertas', 'superrebajas']],
  // groups
  ['(poner|puesta) en valor', 'la puesta en valor', ['puesta en valor']],
  ['(pone|puesta al) día', 'puesta al día; pone al día', ['puesta al día']],
  ['no [te|lo] creas', 'No te creas. No creas. No me creas', ['No te creas', 'No creas']],
  ['a [b] [c] d', 'a d, a b d, a b c d, a c d', ['a d', 'a b d', 'a b c d', 'a c d']],
  ['((a|b) c|d) e', 'a c e, d e, a e', ['a c e', 'd e']],
  ['de [la] [mano de] [la] casa', 'de la casa', ['de la casa']],
  // gaps
  ['estos son ~ motivos', 'Estos son los motivos', ['Estos son los motivos']],
  ['estos son ~ motivos', 'Estos son motivos', ['Estos son motivos']],
  [
    'estos son ~ motivos',
    'Estos son los tres grandes motivos',
    ['Estos son los tres grandes motivos'],
  ],
  ['estos son ~ motivos', 'Estos son los tres muy grandes motivos', []],
  ['estos son ~ motivos', 'Estos son. Los motivos', []],
  [
    'si ... entonces',
    'si uno dos tres cuatro cinco: entonces',
    ['si uno dos tres cuatro cinco: entonces'],
  ],
  ['si … entonces', 'si uno. Entonces', []],
  // alternatives
  ['oferta | plazas limitadas', 'Plazas limitadas, oferta', ['Plazas limitadas', 'oferta']],
  ['oferta|descuento', 'un descuento', ['descuento']],
  ['a | a b', 'a b', ['a b']],
  // edges
  ['^ descubre', '«Descubre» y descubre', ['Descubre']],
  ['^descubre', '¡¡Descubre!! Ya descubre', ['Descubre']],
  ['^ descubre', 'Ya descubre', []],
  ['es así $', 'No es así. Y es así…', ['es así']],
  ['^ hola $ | adiós', 'Hola.', ['Hola']],
  ['^ hola $', 'Hola, mundo', []],
  ['^ # claves', '7 claves', ['7 claves']],
  // numbers
  ['# (claves|cosas)', '10 cosas, 3.500 claves, 5g cosas', ['10 cosas', '3.500 claves']],
  ['3.500 casas', 'hay 3.500 casas', ['3.500 casas']],
  // marks
  [
    '^ ¿ ... ? $',
    '¿Cuánto cuesta, de verdad, un tejado?',
    ['¿Cuánto cuesta, de verdad, un tejado?'],
  ],
  ['^ ¿ ... ? $', 'Tejados: ¿cuánto cuestan?', []],
  ['sabes ... ?', '¿Lo sabes ya? Sí', ['sabes ya?']],
  ['! !', '¡Ya!! ¡Hoy!', ['!!']],
  ['aviso: agua', 'Aviso: agua. Aviso agua', ['Aviso: agua']],
  ['aviso: agua', 'Aviso; agua', ['Aviso; agua']],
  ['a las 19:30', 'hoy, a las 19:30', ['a las 19:30']],
  ['muros; casas: tejados', 'muros: casas; tejados', ['muros: casas; tejados']],
] as const)('%j in %j: %j', ([phrase, text, finds]) => {
  expect(found(phrase, text)).toEqual(finds);
});

test.for([
  ['', 'phrase/empty', {}],
  ['—, «»', 'phrase/empty', {}],
  ['^ $', 'phrase/empty', {}],
  ['(a', 'phrase/unclosed', { sign: '(', at: 1 }],
  ['a)', 'phrase/closes-nothing', { sign: ')', at: 2 }],
  ['(a]', 'phrase/closes-nothing', { sign: ']', at: 3 }],
  ['a ()', 'phrase/nothing-before', { sign: ')', at: 4 }],
  ['a | | b', 'phrase/nothing-before', { sign: '|', at: 5 }],
  ['a |', 'phrase/empty', {}],
  ['*', 'phrase/lone-star', { at: 1 }],
  ['a *', 'phrase/lone-star', { at: 3 }],
  ['a*b', 'phrase/after-star', { at: 3 }],
  ['a ^ b', 'phrase/caret-inside', { at: 3 }],
  ['$ a', 'phrase/dollar-inside', { at: 1 }],
  ['(^ a)', 'phrase/caret-inside', { at: 2 }],
  ['~ a', 'phrase/begins-with-gap', {}],
  ['a ...', 'phrase/ends-with-gap', {}],
  ['[a] [b|c]', 'phrase/asks-for-nothing', {}],
  ['[a][b]', 'phrase/empty-word', { at: 1 }],
  ['a(b c)', 'phrase/joins-no-part', { at: 1 }],
  ["here('s|s)", 'phrase/joins-with-sign', { at: 1 }],
  ['\\w+', 'phrase/meaningless', { sign: '\\', at: 1 }],
  ['a{2}', 'phrase/meaningless', { sign: '{', at: 2 }],
  ['(a|b|c|d|e|f|g)(a|b|c|d|e|f|g)(a|b|c|d|e|f|g)', 'phrase/too-many-forms', { at: 1, limit: 300 }],
] as const)('%j cannot be read: %s', ([phrase, code, more]) => {
  expect(() => readPhrase(phrase)).toThrow(
    new ClauseError({ code, values: { phrase, ...more } } as CodedClause),
  );
});

test('a phrase of a page is refused', () => {
  expect(() => readPhrase('a '.repeat(501))).toThrow(
    new ClauseError({
      code: 'phrase/too-long',
      values: { phrase: `${'a '.repeat(39)}a…`, limit: 1000 },
    }),
  );
});

test('the first place, and nothing where there is none', () => {
  expect(readPhrase('b').find('a B b')).toEqual({ start: 2, end: 3 });
  expect(readPhrase('b').find('a')).toBeUndefined();
  expect(readPhrase('b').find('')).toBeUndefined();
});

test('a phrase that would take too many steps is refused', () => {
  const phrase = `a${' ... a'.repeat(15)}`;
  expect(() => readPhrase(phrase)).toThrow(
    new ClauseError({ code: 'phrase/too-much', values: { phrase } }),
  );
});

test('a phrase is read once', () => {
  expect(readPhrase('una [sola] vez')).toBe(readPhrase('una [sola] vez'));
});

// Where steps were tried again for each way to reach them, each of these would take longer than the world has stood.
test.for([
  [`${'[a] '.repeat(200)}b`, 'a '.repeat(5_000)],
  [`${'(a|a a) '.repeat(100)}b`, 'a '.repeat(5_000)],
  [`${'a ~ '.repeat(100)}b`, 'a '.repeat(5_000)],
  [`${'a ... '.repeat(10)}b`, 'a '.repeat(4_000)],
  ['a* b* c* x', 'a'.repeat(500_000)],
  ['^ ! x $', '!'.repeat(200_000)],
  ['# x', '1.'.repeat(200_000)],
  ['a b', 'a\n'.repeat(200_000)],
  ['a b', `a${'\u00AD'.repeat(500_000)}`],
  ['a b', `a${'\n '.repeat(200_000)}`],
  ['a b', `a${'.'.repeat(200_000)}`],
] as const)('%.20j is looked for in a hostile text', ([phrase, text]) => {
  const look = () => expect(readPhrase(phrase).find(text)).toBeUndefined();
  expect(cpuSeconds(look)).toBeLessThan(5);
});

const PIECES = [
  'a',
  'b',
  'ñu',
  '(',
  ')',
  '[',
  ']',
  '|',
  ' | ',
  ' ',
  '*',
  '~',
  '...',
  '^',
  '$',
  '#',
  '¿',
  '?',
  '!',
  '-',
  '.',
  '\\',
  '7',
];
const scribble = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join('')),
);
const page = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('a', 'b', 'ñu', ' ', ' ', '.', '\n\n', '¿', '?', '!', '7', 'ab'), {
      maxLength: 40,
    })
    .map((pieces) => pieces.join('')),
);

test('whatever is written, it is read or refused, and every find lies in the text, one after the other', () => {
  fc.assert(
    fc.property(scribble, page, (source, text) => {
      let spans: { start: number; end: number }[];
      try {
        spans = readPhrase(source).findAll(text);
      } catch (error) {
        expect(error).toBeInstanceOf(SyntaxError);
        return;
      }
      let last = 0;
      for (const { start, end } of spans) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 2000 },
  );
});

const LETTERS = [...'abcdefghijklmnopqrstuvwxyzáéíóúüñç'];
const word = fc
  .array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 8 })
  .map((letters) => letters.join(''));
const words = fc.array(word, { minLength: 1, maxLength: 5 });

test('plain words are found in a sentence that holds them, in capitals and without accents too', () => {
  fc.assert(
    fc.property(words, words, words, (before, phrase, after) => {
      const plain = phrase.join(' ');
      for (const written of [
        plain,
        plain.toUpperCase(),
        foldVowels(plain),
        plain.normalize('NFD'),
      ]) {
        const sentence = `${before.join(' ')} «${written}», ${after.join(' ')}.`;
        const at = sentence.indexOf('«') + 1;
        expect(readPhrase(plain).findAll(sentence)).toContainEqual({
          start: at,
          end: at + written.length,
        });
      }
    }),
  );
});
