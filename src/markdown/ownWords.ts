import type { Nodes } from 'mdast';
import { cleanLine } from '../text/clean.ts';
import { parseMarkdown } from './parseMarkdown.ts';

/**
 * What the writer of a body says in their own words, as one line of plain text: quotations, code and raw HTML
 * are left out, links and emphasis leave their words.
 */
export function ownWords(markdown: string): string {
  return cleanLine(wordsIn(parseMarkdown(markdown)));
}

const LEFT_OUT: ReadonlySet<string> = new Set([
  'blockquote',
  'code',
  'html',
  'table',
  'definition',
]);
const INLINE: ReadonlySet<string> = new Set([
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
]);

function wordsIn(node: Nodes): string {
  if (LEFT_OUT.has(node.type)) return '';
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return ' ';
  if (!('children' in node)) return '';
  const words = node.children.map(wordsIn).join('');
  return INLINE.has(node.type) ? words : `${words} `;
}
