import type { Paragraph, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { cutAtWord } from '../text/clean.ts';

// With GFM, so that a bare address or a tilde in a text does not turn into a link or a deletion.
const writer = unified().use(remarkGfm).use(remarkStringify, { bullet: '-', emphasis: '_' });

/** Characters of text at most; escaped, they are twice as many. */
const MAX_PROSE = 50_000;

/** Plain paragraphs as Markdown in which every character stands for itself. What does not fit is cut. */
export function plainProse(paragraphs: readonly string[]): string {
  const kept: Paragraph[] = [];
  let left = MAX_PROSE;
  for (const text of paragraphs) {
    if (left < 2) break;
    kept.push(paragraph(cutAtWord(text, left)));
    left -= text.length;
  }
  return write({ type: 'root', children: kept });
}

/** A line of plain text as a Markdown blockquote in which every character stands for itself. */
export function quotation(text: string): string {
  return write({ type: 'root', children: [{ type: 'blockquote', children: [paragraph(text)] }] });
}

function paragraph(value: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value }] };
}

function write(tree: Root): string {
  return writer.stringify(tree);
}
