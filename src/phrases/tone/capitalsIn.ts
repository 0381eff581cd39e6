import type { Span } from '../phrase.ts';

/** Of so many letters at least one word is, or it could be a row of acronyms. */
const LONG = 6;

/** Words in capitals, so many of them one after the other or more; a lone letter (`A TODO EL`) goes with them. */
export function capitalsIn(text: string, least: number): Span[] {
  const spans: Span[] = [];
  let row: { words: number; long: boolean; start: number; end: number } | undefined;
  const close = () => {
    if (row && row.words >= least && row.long) spans.push({ start: row.start, end: row.end });
    row = undefined;
  };
  for (const { 0: word, index: start } of text.matchAll(/\p{L}[\p{L}\p{M}\p{N}]*/gu)) {
    const end = start + word.length;
    if (word !== word.toUpperCase() || word === word.toLowerCase()) close();
    else {
      row ??= { words: 0, long: false, start, end };
      row.words++;
      row.long ||= word.length >= LONG;
      row.end = end;
    }
  }
  close();
  return spans;
}
