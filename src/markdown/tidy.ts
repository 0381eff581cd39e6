import type { Element, ElementContent, Nodes, Parents, RootContent } from 'hast';

/** Cells of a table at most, counted as rows times columns; a larger one is kept as lines of text. */
const MAX_CELLS = 2_000;

/**
 * Prepares a publisher's tree for the sanitiser, in place: links become absolute or plain text, images go (in a link, their
 * description stays), hidden elements go, tables that only lay out a page and oversized ones become blocks.
 * @param base address that relative links are resolved against
 */
export function tidy(tree: Parents, base: string): void {
  tree.children = tree.children.flatMap((child) =>
    tidied(child, base, tree),
  ) as typeof tree.children;
}

function tidied(node: RootContent, base: string, parent: Parents): RootContent[] {
  if (node.type !== 'element') return [node];
  if (node.tagName === 'img' || node.tagName === 'picture')
    return inLink(parent) ? description(node) : [];
  if (isHidden(node)) return [];
  tidy(node, base);
  if (node.tagName === 'a') return linked(node, base);
  if (node.tagName === 'table' && (cellsOf(node) > MAX_CELLS || isLayout(node)))
    return asBlocks(node);
  return [node];
}

function inLink(parent: Parents): boolean {
  return parent.type === 'element' && parent.tagName === 'a';
}

function description(node: Element): RootContent[] {
  const alt = node.properties.alt;
  return typeof alt === 'string' && alt.trim() !== '' ? [{ type: 'text', value: alt }] : [];
}

function isHidden({ properties }: Element): boolean {
  const style = properties.style;
  return (
    properties.hidden === true ||
    (typeof style === 'string' && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style))
  );
}

/** The link made absolute; its content alone where it leads nowhere that people can follow; nothing if it is empty. */
function linked(node: Element, base: string): RootContent[] {
  const href = node.properties.href;
  const url = typeof href === 'string' ? URL.parse(href.trim(), base) : null;
  if (!hasText(node)) return [];
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return node.children;
  url.username = '';
  url.password = '';
  node.properties.href = url.href;
  return [node];
}

function hasText(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  return 'children' in node && node.children.some(hasText);
}

function rowsOf(node: Element): Element[] {
  return elementsIn(node).flatMap((child) => {
    if (child.tagName === 'tr') return [child];
    return /^t(?:head|body|foot)$/.test(child.tagName) ? rowsOf(child) : [];
  });
}

function cellsOf(table: Element): number {
  const rows = rowsOf(table);
  return rows.length * rows.reduce((most, row) => Math.max(most, elementsIn(row).length), 0);
}

function elementsIn(node: Element): Element[] {
  return node.children.filter((child) => child.type === 'element');
}

const BLOCKS = /^(?:table|div|p|ul|ol|dl|blockquote|pre|h[1-6]|figure|section|article)$/;

/** A single cell, or blocks inside cells, is how letters and old pages are laid out; Markdown has no such tables. */
function isLayout(table: Element): boolean {
  const rows = rowsOf(table);
  const cells = rows.flatMap(elementsIn);
  const withBlocks = cells.filter(
    (cell) => elementsIn(cell).filter(({ tagName }) => BLOCKS.test(tagName)).length > 1,
  );
  return (
    cells.length <= 1 || rows.every((row) => elementsIn(row).length <= 1) || withBlocks.length > 0
  );
}

function asBlocks(table: Element): RootContent[] {
  return rowsOf(table)
    .flatMap(elementsIn)
    .map(
      (cell): Element => ({
        type: 'element',
        tagName: 'div',
        properties: {},
        children: cell.children as ElementContent[],
      }),
    );
}
