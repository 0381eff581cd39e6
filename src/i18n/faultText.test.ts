import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import type { SiteLanguage } from '../model/desk/text.ts';
import { FAULT_TEXTS, faultText } from './faultText.ts';
import type { Text } from './speak.ts';

const ROOT = new URL('../..', import.meta.url).pathname;
const languages = Object.keys(FAULT_TEXTS) as SiteLanguage[];

/** What the types say of a code: the names of its values, and the texts of its value `why`. */
interface Needs {
  values: string[];
  whys: string[];
}

const FAULTS = needsOf('../model/run/fault.ts', 'FaultValues');
const CLAUSES = needsOf('../model/desk/clause.ts', 'ClauseValues');

function needsOf(path: string, name: string): Map<string, Needs> {
  const file = new URL(path, import.meta.url).pathname;
  const program = ts.createProgram([file], {
    lib: ['lib.es5.d.ts'],
    types: [],
    allowImportingTsExtensions: true,
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const found = source?.statements.find(
    (node) => ts.isInterfaceDeclaration(node) && node.name.text === name,
  );
  if (!found) throw new Error(`no ${name} in ${path}`);
  const codes = checker.getTypeAtLocation(found).getProperties();
  return new Map(
    codes.map((code) => {
      const values = partsOf(checker.getTypeOfSymbol(code)).flatMap((part) => part.getProperties());
      const whys = values
        .filter((value) => value.name === 'why')
        .flatMap((value) => partsOf(checker.getTypeOfSymbol(value)))
        .flatMap((part) => (part.isStringLiteral() ? [part.value] : []));
      const names = new Set(
        values.map((value) => value.name).filter((one) => one !== 'why' || whys.length === 0),
      );
      return [code.name, { values: [...names].sort(), whys }];
    }),
  );
}

/** The members of a union; another type itself. */
function partsOf(type: ts.Type): ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

/** What a text has filled in: `{n}`, `{title}`, …; of a fault in a fault, `{faultHint}` is its hint. */
function holes(text: Text | undefined): string[] {
  const found = JSON.stringify(text ?? '').match(/(?<=\{)\w+(?=\})/g) ?? [];
  return Array.from(new Set(found.map((hole) => hole.replace(/Hint$/, '')))).sort();
}

/** The keys that a code must have. */
function sentencesOf([code, { whys }]: [string, Needs]): string[] {
  return whys.length === 0 ? [code] : whys.map((why) => `${code}.${why}`);
}

/** The keys that it may have: a hint for a value that is there, and one for a `why`. */
function otherHintsOf([code, { values, whys }]: [string, Needs]): string[] {
  return [
    ...values.map((value) => `${code}.hint.${value}`),
    ...whys.map((why) => `${code}.${why}.hint`),
  ];
}

function textsOf(lang: SiteLanguage, entry: [string, Needs]): Record<string, Text> {
  const texts: Readonly<Record<string, Text>> = FAULT_TEXTS[lang];
  const keys = [...sentencesOf(entry), `${entry[0]}.hint`, ...otherHintsOf(entry)];
  return Object.fromEntries(keys.flatMap((key) => (texts[key] ? [[key, texts[key]]] : [])));
}

describe('the sentences of faults', () => {
  test.for(languages)('in %s belong to a code each', (lang) => {
    const must = [...FAULTS].flatMap((entry) => [...sentencesOf(entry), `${entry[0]}.hint`]);
    const may = new Set([...FAULTS].flatMap(otherHintsOf));
    const there = Object.keys(FAULT_TEXTS[lang]).filter((key) => !may.has(key));
    expect(there.sort()).toEqual([...must, ...CLAUSES.keys()].sort());
  });
  test.for([...FAULTS, ...CLAUSES])('%s says all its values, in each language alike', (entry) => {
    const [es, en] = (['es', 'en'] as const).map((lang) => textsOf(lang, entry));
    const holesOf = (texts: Record<string, Text> | undefined) =>
      Object.entries(texts ?? {}).map(([key, text]) => [key, holes(text)]);
    expect(holesOf(en)).toEqual(holesOf(es));
    // A value may choose a hint and not be said in it.
    const chosen = entry[1].values.filter((value) => `${entry[0]}.hint.${value}` in (es ?? {}));
    const said = new Set([...chosen, ...Object.values(es ?? {}).flatMap(holes)]);
    expect([...said].sort()).toEqual(entry[1].values);
    for (const text of Object.values({ ...es, ...en })) expect(text).not.toBe('');
  });
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
  test('by why it came about, with a hint of its own or of its code', () => {
    const taken = {
      code: 'usage/name',
      values: { why: 'taken', path: 'sources/rios.md' },
    } as const;
    expect(faultText(taken, 'es').message).toBe('Ya existe sources/rios.md.');
    const noNumber = { code: 'usage/feed', values: { why: 'noNumber', given: 'x' } } as const;
    const noSuch = { code: 'usage/feed', values: { why: 'noSuch', number: 3, n: 1 } } as const;
    expect(faultText(noNumber, 'en').hint).toContain('--feed 2');
    expect(faultText(noSuch, 'en')).toEqual({
      message: 'There is no feed 3: 1 feed found.',
      hint: 'Leave --feed out to see them all.',
    });
  });
  test('with another hint if a list has something', () => {
    const fault = (known: string[]) =>
      faultText({ code: 'usage/topic', values: { name: 'x', known } }, 'en').hint;
    expect(fault([])).toBe('This desk has no topics.');
    expect(fault(['agua', 'clima'])).toBe('Topics of this desk: agua and clima');
  });
  test('with the sentence and the hint of another fault', () => {
    const fault = { code: 'file/symbolic-link', values: {} } as const;
    const values = { place: 'content/desk.md:1:1', fault };
    expect(faultText({ code: 'desk/unreadable', values }, 'en')).toEqual({
      message: 'content/desk.md:1:1: Symbolic links are not followed.',
      hint: 'Put the file or the folder itself here.',
    });
  });
});
