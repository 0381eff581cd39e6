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
  const tags = htmlTags(html);
  const lines = blockLines(max);
  let at = 0;
  while (at < html.length && !lines.isFull()) {
    const open = html.indexOf('<', at);
    if (open !== at) lines.add(html.slice(at, open === -1 ? html.length : open));
    if (open === -1) break;
    const markup = tags.at(open);
    if (markup.kind === 'tag') {
      const { name, end } = markup;
      if (end === -1) break;
      at = tags.afterHidden({ name, open, end });
      if (!INLINE.has(name)) lines.end();
    } else if (markup.kind === 'unseen') {
      at = markup.end;
    } else {
      lines.add('<');
      at = open + 1;
    }
  }
  lines.end();
  return lines.blocks;
}

/** Gathers the texts of blocks. @param max UTF-16 units after which there are enough */
function blockLines(max: number) {
  const blocks: string[] = [];
  // Cleaning makes a line shorter, seldom by half.
  const longLine = max * 2 + 1000;
  let line = '';
  let length = 0;
  return {
    blocks,
    isFull: () => length > max || line.length > longLine,
    add(text: string) {
      line += text;
    },
    /** Ends a block; one without any text is none. */
    end() {
      if (line === '') return;
      const text = cleanLine(line.includes('&') ? decodeHTML(line) : line);
      if (text !== '') blocks.push(text);
      length += text.length;
      line = '';
    },
  };
}
