import type { z } from 'astro/zod';
import type { ClauseCode, CodedClause } from '../model/desk/clause.ts';
import { refusalOf } from '../model/desk/expects.ts';
import type { FindingValues } from '../model/desk/findingValues.ts';
import type { CodedFault } from '../model/run/fault.ts';
import { nearest } from '../text/nearest.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong with a value. */
export type Description = CodedFault<Extract<keyof FindingValues, `key/${string}`>>;

/** An issue of one kind, its key, and its value as it is shown. */
interface Refused<Code extends Issue['code']> {
  issue: Extract<Issue, { code: Code }>;
  given: unknown;
  /** `rules[1].phrase` */
  key: string;
  value: FindingValues['key/not-right']['value'];
}

/** What each kind of issue is; any other is `key/not-right`. */
const DESCRIBE: { [Code in Issue['code']]?: (refused: Refused<Code>) => Description } = {
  invalid_type({ issue: { expected }, given, key, value }) {
    const values = { key, value, kind: kindOf(expected), remedy: remedyFor(expected, given) };
    return { code: 'key/wrong-kind', values };
  },
  invalid_value({ issue, given, key, value }) {
    const allowed = issue.values.filter((one) => one !== '').map(String);
    const near = nearest(String(given), allowed);
    return { code: 'key/not-one-of', values: { key, value, allowed: { oneOf: allowed }, near } };
  },
  too_small: ({ issue: { origin, minimum }, key, value }) => ({
    code: 'key/too-small',
    values: { key, value, bound: boundOf(origin, 'at-least', Number(minimum)) },
  }),
  too_big: ({ issue: { origin, maximum }, key, value }) => ({
    code: 'key/too-big',
    values: { key, value, bound: boundOf(origin, 'at-most', Number(maximum)) },
  }),
  invalid_format: ({ issue, key, value }) => ({
    code: 'key/wrong-form',
    values: { key, value, form: formOf(issue) },
  }),
  invalid_key({ issue, key }) {
    const [inner] = issue.issues;
    const form = inner === undefined ? clause('expects/name') : formOf(inner);
    return { code: 'key/wrong-form', values: { key, value: clause('shown/key'), form } };
  },
  invalid_union: ({ issue, key, value }) => ({
    code: 'key/wrong-form',
    values: { key, value, form: { code: 'expects/forms', values: { forms: formsOf(issue) } } },
  }),
};

/**
 * Says what a schema refused.
 * @param given what stands at the issue's path
 */
export function describeIssue(issue: Issue, given: unknown): Description {
  const key = keyName(issue.path);
  if (given === undefined && issue.code !== 'custom') {
    return { code: 'key/missing', values: { key, name: String(issue.path.at(-1) ?? '') } };
  }
  const value = show(given);
  // The table pairs each code with issues of that code, which the type of a lookup cannot say.
  const describe = DESCRIBE[issue.code] as ((refused: Refused<never>) => Description) | undefined;
  return (
    describe?.({ issue: issue as never, given, key, value }) ?? {
      code: 'key/not-right',
      values: { key, value, reason: formOf(issue) },
    }
  );
}

/** What stands at an issue's path. */
export function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<PropertyKey, unknown> | null | undefined)?.[step],
    data,
  );
}

/** A path as people read it: `rules[1].phrase`. */
export function keyName(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, step) =>
      typeof step === 'number'
        ? `${text}[${step + 1}]`
        : text
          ? `${text}.${String(step)}`
          : String(step),
    '',
  );
}

function show(given: unknown): FindingValues['key/not-right']['value'] {
  if (given === null) return clause('shown/empty');
  if (Array.isArray(given)) return clause('shown/list');
  if (typeof given === 'object') return clause('shown/mapping');
  const text = JSON.stringify(given);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

const KINDS: Record<string, CodedClause> = {
  string: clause('kind/text'),
  number: clause('kind/number'),
  int: clause('kind/whole-number'),
  boolean: clause('kind/boolean'),
  array: clause('kind/list'),
  object: clause('kind/mapping'),
  record: clause('kind/mapping'),
};

function kindOf(expected: string): CodedClause {
  return KINDS[expected] ?? { code: 'kind/other', values: { kind: expected } };
}

function remedyFor(expected: string, given: unknown): CodedClause {
  if (expected === 'string') return clause('remedy/quote');
  if (typeof given === 'string') {
    if (expected === 'array') return { code: 'remedy/list', values: { text: given } };
    if (expected === 'number' || expected === 'int') return clause('remedy/unquote');
  }
  return clause('remedy/correct');
}

function boundOf(origin: string, bound: 'at-least' | 'at-most', limit: number): CodedClause {
  if (origin === 'string') return { code: `expects/characters-${bound}`, values: { n: limit } };
  if (origin === 'array') return { code: `expects/entries-${bound}`, values: { n: limit } };
  return { code: `expects/number-${bound}`, values: { limit } };
}

const FORMATS: Record<string, CodedClause> = {
  date: clause('expects/day'),
  datetime: clause('expects/moment'),
  url: clause('expects/url'),
};

/** How the value should be: as our schema says it, or the format has it, or in the words of the library. */
function formOf(issue: Issue): CodedClause {
  const own = refusalOf(issue as { message: string; params?: unknown });
  const format = issue.code === 'invalid_format' ? FORMATS[issue.format] : undefined;
  return own ?? format ?? { code: 'expects/said', values: { text: issue.message } };
}

function formsOf({ errors }: Extract<Issue, { code: 'invalid_union' }>): CodedClause[] {
  const forms = errors
    .flat()
    .map((inner) => (inner.code === 'invalid_type' ? kindOf(inner.expected) : formOf(inner)));
  return [...new Map(forms.map((form) => [JSON.stringify(form), form])).values()];
}

/** A clause that needs no values. */
function clause<C extends ClauseCode>(code: C): CodedClause<C> {
  return { code, values: {} } as CodedClause<C>;
}
