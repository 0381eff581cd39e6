import { foldVowels } from '../words/words.ts';

/**
 * A text in NFC without the accents of its vowels and with straight apostrophes, of equal length: what stands at an
 * offset of one stands at the same offset of the other.
 */
export function foldAlike(text: string): string {
  return text
    .replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, (letter) => FOLDED.get(letter) ?? letter)
    .replace(/[\u2019\u02bc]/g, "'");
}

const FOLDED = new Map(
  [
    [0xc0, 0x24f],
    [0x1e00, 0x1eff],
  ].flatMap(([from = 0, to = 0]) =>
    Array.from({ length: to - from + 1 }, (_, index) => {
      const letter = String.fromCharCode(from + index);
      return [letter, sameLength(letter, foldVowels(letter))] as const;
    }),
  ),
);

/** Lower case of equal length: a few letters (`İ`) would grow, and stay as they are. */
export function lowerAlike(text: string): string {
  const low = text.toLowerCase();
  if (low.length === text.length) return low;
  return text.replace(/\p{Lu}/gu, (letter) => sameLength(letter, letter.toLowerCase()));
}

function sameLength(letter: string, other: string): string {
  return other.length === letter.length ? other : letter;
}
