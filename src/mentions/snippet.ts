import type { Span } from '../phrases/phrase.ts';

/** How long a sentence may stand in a file, in UTF-16 units, ellipses aside. */
const LENGTH = 240;

/**
 * The part of a sentence that is shown: all of it if it is short, else about 240 characters with the name in the
 * middle, cut between words, as offsets in the text.
 */
export function snippetSpan(text: string, sentence: Span, name: Span): Span {
  const whole = trimmed(text, sentence);
  if (whole.end - whole.start <= LENGTH) return whole;
  const room = Math.max(0, LENGTH - (name.end - name.start));
  // What one side has no use for goes to the other.
  const before = name.start - whole.start;
  const after = whole.end - name.end;
  const left = Math.min(before, Math.max(Math.floor(room / 2), room - after));
  const right = Math.min(after, room - left);
  return trimmed(text, {
    start: left === before ? whole.start : wordFrom(text, name.start - left, name.start),
    end: right === after ? whole.end : wordUntil(text, name.end + right, name.end),
  });
}

/** A part of a sentence with `…` where something is left out. */
export function snippetText(text: string, sentence: Span, part: Span): string {
  const whole = trimmed(text, sentence);
  const open = part.start > whole.start ? '…' : '';
  const close = part.end < whole.end ? '…' : '';
  return `${open}${text.slice(part.start, part.end)}${close}`;
}

/** The first place after a space at or after `from`, `latest` if there is none. */
function wordFrom(text: string, from: number, latest: number): number {
  const space = text.slice(from, latest).search(/\s/);
  return space === -1 ? latest : from + space + 1;
}

/** The last space at or before `until`, `earliest` if there is none. */
function wordUntil(text: string, until: number, earliest: number): number {
  const last = /\s\S*$/.exec(text.slice(earliest, until));
  return last === null ? earliest : earliest + last.index;
}

function trimmed(text: string, { start, end }: Span): Span {
  const part = text.slice(start, end);
  const from = start + (part.length - part.trimStart().length);
  return { start: from, end: Math.max(from, end - (part.length - part.trimEnd().length)) };
}
