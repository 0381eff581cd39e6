import { htmlTags } from '../../text/htmlTags.ts';
import { rewrittenTag } from './rewrittenTag.ts';

export interface BoundedHtmlOptions {
  /** what relative links are resolved against; without it they stay as they are */
  base?: string | undefined;
  /** characters at most, >= 0 */
  max: number;
}

// Most bodies have none, and then need not be written anew.
const MAYBE_RELATIVE = /(?:href|src)\s*=\s*(?:["']\s*(?!\s)|(?!["'\s]))(?![a-z][a-z0-9+.-]*:)/i;

/** Tags that are longer carry a picture in themselves, or the state of a page. */
const LONG_TAG = 4_000;

/**
 * HTML as an item carries it: the relative links of its tags made absolute, no longer than it may be, and cut where no
 * tag, entity or character is left half. What is too long loses first what nobody would see: hidden elements, comments,
 * and attributes that are pages long. Reads no more than it takes to have enough; linear time.
 */
export function boundedHtml(html: string, { base, max }: BoundedHtmlOptions): string {
  const long = html.length > max;
  const links = base !== undefined && MAYBE_RELATIVE.test(html);
  if (!long && !links) return html;
  const edit = editor(html, { base: links ? base : undefined, long, max });
  let written = '';
  // What stands between `from` and `at` stays as it is.
  let from = 0;
  let at = 0;
  for (;;) {
    const open = html.indexOf('<', at);
    const room = max - written.length + from;
    if (open === -1 || open > room)
      return written + cutText(html.slice(from), max - written.length);
    const { end, instead } = edit(open);
    // A tag that never ends swallows the rest in every browser.
    if (end === -1) return written + html.slice(from, open);
    at = end;
    if (instead === undefined && at <= room) continue;
    written += html.slice(from, open);
    if (instead === undefined || written.length + instead.length > max) return written;
    written += instead;
    from = at;
  }
}

interface Edit {
  /** after the markup, and what it hides; -1 if it never ends */
  end: number;
  /** what is written in its place; undefined if it stays */
  instead?: string;
}

/** Gives what becomes of the markup at a place. */
function editor(
  html: string,
  { base, long, max }: { base: string | undefined; long: boolean; max: number },
): (open: number) => Edit {
  const tags = htmlTags(html);
  const limit = long ? LONG_TAG : max;
  return (open) => {
    const markup = tags.at(open);
    if (markup.kind === 'text') return { end: open + 1 };
    const { end } = markup;
    if (end === -1) return { end };
    if (markup.kind === 'unseen') return long ? { end, instead: '' } : { end };
    const after = long ? tags.afterHidden({ name: markup.name, open, end }) : end;
    if (after !== end) return { end: after, instead: '' };
    if (base === undefined && !(long && end - open > LONG_TAG)) return { end };
    const tag = rewrittenTag(html.slice(open, end), { base, max: limit });
    return { end, instead: long && tag.length > LONG_TAG ? '' : tag };
  };
}

function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  return text.slice(0, max).replace(/(?:&[^&;\s]{0,40}|\p{Surrogate})$/u, '');
}
