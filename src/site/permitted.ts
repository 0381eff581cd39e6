import type { Blockquote, Definition, Nodes } from 'mdast';
import { parseMarkdown } from '../markdown/parseMarkdown.ts';
import type { Quotation } from '../model/site/editionPick.ts';
import { type Scope, wordsAllowed } from './permission.ts';

/** A body that quotes no more than it may, and what was done to it for that. */
export interface Permitted {
  body: string;
  quotation: Quotation;
}

/**
 * Shortens the quotations of a body to what the publisher allows: to nothing if we may only link or were refused, to
 * `excerptWords` words in all of them together if we may show an excerpt, not at all if the whole text was granted. The
 * curator's own words stay as they are.
 * @param markdown what stands in a blockquote is the source's
 * @param permission none if the pick names no source: then we only link
 * @param excerptWords 0 or more
 */
export function permitted(
  markdown: string,
  permission: Scope | undefined,
  excerptWords: number,
): Permitted {
  const { quotations, definitions } = partsOf(markdown);
  if (quotations.length === 0) return { body: markdown, quotation: 'none' };
  const allowed = wordsAllowed(permission, excerptWords);
  const texts = quotations.map((quotation) => ({ quotation, words: wordsOf(quotation) }));
  const length = texts.reduce((sum, { words }) => sum + words.length, 0);
  if (allowed > 0 && length <= allowed) return { body: markdown, quotation: 'whole' };
  let left = allowed;
  const shares = texts.map(({ quotation, words }): Share => {
    const count = Math.min(left, words.length);
    left -= count;
    const isWhole = allowed > 0 && count === words.length;
    return { quotation, words: isWhole ? undefined : words.slice(0, count) };
  });
  return {
    body: cutDown(markdown, shares, definitions),
    quotation: allowed === 0 ? 'leftOut' : 'shortened',
  };
}

/** A quotation and the words that may stay of it; `undefined` if all of it may. */
interface Share {
  quotation: Blockquote;
  words: string[] | undefined;
}

/** A link reference definition, and the quotation that it stands in. */
interface Defined {
  definition: Definition;
  within: Blockquote | undefined;
}

/** The outermost quotations of a body in order, and of each label the first definition, which is the one that counts. */
function partsOf(markdown: string): { quotations: Blockquote[]; definitions: Defined[] } {
  const quotations: Blockquote[] = [];
  const definitions = new Map<string, Defined>();
  const visit = (node: Nodes, within: Blockquote | undefined) => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, { definition: node, within });
    const outermost = within ?? (node.type === 'blockquote' ? node : undefined);
    if (outermost === node) quotations.push(outermost);
    if ('children' in node) for (const child of node.children) visit(child, outermost);
  };
  visit(parseMarkdown(markdown), undefined);
  return { quotations, definitions: [...definitions.values()] };
}

/**
 * A body with its long quotations cut. The curator's words may refer to a link that a quotation defines, and where a link
 * leads is no word of the source's: such definitions move to the top, where Markdown always takes them for definitions.
 */
function cutDown(
  markdown: string,
  shares: readonly Share[],
  definitions: readonly Defined[],
): string {
  const parts: string[] = [];
  let from = 0;
  for (const { quotation, words } of shares) {
    const { start, end } = placeOf(quotation, markdown);
    const text = words === undefined ? markdown.slice(start, end) : shortened(words);
    parts.push(markdown.slice(from, start), closed(text, indentAt(markdown, start)));
    from = end;
  }
  const cut = new Set(shares.flatMap(({ quotation, words }) => (words ? quotation : [])));
  const moved = definitions
    .filter(({ within }) => within !== undefined && cut.has(within))
    .map(({ definition }) => written(definition));
  const top = moved.length === 0 ? '' : `${moved.join('')}\n`;
  return [top, ...parts, markdown.slice(from)].join('');
}

function shortened(words: readonly string[]): string {
  return words.length === 0 ? '' : `> ${literal(words.join(' '))} […]`;
}

/**
 * A quotation that ends with an empty line of its own, or else the curator's next line might be taken for its last.
 * Without words that line is all of it, which `toHtml` leaves out: were nothing there, what follows might become part
 * of a list before it.
 * @see https://spec.commonmark.org/0.31.2/#laziness-clause
 */
function closed(quotation: string, indent: string): string {
  return quotation === '' ? '>' : `${quotation}\n${indent}>`;
}

/** Where a quotation stands, without the line end that one of raw HTML comes with. */
function placeOf({ position }: Blockquote, markdown: string): { start: number; end: number } {
  const start = position?.start.offset ?? 0;
  const text = markdown.slice(start, position?.end.offset);
  return { start, end: start + text.replace(/[\r\n]+$/, '').length };
}

/** Blanks as wide as what stands before a place in its line, such as the marker of a list. */
function indentAt(markdown: string, place: number): string {
  const from = Math.max(
    markdown.lastIndexOf('\n', place - 1),
    markdown.lastIndexOf('\r', place - 1),
  );
  return markdown.slice(from + 1, place).replace(/[^\t]/g, ' ');
}

function written({ label, identifier, url }: Definition): string {
  return `[${label ?? identifier}]: <${url.replace(/[<>\\]/g, encodeURIComponent)}>\n`;
}

function wordsOf(quotation: Blockquote): string[] {
  return textOf(quotation).split(/\s+/u).filter(Boolean);
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
