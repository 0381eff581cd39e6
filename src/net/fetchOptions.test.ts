import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { settingsFixture } from '../model/desk/deskFixture.ts';
import { fetchOptions } from './fetchOptions.ts';

test('a contact with accents and dashes goes into a header as what a header may hold', () => {
  const settings = settingsFixture({ contact: 'Prensa – atención@agua.example\r\nX: y' });
  expect(fetchOptions(settings).userAgent).toBe(
    'Criba/0.1.0 (+Prensa - atencion@agua.exampleX: y)',
  );
});

describe('timeouts of the operator', () => {
  const settings = settingsFixture();

  test('those that are named are set, in milliseconds', () => {
    const { connect, headers, idle, total } = fetchOptions(settings, '', 'connect=500, total=3000');
    expect({ connect, headers, idle, total }).toEqual({ connect: 500, total: 3000 });
  });
  test.for(['total', 'total=', 'total=0', 'total=1s', 'all=100', 'total=-1'])(
    '`%s` is named as wrong',
    (text) => {
      expect(() => fetchOptions(settings, '', text)).toThrow(
        expect.objectContaining({ values: expect.objectContaining({ given: text }) }),
      );
    },
  );
});

test('publishers read the version of this project', () => {
  const file = fileURLToPath(new URL('../../package.json', import.meta.url));
  const { version } = JSON.parse(readFileSync(file, 'utf8'));
  const settings = settingsFixture();
  expect(fetchOptions(settings).userAgent).toMatch(new RegExp(`^Criba/${version} `));
});
