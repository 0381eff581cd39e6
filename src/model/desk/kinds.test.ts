import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { entryFixture } from './deskFixture.ts';
import type { ContentKind } from './kind.ts';
import { byKind, FOLDERS, KINDS, kindOf } from './kinds.ts';

/** What may stand in a blank: words, a name, a language, a day, a moment, an address, an id. */
const FILLINGS = [
  '',
  'words',
  'es',
  '2026-11-18',
  '2026-11-18T06:00:00Z',
  'https://paper.example/feed',
  '0123456789ab',
];

/** A template with something in each of its blanks, lists and mappings of blanks too. */
function filled(value: unknown, schema: z.ZodType): unknown {
  if (schema.safeParse(value).success) return value;
  const tried = FILLINGS.find((filling) => schema.safeParse(filling).success);
  if (tried !== undefined) return tried;
  if (Array.isArray(value) && schema instanceof z.ZodArray) {
    return value.map((part) => filled(part, schema.element as z.ZodType));
  }
  if (schema instanceof z.ZodOptional) return filled(value, schema.unwrap() as z.ZodType);
  return value;
}

describe.for(KINDS as readonly ContentKind[])('a file of $folder', (kind) => {
  test('begins as its schema has it, once the blanks are filled', () => {
    const header = Object.entries(kind.template.header).map(([key, value]) => {
      expect(Object.keys(kind.schema.shape)).toContain(key);
      return [key, filled(value, kind.schema.shape[key] as z.ZodType)];
    });
    expect(kind.schema.parse(Object.fromEntries(header))).toBeTruthy();
  });

  test('has a line for everything that it must say', () => {
    const missing = Object.entries(kind.schema.shape)
      .filter(([, schema]) => !(schema as z.ZodType).safeParse(undefined).success)
      .map(([key]) => key);
    expect(Object.keys(kind.template.header)).toEqual(expect.arrayContaining(missing));
  });

  test('names files of folders that there are, under keys that it has', () => {
    for (const [path, folder] of Object.entries(kind.refersTo)) {
      expect(FOLDERS).toContain(folder);
      expect(Object.keys(kind.schema.shape)).toContain(path.split(/[.[]/)[0]);
    }
  });
});

test('each kind is found by its folder, and each folder is named once', () => {
  expect(new Set(FOLDERS).size).toBe(KINDS.length);
  expect(FOLDERS.map((folder) => kindOf(folder))).toEqual(KINDS);
  const desk = byKind((folder) => [entryFixture(`${folder}/x.md`, {})]);
  expect(desk.campaigns).toMatchObject([{ path: 'campaigns/x.md' }]);
});
