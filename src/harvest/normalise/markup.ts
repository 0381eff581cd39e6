import { decodeHTML } from 'entities/decode';
import { cleanLine } from '../../text/clean.ts';
import { visibleText } from '../../text/visibleText.ts';
import type { RawText } from '../rawFeed.ts';

const TAGS =
  'a|abbr|acronym|address|applet|article|aside|audio|b|bdi|bdo|big|blink|blockquote|body|br|button|canvas|caption|center|cite|' +
  'code|dd|del|details|dfn|div|dl|dt|em|embed|figcaption|figure|font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|' +
  'i|iframe|img|input|ins|kbd|label|li|link|main|mark|math|meta|noscript|object|ol|p|param|picture|pre|q|s|samp|script|' +
  'section|select|small|source|span|strike|strong|style|sub|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|tr|' +
  'tt|u|ul|var|video|wbr';
const ANY_TAG = new RegExp(`</?(?:${TAGS})(?=[\\s/>])`, 'i');
const CLOSED_TAG = new RegExp(`</(?:${TAGS})\\s*>|<(?:br|hr|img|wbr)(?=[\\s/>])`, 'i');
const UNKNOWN_TAG = new RegExp(`<(?!/?(?:${TAGS})(?=[\\s/>]))`, 'gi');
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i;

/**
 * One line of plain text. Where the format leaves open whether a text is HTML, it is when a tag of HTML is closed in it,
 * so that `use <b> in a <T> generic` keeps both; entities left over from escaping twice are decoded.
 */
export function plainLine({ value, kind }: RawText): string {
  const text = value.slice(0, 20_000);
  if (kind === 'html') return visibleText(text);
  if (kind === 'text') return cleanLine(text);
  if (CLOSED_TAG.test(text)) return visibleText(text.replace(UNKNOWN_TAG, '&lt;'));
  return cleanLine(ENTITY.test(text) ? decodeHTML(text) : text);
}

/** Whether a text is HTML already, as its format says or by what stands in it. */
export function isHtml({ value, kind }: RawText): boolean {
  return kind === 'html' || (kind === 'guess' && (ANY_TAG.test(value) || ENTITY.test(value)));
}

/** HTML for a text of any kind; plain text keeps its paragraphs and lines. */
export function asHtml({ value, kind }: RawText): string {
  if (isHtml({ value, kind })) return value;
  const escaped = value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').trim();
  if (!escaped.includes('\n')) return escaped;
  const paragraphs = escaped.split(/\r?\n[ \t]*\r?\n\s*/);
  return paragraphs.map((paragraph) => `<p>${paragraph.replace(/\r?\n/g, '<br>')}</p>`).join('');
}
