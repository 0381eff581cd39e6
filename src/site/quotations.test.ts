import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryMarkdown, WORD } from '../../tests/support/arbitraryMarkdown.ts';
import { size } from '../../tests/support/size.ts';
import { ownWords } from '../markdown/ownWords.ts';
import { toHtml } from '../markdown/toHtml.ts';
import { ToneRules } from '../model/desk/toneRules.ts';
import { lintTone } from '../phrases/tone/lintTone.ts';
import { permitted } from './permitted.ts';

const RUNS = size({ small: 150, middle: 2_000, whole: 10_000 });
const SEED = 9;

const EXCERPT = { scope: 'excerpt', status: 'none' } as const;
const attribution = { label: 'Fuente:', title: 'El Faro', url: 'https://faro.example/a' };

/** The words that a page shows inside quotations and outside of them. */
function shown(markdown: string): { quoted: string[]; own: string[] } {
  const html = toHtml(markdown, { attribution }).replace(/<figcaption>.*?<\/figcaption>/g, '');
  const quoted: string[] = [];
  const own: string[] = [];
  let depth = 0;
  for (const [part] of html.matchAll(/<[^>]*>|w\d+x/g)) {
    if (part.startsWith('<blockquote')) depth += 1;
    else if (part === '</blockquote>') depth -= 1;
    else if (!part.startsWith('<')) (depth > 0 ? quoted : own).push(part);
  }
  return { quoted, own };
}

function wordsIn(text: string): string[] {
  return text.match(WORD) ?? [];
}

const SINERGIAS = ToneRules.parse({});

/** The words that tone is looked for in, every word being one that a rule is about. */
async function linted(markdown: string): Promise<string[]> {
  const words = wordsIn(markdown);
  const text = markdown.replace(WORD, 'sinergias');
  const findings = await lintTone(text, SINERGIAS, 'es');
  return findings
    .filter(({ rule }) => rule === 'sinergias')
    .map(({ span }) => words[text.slice(0, span.start).split('sinergias').length - 1] ?? '?');
}

/** Says of a body that all who read its quotations read the same as a page shows. */
async function expectOneReading(markdown: string): Promise<void> {
  const { quoted, own } = shown(markdown);
  const isOwn = expect.toSatisfy((words: string[]) => words.every((word) => own.includes(word)));
  expect(wordsIn(ownWords(markdown))).toEqual(isOwn);
  expect(await linted(markdown)).toEqual(isOwn);

  const linkOnly = permitted(markdown, undefined, 60);
  expect(shown(linkOnly.body)).toEqual({ quoted: [], own });
  expect(wordsIn(linkOnly.body).filter((word) => quoted.includes(word))).toEqual([]);

  const oneWord = shown(permitted(markdown, EXCERPT, 1).body);
  expect(oneWord.own).toEqual(own);
  // The one word may be a sign that stands alone, and then none of these is left.
  expect([[], quoted.slice(0, 1)]).toContainEqual(oneWord.quoted);
}

describe('what a page shows as a quotation is left out of our own words, is shortened, and is not linted', () => {
  test.for([
    ['a lazy line', '> w0x\nw1x'],
    ['a line after a quoted heading', '> # w0x w1x\nw2x'],
    ['a line after quoted HTML', '> <div>w0x w1x\nw2x'],
    ['a list after quoted HTML', '> w0x\n> <!--\n1. w1x'],
    ['a line after a quoted table', '> | w0x | w1x |\n> | - | - |\nw2x'],
    ['a line after an empty line of the quotation', '>w0x\nw1x\n> \nw2x'],
    ['what only a quotation parts from a list before it', '- w0x\n> # w1x\n\t> w2x\n> **w3x'],
    ['code that only a quotation parts from a list', '- - > w0x\n> ```\n\t> w1x\nw2x'],
    ['a quotation in a list, and a line after it', '- w0x\n  > # w1x w2x\n  w3x\n- w4x'],
    ['a footnote, which pages do not have', '[^w0x]: w1x\nw2x'],
    ['a quoted footnote', '[^a]: w0x\n    > w1x'],
    ['a table whose head is a lazy line', '> w0x\n| w1x | w2x |\n> | - | - |'],
    ['raw HTML that another tag ends', '<pre>\n</script>\n> w0x'],
    ['a definition that goes on as text', '> [w0x]:\n===\nw1x'],
    ['a definition with a character that is none', '> [w0x]:\nw1x\u0000w2x'],
    ['lines that end as on old machines', '> w0x\rw1x\r\rw2x'],
    ['an image alone', '> ![w0x](https://x.example/a)\n\nw1x'],
    ['an empty quotation in one', '> w0x\n> >\n\nw1x'],
  ] as const)('%s', ([, markdown]) => expectOneReading(markdown));

  test(`${RUNS} bodies`, { timeout: 300_000 }, () =>
    fc.assert(fc.asyncProperty(arbitraryMarkdown, expectOneReading), {
      seed: SEED,
      numRuns: RUNS,
    }),
  );
});
