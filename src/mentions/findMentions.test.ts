import { expect, test } from 'vitest';
import { cpuSeconds } from '../../tests/support/cpuSeconds.ts';
import { NameRules } from '../model/desk/nameRules.ts';
import { findMentions } from './findMentions.ts';

const rules = (...names: unknown[]) => NameRules.parse({ names });
const shuttle = {
  name: 'La Lanzadera',
  aliases: ['Lanzadera', 'Lanzaderas'],
  ambiguous: true,
  context: ['autobús', 'centro de salud', 'Almoraya'],
  excludes: ['lanzadera* (de|para el) empleo'],
};
const find = (text: string, names: NameRules, language = 'es', title = '') =>
  findMentions({ title, text, language }, names);
/** `sure`, `unsure` or nothing, name by name. */
const state = (text: string, names: NameRules, language = 'es') =>
  find(text, names, language).map(({ name, unsure }) => (unsure ? `${name}?` : name));

test.for([
  ['the name itself', 'La Llave abre.', ['Llave']],
  ['inside a word', 'La llavero abre, el portallave no.', []],
  ['in capitals', 'LA LLAVE ABRE', ['Llave']],
  ['beside marks', '«Llave»: abre', ['Llave']],
  ['beside a number', 'Llave2 abre', []],
  ['a plural that is no alias', 'Las llaves abren', []],
  ['in an English genitive', "Llave's door", ['Llave']],
] as const)('whole words: %s', ([, text, names]) => {
  expect(state(text, rules({ name: 'Llave' }))).toEqual(names);
});

test.for([
  ['Ágora', 'el AGORA municipal', true],
  ['Agora', 'el ágora municipal', true],
  ['Peña', 'la pena mayor', false],
  ['Oficina de la Llave', 'la oficina  de\u00a0la\nllave', true],
  ["L'Aljub", 'visita a L’Aljub', true],
  ['C++ (curso)', 'el c++ (curso) gratuito', true],
  ['a.b', 'el axb', false],
  ['Peña', 'la pen\u0303a taurina', true],
] as const)('%j in %j: %s', ([name, text, isFound]) => {
  expect(find(text, rules({ name })).length === 1).toBe(isFound);
});

test.for([
  ['SOL', 'el sol de agosto', false],
  ['SOL', 'la red SOL', true],
  ['ÓPTICA', 'la red OPTICA', true],
] as const)('exact %s in «%s»: %s', ([name, text, isFound]) => {
  expect(find(text, rules({ name, exact: true })).length === 1).toBe(isFound);
});

test('a longer name hides the shorter one in it, unless it is not in the text', () => {
  const both = rules({ name: 'Guadalerma' }, { name: 'Mirador del Guadalerma' });
  expect(state('El Mirador del Guadalerma abre.', both)).toEqual(['Mirador del Guadalerma']);
  expect(state('El mirador, sobre el Guadalerma.', both)).toEqual(['Guadalerma']);
});

test('and so it does where the case of one of them counts', () => {
  const both = rules({ name: 'Red Sol', exact: true }, { name: 'Sol' }, { name: 'La Red' });
  expect(state('Abre la Red Sol.', both)).toEqual(['La Red', 'Sol']);
  expect(state('Abre Red Sol.', both)).toEqual(['Red Sol']);
});

test('names that share a spelling are both found', () => {
  const both = rules({ name: 'Llave', aliases: ['OLL'] }, { name: 'Olla', aliases: ['oll'] });
  expect(state('La OLL abre.', both)).toEqual(['Llave', 'Olla']);
});

test.for([
  ['a word of its context', 'La Lanzadera, el nuevo autobús.', ['La Lanzadera']],
  ['in another inflection', 'Los autobuses de Lanzadera', ['La Lanzadera']],
  ['several words in a row', 'Lanzadera hasta el centro de salud', ['La Lanzadera']],
  ['the same words apart', 'Lanzadera por la salud en el centro', ['La Lanzadera?']],
  ['none', 'La Lanzadera crece', ['La Lanzadera?']],
  ['twelve words on', `Lanzadera ${'uno '.repeat(11)}autobús`, ['La Lanzadera']],
  ['thirteen words on', `Lanzadera ${'uno '.repeat(12)}autobús`, ['La Lanzadera?']],
  ['twelve words before', `Autobús ${'uno '.repeat(11)}Lanzadera`, ['La Lanzadera']],
  ['thirteen words before', `Autobús ${'uno '.repeat(12)}Lanzadera`, ['La Lanzadera?']],
  ['a phrase that is excluded', 'Las lanzaderas de empleo de Almoraya', []],
  [
    'elsewhere in the item',
    `Lanzadera. ${'uno '.repeat(40)}. El autobús Lanzadera.`,
    ['La Lanzadera'],
  ],
] as const)('an ambiguous name with %s', ([, text, names]) => {
  expect(state(text, rules(shuttle))).toEqual(names);
});

test('a capital letter alone confirms nothing', () => {
  expect(
    state(
      'Shuttle Gap Sinks Target',
      rules({ name: 'Target', exact: true, ambiguous: true }),
      'en',
    ),
  ).toEqual(['Target?']);
});

test('a name with context needs it, marked ambiguous or not', () => {
  expect(state('Crece Orilla', rules({ name: 'Orilla', context: ['agua'] }))).toEqual(['Orilla?']);
});

test('context in the text confirms a name in the title', () => {
  const item = {
    title: 'Crece la Lanzadera',
    text: 'El autobús para en la plaza.',
    language: 'es',
  };
  expect(findMentions(item, rules(shuttle))[0]).toEqual({
    name: 'La Lanzadera',
    sentence: 'Crece la Lanzadera',
  });
});

test.for([
  ['es', 1],
  ['es-MX', 1],
  ['en', 0],
  ['und', 1],
] as const)('a name of Spanish texts, in %s: %i', ([language, times]) => {
  expect(find('La Llave abre', rules({ name: 'Llave', languages: ['es'] }), language)).toHaveLength(
    times,
  );
});

test('of several sentences, the critical one; without any, the first of the text', () => {
  const names = rules({ name: 'Llave' });
  const text =
    'La Llave abre hoy. El equipo de la Llave, premiado y felicitado. La Llave es un desastre. Adiós.';
  expect(find(text, names, 'es', 'La Llave')).toEqual([
    { name: 'Llave', sentence: 'La Llave es un desastre.', hint: 'negative', words: ['desastre'] },
  ]);
  expect(find('Hoy llueve. La Llave abre.', names, 'es', 'La Llave')[0]?.sentence).toBe(
    'La Llave abre.',
  );
});

test('only the sentence with the name makes a hint', () => {
  const text = 'Un desastre y una vergüenza de obra. La Llave abre hoy.';
  expect(find(text, rules({ name: 'Llave' }))[0]?.hint).toBeUndefined();
});

test('at most five names, the sure ones first, in the order of the text', () => {
  const names = rules(
    ...'abcdefg'
      .split('')
      .map((letter) => ({ name: `nombre ${letter}`, ambiguous: letter === 'g' })),
  );
  const text = 'Nombre g, nombre f, nombre e, nombre d, nombre c, nombre b.';
  expect(state(text, names)).toEqual('fedcb'.split('').map((letter) => `nombre ${letter}`));
  expect(state('Nombre g y nombre a.', names)).toEqual(['nombre a', 'nombre g?']);
});

test('the order of the rules changes nothing', () => {
  const names = [{ name: 'Llave' }, shuttle, { name: 'Guadalerma' }];
  const text = 'La Lanzadera del Guadalerma y la Llave.';
  expect(find(text, rules(...names.toReversed()))).toEqual(find(text, rules(...names)));
});

test('an excluded phrase that cannot be read excludes nothing', () => {
  expect(state('La Llave abre', rules({ name: 'Llave', excludes: ['(llave'] }))).toEqual(['Llave']);
});

test('a title that ends where the text goes on holds no name across the two', () => {
  expect(find('Llave abre', rules({ name: 'Oficina Llave' }), 'es', 'Oficina')).toEqual([]);
});

test('a hostile text is read in linear time', () => {
  const many = rules(
    ...Array.from({ length: 1_500 }, (_, index) => ({
      name: `a a a a${'a'.repeat(index % 40)} ${index}`,
    })),
  );
  const read = () => expect(find('a '.repeat(100_000), many)).toEqual([]);
  expect(cpuSeconds(read)).toBeLessThan(10);
});
