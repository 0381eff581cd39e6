import { describe, expect, test } from 'vitest';
import type { Instant } from '../../model/desk/time.ts';
import type { RawEntry, RawText } from '../rawFeed.ts';
import { toDraft } from './draft.ts';

const now = '2026-11-21T12:00:00Z' as Instant;

function draft(bodies: RawText[], maxHtml = 16_000) {
  const none: never[] = [];
  const entry: RawEntry = {
    titles: none,
    links: none,
    permalinks: none,
    files: none,
    bodies: () => bodies,
    authors: none,
    dates: none,
    updates: none,
    images: none,
    comments: none,
    licenses: none,
    categories: none,
  };
  return toDraft(entry, { now, maxHtml });
}

const html = (value: string): RawText => ({ value, kind: 'html' });
const words = 'agua y luz '.repeat(4_000);

describe('a body that is longer than the HTML that is kept', () => {
  test('is read beyond a bare <', () => {
    const { html: kept, text } = draft([
      html(`<p>intro</p> Si la temperatura < 5 grados, ${words}`),
    ]);
    expect(kept).toMatch(/^<p>intro<\/p> Si la temperatura < 5 grados, agua y luz/);
    expect([kept.length, text.length]).toEqual([16_000, 7_999]);
  });

  test.for([
    ['a style', `<style>${'p{color:red}'.repeat(40_000)}</style><p>Agua y luz</p>`],
    ['a picture', `<p><img src="data:image/png;base64,${'iVBO'.repeat(100_000)}">Agua y luz</p>`],
    ['a comment', `<!-- ${'x'.repeat(400_000)} --><p>Agua y luz</p>`],
  ] as const)('is read after %s of half a megabyte', ([, value]) => {
    const made = draft([html(value), html('<p>Resumen</p>')]);
    expect(made).toMatchObject({ title: 'Agua y luz', text: 'Agua y luz' });
    expect(made.html).toContain('Agua y luz</p>');
  });

  test('has the same text however little HTML is kept', () => {
    const heavy = `<p class="${'x'.repeat(90)}" style="${'y'.repeat(90)}">agua y luz</p>`.repeat(
      900,
    );
    const { text, title } = draft([html(heavy)], 100_000);
    expect(text.length).toBe(8_000);
    for (const maxHtml of [16_000, 100, 0])
      expect(draft([html(heavy)], maxHtml)).toMatchObject({ text, title });
  });
});

test('the next body is read where there is nothing to see in the first', () => {
  const made = draft([html('<img src="https://a.example/i.png">'), html('<p>Resumen</p>')]);
  expect(made).toMatchObject({ html: '<p>Resumen</p>', text: 'Resumen' });
});

test('a body that is only a picture stays', () => {
  expect(draft([html('<img src="https://a.example/i.png">')])).toMatchObject({
    html: '<img src="https://a.example/i.png">',
    text: '',
  });
});
