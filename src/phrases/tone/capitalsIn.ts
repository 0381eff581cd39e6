import type { Span } from '../phrase.ts';

/** One word of a run must have at least so many letters, or the run may be a list of acronyms. */
const LONG = 6;

/** Finds runs of at least `least` words in capitals; a single letter counts as a word of them (`A TODO EL`). */
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
