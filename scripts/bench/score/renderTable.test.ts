import { expect, test } from 'vitest';
import { renderTable } from './renderTable.ts';

test('words stand to the left, numbers to the right, and what is missing is a dash', () => {
  const table = {
    title: 'Trees',
    rows: [
      { tree: 'oak', count: 12, share: 0.75 },
      { tree: 'elm', count: 3, share: 1 },
      { tree: 'ash', count: 0, share: Number.NaN, note: 'none' },
    ],
    notes: ['counted by hand'],
  };
  expect(renderTable(table)).toBe(
    [
      'Trees',
      'tree  count  share  note',
      'oak      12  0.750  -',
      'elm       3  1.000  -',
      'ash       0      -  none',
      '  counted by hand',
      '',
    ].join('\n'),
  );
});
