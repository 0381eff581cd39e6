import type { Root } from 'mdast';
import { type Features, markdownToMdast } from 'satteri';

/** What a desk's Markdown may hold: CommonMark and GFM without footnotes. A line of dashes at its top is no header. */
export const FEATURES = {
  frontmatter: false,
  gfm: { footnotes: false },
} as const satisfies Features;

/**
 * Markdown as a tree, with places in UTF-16 units. This is the grammar of the pages (`toHtml`) as well, so that what is
 * counted, shortened or passed over as a quotation is what a reader sees as one: parsers of Markdown differ in corners,
 * and there the words of a source would count as the curator's.
 * @see https://github.com/syntax-tree/mdast
 */
export function parseMarkdown(markdown: string): Root {
  return markdownToMdast(markdown, { features: FEATURES }) as Root;
}
