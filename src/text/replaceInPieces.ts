const PIECE = 500_000;

/**
 * Replaces every match in a text that may be many megabytes long. The engine notes all matches before it writes: a text of
 * nothing else would take memory that no limit of a worker holds back, and the process with it.
 * @param pattern global, for single characters
 */
export function replaceInPieces(
  text: string,
  pattern: RegExp,
  replacement: string | ((match: string) => string),
): string {
  const replaced = (piece: string) =>
    typeof replacement === 'string'
      ? piece.replace(pattern, replacement)
      : piece.replace(pattern, replacement);
  let out = '';
  for (let from = 0; from < text.length; from += PIECE)
    out += replaced(text.slice(from, from + PIECE));
  return out;
}
