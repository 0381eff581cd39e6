import type { z } from 'astro/zod';
import { nearest } from '../text/nearest.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong with a value and what to write instead, in words. */
export interface Description {
  code: `key/${string}`;
  message: string;
  hint: string;
}

/** An issue of one kind, and how its key and its value are spelt. */
interface Refused<Code extends Issue['code']> {
  issue: Extract<Issue, { code: Code }>;
  value: unknown;
  /** `` `state` `` */
  key: string;
  /** `` `state` is "trustd" `` */
  wrong: string;
}

const LEAVE_OUT = 'leave the line out where the key is optional.';
const USUAL = 'Change it, or leave the line out for the usual value.';

/** What each kind of issue is in words; any other is `key/not-right`. */
const DESCRIBE: { [Code in Issue['code']]?: (refused: Refused<Code>) => Description } = {
  invalid_type: ({ issue, value, wrong }) => ({
    code: 'key/wrong-kind',
    message: `${wrong}; it must be ${kindName(issue.expected)}.`,
    hint: hintForKind(issue.expected, value),
  }),
  invalid_value({ issue, value, wrong }) {
    const allowed = issue.values.filter((one) => one !== '').map(String);
    const near = nearest(String(value), allowed);
    return {
      code: 'key/not-one-of',
      message: `${wrong}; it may be ${list(allowed)}.`,
      hint: near ? `Did you mean \`${near}\`?` : `Write one of ${list(allowed)}.`,
    };
  },
  too_small: ({ issue, wrong }) => ({
    code: 'key/too-small',
    message: `${wrong}; ${bound(issue.origin, issue.minimum, 'at least')}.`,
    hint: USUAL,
  }),
  too_big: ({ issue, wrong }) => ({
    code: 'key/too-big',
    message: `${wrong}; ${bound(issue.origin, issue.maximum, 'at most')}.`,
    hint: USUAL,
  }),
  invalid_format: ({ issue, wrong }) => ({
    code: 'key/wrong-form',
    message: `${wrong}; ${formName(issue)}.`,
    hint: `Correct it, or ${LEAVE_OUT}`,
  }),
  invalid_key({ issue, key }) {
    const [inner] = issue.issues;
    return inner?.code === 'custom'
      ? { code: 'key/wrong-form', message: `${key}: ${inner.message}.`, hint: 'Correct it.' }
      : {
          code: 'key/wrong-form',
          message: `${key}: this key is not a name.`,
          hint: 'A name is written with a-z, 0-9 and hyphens.',
        };
  },
  invalid_union: ({ issue, wrong }) => ({
    code: 'key/wrong-form',
    message: `${wrong}, which is none of the forms that it may have.`,
    hint: unionHint(issue),
  }),
};

/**
 * Says in words what a schema refused.
 * @param value what stands at the issue's path
 */
export function describeIssue(issue: Issue, value: unknown): Description {
  const key = keyName(issue.path);
  if (value === undefined && issue.code !== 'custom') {
    return {
      code: 'key/missing',
      message: `${key} is missing.`,
      hint: `Add a line \`${last(issue.path)}: …\`.`,
    };
  }
  const wrong = `${key} is ${show(value)}`;
  // The table pairs each code with issues of that code, which the type of a lookup cannot say.
  const describe = DESCRIBE[issue.code] as ((refused: Refused<never>) => Description) | undefined;
  return (
    describe?.({ issue: issue as never, value, key, wrong }) ?? {
      code: 'key/not-right',
      message: `${wrong}: ${issue.message}.`,
      hint: 'Correct it.',
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

/** A path as people read it: `` `rules[1].phrase` ``. */
export function keyName(path: readonly PropertyKey[]): string {
  const name = path.reduce<string>(
    (text, step) =>
      typeof step === 'number'
        ? `${text}[${step + 1}]`
        : text
          ? `${text}.${String(step)}`
          : String(step),
    '',
  );
  return name ? `\`${name}\`` : 'The header';
}

function last(path: readonly PropertyKey[]): string {
  return String(path.at(-1) ?? '');
}

function show(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

const KIND_NAMES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list: ["one", "two"]',
  object: 'a mapping, with its keys on the lines below',
  record: 'a mapping, with its keys on the lines below',
};

function kindName(expected: string): string {
  return KIND_NAMES[expected] ?? expected;
}

function hintForKind(expected: string, value: unknown): string {
  if (expected === 'string') return 'Put it between double quotes.';
  if (expected === 'array' && typeof value === 'string') return `Write ["${value}"].`;
  if ((expected === 'number' || expected === 'int') && typeof value === 'string')
    return 'Write the number without quotes.';
  return `Correct it, or ${LEAVE_OUT}`;
}

function bound(origin: string, limit: number | bigint, word: string): string {
  if (origin === 'string') return `it has ${word} ${limit} characters`;
  if (origin === 'array') return `the list has ${word} ${limit} entries`;
  return `it is ${word} ${limit}`;
}

function formName(issue: Extract<Issue, { code: 'invalid_format' }>): string {
  if (issue.format === 'date') return 'a day is written 2026-11-21';
  if (issue.format === 'datetime') return 'a moment is written 2026-11-21T09:00:00+01:00';
  if (issue.format === 'url') return 'an address is written https://…';
  return issue.message;
}

function unionHint(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  const forms = issue.errors.flat().map((inner) => {
    if (inner.code === 'invalid_format') return formName(inner);
    return inner.code === 'invalid_type' ? kindName(inner.expected) : inner.message;
  });
  return `Write it in one of these forms: ${[...new Set(forms)].join('; ')}.`;
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
