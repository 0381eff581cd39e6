import { htmlTags } from '../../text/htmlTags.ts';
import { rewrittenTag } from './rewrittenTag.ts';

export interface KeptHtmlOptions {
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
export function keptHtml(html: string, { base, max }: KeptHtmlOptions): string {
  const long = html.length > max;
  const links = base !== undefined && MAYBE_RELATIVE.test(html);
  if (!long && !links) return html;
  const tags = htmlTags(html);
  let kept = '';
  // What stands between `from` and `at` is kept as it is.
  let from = 0;
  let at = 0;
  for (;;) {
    const open = html.indexOf('<', at);
    const room = max - kept.length + from;
    if (open === -1 || open > room) return kept + cutText(html.slice(from), max - kept.length);
    const markup = tags.at(open);
    const end = markup.kind === 'text' ? open + 1 : markup.end;
    // A tag that never ends swallows the rest in every browser.
    if (end === -1) return kept + html.slice(from, open);
    let written: string | undefined;
    at = end;
    if (markup.kind === 'tag') {
      if (long) at = tags.afterHidden({ name: markup.name, open, end });
      const heavy = long && end - open > LONG_TAG;
      if (at !== end) written = '';
      else if (heavy || links)
        written = rewrittenTag(html.slice(open, end), { base, max: long ? LONG_TAG : max });
      if (long && written !== undefined && written.length > LONG_TAG) written = '';
    } else if (markup.kind === 'unseen' && long) {
      written = '';
    }
    if (written === undefined && at <= room) continue;
    kept += html.slice(from, open);
    if (written === undefined || kept.length + written.length > max) return kept;
    kept += written;
    from = at;
  }
}

function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  return text.slice(0, max).replace(/(?:&[^&;\s]{0,40}|\p{Surrogate})$/u, '');
}
