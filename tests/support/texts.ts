import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Text } from '../../src/i18n/speak.ts';

const ROOT = new URL('../../', import.meta.url);

/** What the code says: texts by their keys, and patterns of those whose key it puts together. */
const CODE = globSync('{src,scripts}/**/*.{ts,astro}', { cwd: ROOT.pathname })
  .filter((path) => !path.endsWith('.test.ts'))
  .map((path) => readFileSync(new URL(path, ROOT), 'utf8'))
  .join('\n');
const MADE = Array.from(
  CODE.matchAll(/say\(\s*`([a-z]+\.[^`]*\$\{[^`]*)`/g),
  ([, key = '']) => new RegExp(`^${key.replace('.', '\\.').replace(/\$\{[^}]*\}/g, '\\w+')}$`),
);

/**
 * Holds a file of texts to the same keys and the same `{names}` in each language, and to no text that nothing says.
 * @param isUsed which of them another test looks after
 */
export function testTexts(
  texts: Readonly<Record<string, Readonly<Record<string, Text>>>>,
  { isUsed = () => false }: { isUsed?: (key: string) => boolean } = {},
): void {
  const languages = Object.keys(texts);
  const spanish = texts.es ?? {};
  const keys = Object.keys(spanish);
  test('is there in each language, and there are no others', () => {
    for (const lang of languages)
      expect(Object.keys(texts[lang] ?? {}).sort()).toEqual([...keys].sort());
  });
  test.for(keys)('%s says something, of the same things, in each language', (key) => {
    for (const lang of languages) {
      const entry = texts[lang]?.[key] ?? '';
      expect(typeof entry).toBe(typeof spanish[key]);
      expect(holes(entry)).toEqual(holes(spanish[key]));
      for (const text of typeof entry === 'string' ? [entry] : Object.values(entry)) {
        expect(text.trim()).not.toBe('');
      }
    }
  });
  test.for(keys.filter((key) => !isUsed(key)))('%s is said somewhere', (key) => {
    expect(CODE.includes(`'${key}'`) || MADE.some((pattern) => pattern.test(key))).toBe(true);
  });
}

/** What a text may have filled in: `{n}`, `{title}`, … */
function holes(entry: unknown): string[] {
  return Array.from(new Set(JSON.stringify(entry).match(/\{\w+\}/g))).sort();
}
