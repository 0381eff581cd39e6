import type { z } from 'astro/zod';
import leven from 'leven';

type Issue = z.core.$ZodIssue;

/** What is wrong with a value and what to write instead, in words. */
export interface Description {
  code: `key/${string}`;
  message: string;
  hint: string;
}

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
  switch (issue.code) {
    case 'invalid_type':
      return {
        code: 'key/wrong-kind',
        message: `${wrong}; it must be ${kindName(issue.expected)}.`,
        hint: hintForKind(issue.expected, value),
      };
    case 'invalid_value': {
      const allowed = issue.values.filter((v) => v !== '').map(String);
      const near = nearest(String(value), allowed);
      return {
        code: 'key/not-one-of',
        message: `${wrong}; it may be ${list(allowed)}.`,
        hint: near ? `Did you mean \`${near}\`?` : `Write one of ${list(allowed)}.`,
      };
    }
    case 'too_small':
      return {
        code: 'key/too-small',
        message: `${wrong}; ${bound(issue.origin, issue.minimum, 'at least')}.`,
        hint: 'Change it, or leave the line out for the usual value.',
      };
    case 'too_big':
      return {
        code: 'key/too-big',
        message: `${wrong}; ${bound(issue.origin, issue.maximum, 'at most')}.`,
        hint: 'Change it, or leave the line out for the usual value.',
      };
    case 'invalid_format':
      return {
        code: 'key/wrong-form',
        message: `${wrong}; ${formName(issue)}.`,
        hint: 'Correct it, or leave the line out where the key is optional.',
      };
    case 'invalid_key':
      if (issue.issues[0]?.code === 'custom') {
        const message = `${key}: ${issue.issues[0].message}.`;
        return { code: 'key/wrong-form', message, hint: 'Correct it.' };
      }
      return {
        code: 'key/wrong-form',
        message: `${key}: this key is not a name.`,
        hint: 'A name is written with a-z, 0-9 and hyphens.',
      };
    case 'invalid_union':
      return {
        code: 'key/wrong-form',
        message: `${wrong}, which is none of the forms that it may have.`,
        hint: unionHint(issue),
      };
    case 'custom':
      return { code: 'key/not-right', message: `${wrong}: ${issue.message}.`, hint: 'Correct it.' };
    default:
      return { code: 'key/not-right', message: `${wrong}: ${issue.message}.`, hint: 'Correct it.' };
  }
}

/** What stands at an issue's path. */
export function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<PropertyKey, unknown> | null | undefined)?.[step],
    data,
  );
}

/** The valid word that a mistyped one resembles, or none that is close. */
export function nearest(word: string, valid: readonly string[]): string | undefined {
  const ranked = valid
    .map((name) => ({ name, distance: leven(word.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= Math.max(2, Math.floor(best.name.length / 3))
    ? best.name
    : undefined;
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
  return 'Correct it, or leave the line out where the key is optional.';
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
