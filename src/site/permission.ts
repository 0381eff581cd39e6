import type { Blockquote, Nodes } from 'mdast';
import { markdownToMdast } from 'satteri';
import type { Quotation } from '../model/edition.ts';
import type { Permission } from '../model/source.ts';

/** A body whose quotations are no longer than their permission, and what that took. */
export interface Permitted {
  body: string;
  quotation: Quotation;
}

/**
 * Shortens what a body quotes to what its publisher allows: nothing where we may only link or were refused,
 * `excerptWords` words in all quotations together for an excerpt, everything where `full` was granted.
 * What is not quoted stays as it is.
 * @param markdown what stands in a blockquote is the source's
 * @param permission none where the pick names no source: then we only link
 * @param excerptWords 0 or more
 */
export function permitted(
  markdown: string,
  permission: Pick<Permission, 'scope' | 'status'> | undefined,
  excerptWords: number,
): Permitted {
  const quotes = quotesIn(markdown);
  if (quotes.length === 0) return { body: markdown, quotation: 'none' };
  const allowed = wordsAllowed(permission, excerptWords);
  if (allowed === 0) return { body: replaced(markdown, quotes, () => ''), quotation: 'leftOut' };
  const lengths = quotes.map((quote) => wordsOf(quote).length);
  if (lengths.reduce((sum, length) => sum + length, 0) <= allowed) {
    return { body: markdown, quotation: 'whole' };
  }
  let left = allowed;
  const shorten = (quote: Blockquote, index: number) => {
    const share = Math.min(left, lengths[index] ?? 0);
    left -= share;
    if (share === lengths[index]) return undefined;
    return share === 0 ? '' : `> ${literal(wordsOf(quote).slice(0, share).join(' '))} […]`;
  };
  return { body: replaced(markdown, quotes, shorten), quotation: 'shortened' };
}

/** Words of a publisher's text that a page may show. */
export function wordsAllowed(
  permission: Pick<Permission, 'scope' | 'status'> | undefined,
  excerptWords: number,
): number {
  if (!permission || permission.scope === 'link' || permission.status === 'refused') return 0;
  const whole = permission.scope === 'full' && permission.status === 'granted';
  return whole ? Number.POSITIVE_INFINITY : excerptWords;
}

/** The outermost quotations, in the order in which they stand. */
function quotesIn(markdown: string): Blockquote[] {
  const found: Blockquote[] = [];
  const visit = (node: Nodes) => {
    if (node.type === 'blockquote') found.push(node);
    else if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(markdownToMdast(markdown, { features: { frontmatter: false, gfm: { footnotes: false } } }));
  return found;
}

/** Each quotation replaced by what `by` gives; left as it is where that is nothing. */
function replaced(
  markdown: string,
  quotes: Blockquote[],
  by: (quote: Blockquote, index: number) => string | undefined,
): string {
  const parts: string[] = [];
  let from = 0;
  for (const [index, quote] of quotes.entries()) {
    const start = quote.position?.start.offset ?? from;
    const end = quote.position?.end.offset ?? start;
    parts.push(markdown.slice(from, start), by(quote, index) ?? markdown.slice(start, end));
    from = end;
  }
  return [...parts, markdown.slice(from)].join('');
}

function wordsOf(quote: Blockquote): string[] {
  return textOf(quote).split(/\s+/u).filter(Boolean);
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if (!('children' in node)) return ' ';
  return node.children.map(textOf).join(node.type === 'paragraph' ? '' : ' ');
}

/** Text that Markdown reads as itself. */
function literal(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
