import { decodeHTML } from 'entities';
import { cleanLine } from './clean.ts';

const HIDDEN = new Set(
  'script style template noscript svg math iframe object head title select textarea canvas audio video'.split(
    ' ',
  ),
);
const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp ' +
    'small span strike strong sub sup time tt u var wbr img'
  ).split(' '),
);

/** What a reader would see of HTML, in one line. @param max UTF-16 units after which reading stops */
export function visibleText(html: string, max = Number.POSITIVE_INFINITY): string {
  const text = textBlocks(html, max).join(' ');
  return text.length <= max
    ? text
    : text
        .slice(0, max)
        .replace(/\p{Surrogate}$/u, '')
        .trimEnd();
}

/**
 * What a reader would see of HTML, a line for each block (paragraph, heading, cell, line of verse).
 * Takes linear time for any input, and never more than the text of the tags that it was given.
 */
export function textBlocks(html: string, max = Number.POSITIVE_INFINITY): string[] {
  const blocks: string[] = [];
  let line = '';
  let length = 0;
  const endBlock = () => {
    const text = cleanLine(decodeHTML(line));
    if (text !== '') blocks.push(text);
    length += text.length;
    line = '';
  };
  for (const part of tokens(html)) {
    if (typeof part === 'string') line += part;
    else if (!INLINE.has(part.tag)) endBlock();
    if (length + line.length > max * 2 + 1000) break;
  }
  endBlock();
  return blocks;
}

/** Text as it stands, entities and all, and the names of the tags between; hidden elements and comments are left out. */
function* tokens(html: string): Generator<string | { tag: string }> {
  const search = closingTags(html);
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) break;
    if (open > at) yield html.slice(at, open);
    const name = /^<\/?([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 24))?.[1]?.toLowerCase();
    if (name !== undefined) {
      const end = tagEnd(html, open);
      if (end === -1) return;
      at = HIDDEN.has(name) && html[open + 1] !== '/' ? search(name, end) : end;
      yield { tag: name };
    } else if (/[!?/]/.test(html[open + 1] ?? '')) {
      at = commentEnd(html, open);
    } else {
      yield '<';
      at = open + 1;
    }
  }
  if (at < html.length) yield html.slice(at);
}

/** After the `>` of a tag, minding quotes; -1 when the tag never ends. */
function tagEnd(html: string, open: number): number {
  let at = open + 1;
  for (;;) {
    const close = html.indexOf('>', at);
    if (close === -1) return -1;
    const quote = /=\s*(["'])/.exec(html.slice(at, Math.min(close, at + 4000)));
    if (quote === null) return close + 1;
    const from = at + quote.index + quote[0].length;
    const end = html.indexOf(quote[1] ?? '"', from);
    // A quote that is never closed would swallow the rest, so there the tag ends at its first `>`.
    if (end === -1) return close + 1;
    at = end + 1;
  }
}

function commentEnd(html: string, open: number): number {
  const comment = html.startsWith('<!--', open);
  const cdata = html.startsWith('<![CDATA[', open);
  if (cdata) return open + '<![CDATA['.length;
  const end = html.indexOf(comment ? '-->' : '>', open + 2);
  return end === -1 ? html.length : end + (comment ? 3 : 1);
}

/** Finds where a hidden element ends; remembers what is not there, so that a thousand open tags cost one search. */
function closingTags(html: string): (name: string, from: number) => number {
  let lower: string | undefined;
  const missing = new Set<string>();
  return (name, from) => {
    if (missing.has(name)) return from;
    lower ??= html.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
    const close = lower.indexOf(`</${name}`, from);
    if (close === -1) {
      missing.add(name);
      // Browsers take the whole rest as script or style; of other elements only the tag is lost.
      return name === 'script' || name === 'style' ? html.length : from;
    }
    const end = html.indexOf('>', close);
    return end === -1 ? html.length : end + 1;
  };
}
