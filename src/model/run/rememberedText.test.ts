import { describe, expect, test } from 'vitest';
import type { Instant } from '../desk/time.ts';
import { LEDGER_TEXT, recalled, remembered } from './rememberedText.ts';
import type { ScoredText } from './scoredText.ts';

const scored = (text: string, categories: string[] = []): ScoredText => ({
  id: '0123456789ab',
  title: 'Rain',
  url: 'https://water.example/rain',
  address: 'water.example/rain',
  source: 'water',
  language: 'en',
  harvested: '2026-11-21T09:00:00Z' as Instant,
  published: '2026-11-20T09:00:00Z' as Instant,
  author: 'Ada Rivers',
  license: 'https://creativecommons.org/licenses/by/4.0/',
  categories,
  text,
});

describe('what is remembered of a text', () => {
  test('is all that a score may read besides its name and its place', () => {
    const text = scored('It rained.', ['Rain', 'Gardens']);
    const { id, title, url, address, source, language, harvested, ...rest } = text;
    expect(remembered(text)).toEqual({ ...rest, text: 'It rained.\nRain, Gardens' });
    expect(recalled(remembered(text))).toEqual(rest);
  });

  test('names nothing that there is not', () => {
    const { published: _, author: __, license: ___, ...bare } = scored('It rained.');
    expect(remembered(bare)).toEqual({ text: 'It rained.' });
    expect(recalled({})).toEqual({ text: '', categories: [] });
  });

  test.for([
    ['before its labels', LEDGER_TEXT + 40],
    ['just before them', LEDGER_TEXT],
    ['within them', LEDGER_TEXT - 3],
    ['after them', LEDGER_TEXT - 14],
  ] as const)(
    'and is cut %s: the labels come back whole, and are no part of the text',
    ([, length]) => {
      const text = scored('x'.repeat(length), ['Rain', 'Gardens']);
      const memory = remembered(text);
      expect(memory.text?.length).toBeLessThanOrEqual(LEDGER_TEXT);
      expect(recalled(memory)).toMatchObject({
        categories: ['Rain', 'Gardens'],
        text: 'x'.repeat(Math.min(length, LEDGER_TEXT)),
      });
    },
  );

  test('a line from before labels were remembered keeps them as part of its text', () => {
    expect(recalled({ text: 'It rained.\nRain' })).toEqual({
      text: 'It rained.\nRain',
      categories: [],
    });
  });
});
