import { describe, expect, test } from 'vitest';
import { readEdition, readNow, readPort } from './flagValues.ts';

describe('a port', () => {
  test.for([
    ['0', 0],
    ['8080', 8080],
    ['65535', 65_535],
    [undefined, undefined],
  ] as const)('%s is read', ([text, port]) => {
    expect(readPort(text)).toBe(port);
  });
  test.for(['65536', '99999', '-1', '80.5', '', 'http', ' 80', '0x50', '1e3'])(
    '"%s" is refused',
    (text) => {
      expect(() => readPort(text)).toThrow(expect.objectContaining({ code: 'usage/port' }));
    },
  );
});

test('an edition is team or public, and nothing else', () => {
  expect([readEdition('team'), readEdition('public'), readEdition(undefined)]).toEqual([
    'team',
    'public',
    undefined,
  ]);
  expect(() => readEdition('nonsense')).toThrow(expect.objectContaining({ code: 'usage/edition' }));
});

test('now is an instant, given back in UTC', () => {
  expect(readNow('2026-11-21T09:00:00+01:00')).toBe('2026-11-21T08:00:00Z');
  expect(() => readNow('2026-11-21')).toThrow(expect.objectContaining({ code: 'usage/now' }));
});
