/** A part of a sentence: words, or what stands between backticks, which a page sets as code. */
export interface Span {
  text: string;
  isCode: boolean;
}

/** A sentence in parts. A backtick without its pair is a character like any other. */
export function codeSpans(sentence: string): Span[] {
  return sentence
    .split(/(`[^`]+`)/)
    .filter((part) => part !== '')
    .map((part) =>
      /^`[^`]+`$/.test(part)
        ? { text: part.slice(1, -1), isCode: true }
        : { text: part, isCode: false },
    );
}
