import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import type { SiteLanguage } from '../model/desk/text.ts';
import { FAULT_TEXTS, faultText } from './faultText.ts';
import type { Text } from './speak.ts';

const ROOT = new URL('../..', import.meta.url).pathname;
const languages = Object.keys(FAULT_TEXTS) as SiteLanguage[];

/** The names of the values of each code, as the types have them. */
const FAULTS = valuesOf('../model/run/fault.ts', 'FaultValues');
const CLAUSES = valuesOf('../model/desk/clause.ts', 'ClauseValues');

function valuesOf(path: string, name: string): Map<string, string[]> {
  const file = new URL(path, import.meta.url).pathname;
  const program = ts.createProgram([file], { noLib: true, allowImportingTsExtensions: true });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const found = source?.statements.find(
    (node) => ts.isInterfaceDeclaration(node) && node.name.text === name,
  );
  if (!found) throw new Error(`no ${name} in ${path}`);
  return new Map(
    checker
      .getTypeAtLocation(found)
      .getProperties()
      .map((code) => [
        code.name,
        checker
          .getTypeOfSymbol(code)
          .getProperties()
          .map((value) => value.name),
      ]),
  );
}

/** What a text has filled in: `{n}`, `{title}`, … */
function holes(text: Text | undefined): string[] {
  const found = JSON.stringify(text ?? '').match(/(?<=\{)\w+(?=\})/g);
  return Array.from(new Set(found)).sort();
}

function textsOf(lang: SiteLanguage, code: string): (Text | undefined)[] {
  const texts: Readonly<Record<string, Text>> = FAULT_TEXTS[lang];
  return [code, `${code}.hint`, `${code}.hint.near`].map((key) => texts[key]);
}

describe('the sentences of faults', () => {
  test.for(languages)('in %s belong to a code each', (lang) => {
    const codes = [...FAULTS.keys()].flatMap((code) => [code, `${code}.hint`]);
    const near = [...FAULTS].flatMap(([code, values]) =>
      values.includes('near') ? [`${code}.hint.near`] : [],
    );
    expect(Object.keys(FAULT_TEXTS[lang]).sort()).toEqual(
      [...codes, ...near, ...CLAUSES.keys()].sort(),
    );
  });
  test.for([...FAULTS, ...CLAUSES])(
    '%s says all its values, in each language alike',
    ([code, values]) => {
      const [, ...others] = languages.map((lang) => textsOf(lang, code).map(holes));
      for (const other of others) expect(other).toEqual(textsOf('es', code).map(holes));
      for (const lang of languages) {
        expect(Array.from(new Set(textsOf(lang, code).flatMap(holes))).sort()).toEqual(
          [...values].sort(),
        );
        for (const text of textsOf(lang, code)) expect(text).not.toBe('');
      }
    },
  );
});

/** Codes are written out where they are used, but for those that are put together: `tone/${category}`. */
const CODE = globSync(['src/**/*.ts', 'scripts/**/*.ts'], { cwd: ROOT })
  .filter(
    (path) =>
      !path.endsWith('.test.ts') && !/^src\/model\/.*(?:Values|[fF]aults?|clause)\.ts$/.test(path),
  )
  .map((path) => readFileSync(join(ROOT, path), 'utf8'))
  .join('\n');
const MADE = Array.from(
  CODE.matchAll(/(?<=code: |\? |: )`([a-z-]+\/[^`]*\$\{[^`]*)`/g),
  ([, code = '']) => new RegExp(`^${code.replace(/\$\{[^}]*\}/g, '[a-z-]+')}$`),
);

test.for([...FAULTS.keys(), ...CLAUSES.keys()])('%s is the code of something', (code) => {
  expect(CODE.includes(`'${code}'`) || MADE.some((made) => made.test(code))).toBe(true);
});

describe('a fault is said', () => {
  test('with names that the language joins', () => {
    const fault = {
      code: 'desk/unknown-folder',
      values: { folder: 'content', known: ['picks', 'slots'] },
    } as const;
    expect(faultText(fault, 'en').hint).toBe('A desk has the folders picks and slots.');
    expect(faultText(fault, 'es').hint).toBe('Las carpetas de una mesa son picks y slots.');
  });
  test('with another hint if something near is there', () => {
    const values = { folder: 'content', known: ['picks'], near: 'picks' };
    expect(faultText({ code: 'desk/unknown-folder', values }, 'es').hint).toBe(
      '¿Querías decir content/picks?',
    );
  });
  test('with alternatives', () => {
    const values = { key: 'state', value: '"tru"', allowed: { oneOf: ['trial', 'trusted'] } };
    expect(faultText({ code: 'key/not-one-of', values }, 'en').message).toBe(
      '`state` is "tru"; it may be trial or trusted.',
    );
    expect(faultText({ code: 'key/not-one-of', values }, 'es').message).toBe(
      '`state` es "tru"; puede ser trial o trusted.',
    );
  });
  test('with clauses, of which one may hold others', () => {
    const forms = [
      { code: 'expects/day', values: {} },
      { code: 'kind/text', values: {} },
    ] as const;
    const values = {
      key: 'at',
      value: { code: 'shown/list', values: {} },
      form: { code: 'expects/forms', values: { forms } },
    } as const;
    expect(faultText({ code: 'key/wrong-form', values }, 'es').message).toBe(
      '`at` es una lista; puede tener una de estas formas: un día se escribe 2026-11-21; un texto.',
    );
  });
});
