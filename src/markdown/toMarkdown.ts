import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { MAX_HTML } from '../model/run/item.ts';
import { textBlocks } from '../text/visibleText.ts';
import { depthOf, looksDeep } from './depth.ts';
import { plainProse, quotation } from './plainProse.ts';
import { SCHEMA } from './schema.ts';
import { tidy } from './tidy.ts';

/** Levels of nesting beyond which only the text is kept. */
const MAX_DEPTH = 64;
/** Characters of Markdown at most; a text that comes to more is kept as plain prose. */
const MAX_MARKDOWN = 100_000;

const parser = unified().use(rehypeParse, { fragment: true });

const writer = unified()
  .use(rehypeSanitize, SCHEMA)
  .use(rehypeRemark)
  // Columns that line up would cost the widest cell in every row.
  .use(remarkGfm, { tablePipeAlign: false, tableCellPadding: false })
  .use(remarkStringify, { bullet: '-', emphasis: '_', fences: true, resourceLink: true });

/**
 * Untrusted HTML as Markdown that holds no HTML: http(s) links alone, made absolute; no images, scripts, styles, forms or
 * embedded content. What is nested too deep, too large or too wide comes as plain prose. Text stays text: `&lt;b&gt;`
 * comes out escaped.
 * @param base address that relative links are resolved against
 */
export function toMarkdown(html: string, { base }: { base: string }): string {
  const bounded = html.slice(0, MAX_HTML);
  if (looksDeep(bounded)) return plainProse(textBlocks(bounded));
  try {
    const tree: Root = parser.parse(bounded);
    if (depthOf(tree) > MAX_DEPTH) return plainProse(textBlocks(bounded));
    tidy(tree, base);
    const markdown = writer.stringify(writer.runSync(tree));
    return markdown.length > MAX_MARKDOWN ? plainProse(textBlocks(bounded)) : markdown;
  } catch (error) {
    if (error instanceof RangeError) return plainProse(textBlocks(bounded));
    throw error;
  }
}

/**
 * The beginning of a publisher's text as a Markdown blockquote of plain prose, cut after `words` words with ` […]`.
 * Empty when there is no text, or `words` is 0.
 */
export function excerpt(html: string, words: number): string {
  const all = textBlocks(html, words * 60)
    .join(' ')
    .split(' ');
  if (words <= 0 || all[0] === undefined || all[0] === '') return '';
  const markdown = quotation(all.slice(0, words).map(shortened).join(' ')).trimEnd();
  return all.length > words ? `${markdown} […]` : markdown;
}

/** All of a publisher's text as a Markdown blockquote, for those who allow it. Empty when there is no text. */
export function wholeQuotation(html: string, options: { base: string }): string {
  const markdown = toMarkdown(html, options).trim();
  return markdown === '' ? '' : markdown.replace(/^/gm, '> ').replace(/^> $/gm, '>');
}

/** What has hundreds of letters is no word. */
function shortened(word: string): string {
  return word.length > 200 ? `${word.slice(0, 200).replace(/\p{Surrogate}$/u, '')}…` : word;
}
