import { foldVowels } from '../text/words.ts';

/** The first of the phrases that stands in a text as whole words, accents and case aside. */
export function findPhrase(text: string, phrases: readonly string[]): string | undefined {
  const plain = normalise(text);
  return phrases.find((phrase) => {
    const words = normalise(phrase).trim();
    return words !== '' && plain.includes(` ${words} `);
  });
}

/** Words apart by one space, with one at both ends, so that whole words can be found as plain text. */
function normalise(text: string): string {
  return ` ${foldVowels(text.toLowerCase()).replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')} `;
}
