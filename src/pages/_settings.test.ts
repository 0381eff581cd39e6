import { expect, test } from 'vitest';
import { baseOf, readSettings } from './_settings.ts';

test.for([
  ['public', undefined, 'https://town.example/criba', '/criba/'],
  ['public', undefined, 'https://town.example/a/b/', '/a/b/'],
  ['public', undefined, 'https://town.example', '/'],
  ['public', undefined, undefined, '/'],
  ['public', 'elsewhere', 'https://town.example/criba', '/elsewhere/'],
  ['public', '/', 'https://town.example/criba', '/'],
  ['team', undefined, 'https://town.example/criba', '/'],
  ['team', '/team', 'https://town.example/criba', '/team/'],
] as const)(
  'the %s edition, with the base %s, of a desk at %s stands in %s',
  ([edition, given, url, base]) => {
    const settings = readSettings({ CRIBA_EDITION: edition, CRIBA_BASE: given });
    expect(baseOf(settings, url)).toBe(base);
  },
);
