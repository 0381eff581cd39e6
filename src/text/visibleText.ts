import { decodeHTML } from 'entities/decode';
import { cleanLine } from './clean.ts';
import { htmlTags } from './htmlTags.ts';

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
  // Cleaning makes a line shorter, seldom by half.
  const longLine = max * 2 + 1000;
  const tags = htmlTags(html);
  let line = '';
  let length = 0;
  const endBlock = () => {
    if (line === '') return;
    const text = cleanLine(line.includes('&') ? decodeHTML(line) : line);
    if (text !== '') blocks.push(text);
    length += text.length;
    line = '';
  };
  let at = 0;
  while (at < html.length && length <= max && line.length <= longLine) {
    const open = html.indexOf('<', at);
    if (open !== at) line += html.slice(at, open === -1 ? html.length : open);
    if (open === -1) break;
    const markup = tags.at(open);
    if (markup.kind === 'tag') {
      const { name, end } = markup;
      if (end === -1) break;
      at = tags.afterHidden({ name, open, end });
      if (!INLINE.has(name)) endBlock();
    } else if (markup.kind === 'unseen') {
      at = markup.end;
    } else {
      line += '<';
      at = open + 1;
    }
  }
  endBlock();
  return blocks;
}
