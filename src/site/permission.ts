import type { Blockquote, Definition, Nodes } from 'mdast';
import { markdownToMdast } from 'satteri';
import type { Permission } from '../model/desk/source.ts';
import type { Quotation } from '../model/site/editionPick.ts';
import type { Allowance } from '../model/site/editionSource.ts';

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
  const { quotes, definitions } = partsOf(markdown);
  if (quotes.length === 0) return { body: markdown, quotation: 'none' };
  const allowed = wordsAllowed(permission, excerptWords);
  if (allowed === 0)
    return { body: replaced(markdown, quotes, definitions, () => ''), quotation: 'leftOut' };
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
  return { body: replaced(markdown, quotes, definitions, shorten), quotation: 'shortened' };
}

/** What a permission comes to: whoever was asked for the whole text and has not granted it is quoted in excerpts. */
export function allowance(permission: Pick<Permission, 'scope' | 'status'>): Allowance {
  const { scope, status } = permission;
  if (status === 'refused') return 'refused';
  return scope === 'full' && status !== 'granted' ? 'excerpt' : scope;
}

/** Words of a publisher's text that a page may show. */
export function wordsAllowed(
  permission: Pick<Permission, 'scope' | 'status'> | undefined,
  excerptWords: number,
): number {
  const allowed = permission ? allowance(permission) : 'link';
  if (allowed === 'full') return Number.POSITIVE_INFINITY;
  return allowed === 'excerpt' ? excerptWords : 0;
}

interface Parts {
  /** the outermost quotations, in the order in which they stand */
  quotes: Blockquote[];
  /** where references lead to: of each name the first, which is the one that counts */
  definitions: Map<string, { definition: Definition; within: Blockquote | undefined }>;
}

function partsOf(markdown: string): Parts {
  const quotes: Blockquote[] = [];
  const definitions: Parts['definitions'] = new Map();
  const visit = (node: Nodes, within: Blockquote | undefined) => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, { definition: node, within });
    const outermost = within ?? (node.type === 'blockquote' ? node : undefined);
    if (outermost === node) quotes.push(outermost);
    if ('children' in node) for (const child of node.children) visit(child, outermost);
  };
  const tree = markdownToMdast(markdown, {
    features: { frontmatter: false, gfm: { footnotes: false } },
  });
  visit(tree, undefined);
  return { quotes, definitions };
}

/**
 * Each quotation replaced by what `by` gives; left as it is where that is nothing. Where links lead to is no word of
 * the source's, and words around the quotation may refer to it, so that stays: ahead of all else, which always is a
 * place where Markdown takes a definition for one.
 */
function replaced(
  markdown: string,
  quotes: Blockquote[],
  definitions: Parts['definitions'],
  by: (quote: Blockquote, index: number) => string | undefined,
): string {
  const parts: string[] = [];
  const gone = new Set<Blockquote>();
  let from = 0;
  for (const [index, quote] of quotes.entries()) {
    const start = quote.position?.start.offset ?? from;
    const end = quote.position?.end.offset ?? start;
    const instead = by(quote, index);
    if (instead !== undefined) gone.add(quote);
    parts.push(markdown.slice(from, start), instead ?? markdown.slice(start, end));
    from = end;
  }
  const kept = [...definitions.values()].flatMap(
    ({ definition: { label, identifier, url }, within }) =>
      within && gone.has(within)
        ? [`[${label ?? identifier}]: <${url.replace(/[<>\\]/g, encodeURIComponent)}>\n`]
        : [],
  );
  return [...kept, ...(kept.length > 0 ? ['\n'] : []), ...parts, markdown.slice(from)].join('');
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
