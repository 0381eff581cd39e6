import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CORPORA, hasCorpora } from '../../tests/support/corpora.ts';
import { ToneRules } from '../model/desk/toneRules.ts';
import { findTone } from '../phrases/tone/findTone.ts';
import { clickbaitConfidence, titleTone } from './tone.ts';

const RULES = ToneRules.parse({
  rules: [
    { id: 'own', language: 'es', category: 'promotion', phrase: 'oferta' },
    { id: 'las-claves', severity: 'off' },
  ],
});

test.for([
  ['El pleno aprueba la ordenanza del agua', 'es', { penalty: 0 }],
  ['Sinergias en el agua', 'es', { penalty: 0 }],
  ['Las claves de la ordenanza', 'es', { penalty: 0 }],
  [
    'Nos complace anunciar el autobús',
    'es',
    { penalty: 0.8, rule: 'nos-complace', words: 'Nos complace' },
  ],
  ['Cómo leer el recibo', 'es', { penalty: 0.375, rule: 'como-al-empezar', words: 'Cómo' }],
  ['La oferta del agua', 'es', { penalty: 0.25, rule: 'own', words: 'oferta' }],
  [
    'You won’t believe this bill',
    'en',
    { penalty: 0.95, rule: 'you-wont-believe', words: 'You won’t believe' },
  ],
  ['You won’t believe this bill', 'es', { penalty: 0 }],
] as const)('%s (%s): %j', ([title, language, tone]) => {
  const reported = titleTone(title, language, RULES);
  expect({ ...reported, penalty: Number(reported.penalty.toFixed(6)) }).toEqual(tone);
});

test('the rule that weighs most is the penalty, wherever it stands', () => {
  const title = 'Nos complace anunciar una oferta que no busques más';
  expect(titleTone(title, 'es', RULES)).toEqual({
    penalty: 0.9,
    rule: 'no-busques-mas',
    words: 'no busques más',
  });
});

test('promotion is no clickbait', () => {
  expect(clickbaitConfidence('Nos complace anunciar el autobús', 'es', RULES)).toBe(0);
  expect(clickbaitConfidence('Te contamos por qué', 'es', RULES)).toBeGreaterThan(0.7);
});

function rowsOf(file: string): Record<string, string>[] {
  const text = readFileSync(join(CORPORA, 'relevance', file), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe.skipIf(!hasCorpora)('on the corpora', () => {
  test.for([
    [0.5, 0.8, 0.45],
    [0.75, 0.87, 0.3],
  ] as const)(
    'clickbait at %f: Spanish teasers that the rules were not tuned on',
    ([least, precision, recall]) => {
      const rules = ToneRules.parse({});
      const held = rowsOf('ta1c.jsonl').filter(({ split }) => split !== 'train');
      let [right, said, bait] = [0, 0, 0];
      for (const row of held) {
        const text = (row['Preprocessed Teaser Text'] ?? '').replace(/\([A-Z]+\)/g, ' ');
        const isBait = row['Tag Value'] === 'Clickbait';
        const isSaid = clickbaitConfidence(text, 'es', rules) >= least;
        if (isBait) bait++;
        if (isSaid) said++;
        if (isBait && isSaid) right++;
      }
      expect(right / said).toBeGreaterThan(precision);
      expect(right / bait).toBeGreaterThan(recall);
    },
  );

  test('one finding in a thousand words of neutral news at most', () => {
    const rules = ToneRules.parse({});
    const bodies = rowsOf('fncs.jsonl').flatMap(({ fake, body = '' }) =>
      fake === 'True' ? [body] : [],
    );
    const words = bodies.reduce((sum, body) => sum + body.split(/\s+/).length, 0);
    const found = bodies.reduce(
      (sum, body) => sum + findTone(body, rules, { language: 'es', place: 'body' }).length,
      0,
    );
    expect((found / words) * 1000).toBeLessThan(1);
  });
});
