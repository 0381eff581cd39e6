import type { Span } from '../phrases/phrase.ts';

// A fixed locale: a program's own would cut the same text differently on another machine.
const SEGMENTER = new Intl.Segmenter('es', { granularity: 'sentence' });

/** What ends in a full stop and seldom ends a sentence: titles, references, initials. */
const ABBREVIATION =
  /(?<![\p{L}\p{N}])(?:sr|sra|srta|sres|dr|dra|d|dña|excmo|ilmo|mr|mrs|ms|st|prof|gral|avda|av|pza|núm|num|nº|art|arts|pág|págs|cap|vol|fig|aprox|ee|vs|\p{L})\.\s*$/iu;

/** The sentences of a text, from left to right and with nothing left out; white space belongs to the sentence before it. */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let goesOn = false;
  for (const { segment, index } of SEGMENTER.segment(text)) {
    const last = spans.at(-1);
    const end = index + segment.length;
    if (last && goesOn) last.end = end;
    else spans.push({ start: index, end });
    goesOn = ABBREVIATION.test(segment.slice(-12));
  }
  return spans;
}
