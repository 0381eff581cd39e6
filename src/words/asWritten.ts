/** Words between two that count, at most: `autobús a demanda`. */
const BETWEEN = 3;

/**
 * A bigram as a text has it, with the small words between them that no index keeps: `autobús demanda` is
 * `autobús a demanda` there. Anything else, and what is not found, stays as it is.
 */
export function asWritten(term: string, text: string): string {
  const [first, second, more] = term.split(' ');
  if (first === undefined || second === undefined || more !== undefined) return term;
  if (!/^[\p{L}\p{M}\p{N}]+$/u.test(first + second)) return term;
  const gap = String.raw`[^\p{L}\p{N}\n]+(?:[\p{L}\p{N}]{1,12}[^\p{L}\p{N}\n]+){0,${BETWEEN}}?`;
  const pattern = String.raw`(?<![\p{L}\p{N}])${first}${gap}${second}(?![\p{L}\p{N}])`;
  return new RegExp(pattern, 'iu').exec(text)?.[0].toLowerCase() ?? term;
}
