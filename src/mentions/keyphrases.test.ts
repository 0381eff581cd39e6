import { describe, expect, test } from 'vitest';
import { ledgerOf } from '../model/desk/ledger/ledger.ts';
import { Instant } from '../model/desk/time.ts';
import type { Item } from '../model/run/item.ts';
import { buildCorpus, type Corpus } from '../words/corpus.ts';
import { keyphrases } from './keyphrases.ts';

const archive = (...texts: string[]): Corpus =>
  buildCorpus(
    { ledger: ledgerOf([]), picks: [], candidates: [] },
    texts.map(
      (text, index): Item => ({
        id: String(index).padStart(12, '0'),
        title: '',
        url: 'https://a.example/',
        address: 'https://a.example/',
        source: 'a',
        language: 'es',
        harvested: Instant.parse('2026-11-01T00:00:00Z'),
        html: '',
        text,
        categories: [],
      }),
    ),
  );
const none = archive();
const es = (title: string, text: string, corpus = none) =>
  keyphrases({ title, text, language: 'es' }, corpus);
const en = (title: string, text: string) => keyphrases({ title, text, language: 'en' }, none);

const water = es(
  'El acuífero de Hozparda baja otra vez',
  'El nivel del acuífero de Hozparda bajó 12 metros en 2026. La ingeniera Rosa Almendro señaló que el ' +
    'acuífero pierde agua por los pozos. «Los pozos ilegales son el problema», dijo Rosa Almendro a la ' +
    'Comunidad de Regantes de la Vega.',
);

test('a text on an aquifer gives its subject first, then names', () => {
  expect(water[0]).toBe('acuífero de Hozparda');
  expect(water).toContain('Rosa Almendro');
  expect(water).toContain('pozos');
  expect(water).toHaveLength(5);
});

test('no two phrases share a word, and none is a number or ends in a stop word', () => {
  const words = water.flatMap((phrase) => phrase.toLowerCase().split(' '));
  const content = words.filter((word) => !['de', 'la', 'los'].includes(word));
  expect(new Set(content).size).toBe(content.length);
  for (const phrase of water) expect(phrase).toMatch(/^(?=\p{L}{3}).*(?<=\p{L}{3})$/u);
});

describe('what is no phrase of its own', () => {
  test.for([
    ['a number', '2026', 'El presupuesto de 2026 sube. En 2026 habrá obras.'],
    ['a stop word', 'desde', 'Desde ayer, desde hoy y desde siempre hay presupuesto.'],
    ['a verb of saying', 'señaló', 'El concejal señaló obras. La concejala señaló presupuestos.'],
    ['an adverb', 'rápidamente', 'El río baja rápidamente. Sube rápidamente la factura.'],
    ['an infinitive', 'construir', 'Piden construir casas. Quieren construir caminos.'],
    [
      'a filling that begins a name',
      'Nueva',
      'Van a Nueva Orilla. La línea de Nueva Orilla. Nueva.',
    ],
    ['a part of a name', 'Rosa', 'Vino Rosa Almendro. Habló Rosa Almendro. Salió Rosa Almendro.'],
  ] as const)('%s', ([, phrase, text]) => {
    const found = es('', text);
    expect(found.length).toBeGreaterThan(0);
    expect(found).not.toContain(phrase);
  });
});

describe('words in a row are one phrase', () => {
  test.for([
    ['a name', 'La Junta de Aguas del Norte convoca', 'Junta de Aguas del Norte'],
    ['a name at the beginning', 'Rosa Almendro presenta su libro', 'Rosa Almendro'],
    ['said twice', 'Faltan bombas solares. Sobran bombas solares.', 'bombas solares'],
  ] as const)('where they are %s', ([, text, phrase]) => {
    expect(es('', text)).toContain(phrase);
  });
  test('as a whole where they are a name, however common its first word', () => {
    const common = archive(...Array.from({ length: 30 }, (_, index) => `junta ${index}`));
    const text = 'La Junta de Aguas del Norte convoca';
    expect(es('', text, common)).toContain('Junta de Aguas del Norte');
  });
  test('where the archive has them together, and not where it does not', () => {
    const known = archive(
      ...['uno', 'dos', 'tres', 'cuatro'].map((word) => `${word}: el autobús a demanda`),
    );
    const text = 'Vuelve el autobús a demanda en la comarca';
    expect(es('', text, known)).toContain('autobús a demanda');
    expect(es('', text)).not.toContain('autobús a demanda');
  });
  test('not across a full stop, a comma or a genitive', () => {
    expect(
      en(
        '',
        'They met in Ashford. Milton came, Barrow left. We went to see Ashford’s Priory again.',
      ),
    ).toEqual(expect.arrayContaining(['Ashford', 'Milton', 'Barrow', 'Priory']));
  });
});

test('words are written as the item mostly writes them', () => {
  expect(es('SEQUÍA Y PAÑALES', 'La sequía sigue. Otra sequía, más pañales y pañales.')).toEqual(
    expect.arrayContaining(['sequía', 'pañales']),
  );
});

test('a word of the title outweighs one that stands more often', () => {
  const text = 'Farolas, farolas, farolas y tranvías.';
  expect(es('', text)[0]).toMatch(/farolas/i);
  expect(es('Tranvías', text)[0]).toMatch(/tranvías/i);
});

test('a word that every text of the archive has weighs less', () => {
  const common = archive(...Array.from({ length: 30 }, (_, index) => `comarca ${index}`));
  expect(es('', 'La comarca y la ludoteca', common)[0]).toBe('ludoteca');
  expect(es('', 'La comarca y la ludoteca')[0]).toBe('comarca');
});

test('headlines in capitals make no names of common words', () => {
  const found = en('Ashford Council Opens Doors', 'It is ready.');
  expect(found).toEqual(expect.arrayContaining(['Ashford', 'Council', 'Doors']));
});

test.for([
  ['', ''],
  ['', '12 34 56'],
  ['¿?', '…'],
  ['de la', 'y en el'],
] as const)('of %j and %j there is nothing to say', ([title, text]) => {
  expect(es(title, text)).toEqual([]);
});
