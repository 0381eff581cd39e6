import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { hash } from './hash.ts';

/** A word of a text: as it stands there, and the stem by which it is compared. */
export interface Word {
  surface: string;
  stem: string;
  /** of the stem, 32 bits: see `hash` */
  code: number;
}

/**
 * The words of a text, stemmed as its language has it, accents and stop words aside. A word that stands there twice is
 * one and the same object, in whatever text of the language.
 * @param language `es` and `en` have stemmers; words of other languages are folded only
 */
export function wordsOf(text: string, language: string): Word[] {
  const known = lexiconOf(language);
  const words: Word[] = [];
  for (const surface of text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) {
    let word = known.get(surface);
    if (word === undefined) {
      const low = surface.toLowerCase();
      word = STOP_WORDS.has(low) ? null : toWord(surface, stemOf(low, language));
      known.set(surface, word);
    }
    if (word !== null) words.push(word);
  }
  return words;
}

export function toWord(surface: string, stem: string): Word {
  return { surface, stem, code: hash(stem) };
}

const STEMMERS: Record<string, (word: string) => string> = { es: spanish, en: english };
/** By language: words as they stand in texts; null for those that say nothing. */
const lexicons = new Map<string, Map<string, Word | null>>();

/** Remembers words: a corpus repeats them far more often than it brings new ones. */
function lexiconOf(language: string): Map<string, Word | null> {
  const lexicon = lexicons.get(language) ?? new Map<string, Word | null>();
  if (lexicon.size > 200_000) lexicon.clear();
  lexicons.set(language, lexicon);
  return lexicon;
}

function stemOf(word: string, language: string): string {
  const stemmer = STEMMERS[language];
  return foldVowels(stemmer ? stemmer(language === 'es' ? restoreAccent(word) : word) : word);
}

/** The Spanish stemmer knows `-ción` by its accent, which capitals and haste leave out. */
function restoreAccent(word: string): string {
  return word.replace(/([cs])ion$/, '$1ión');
}

/** Vowels lose their accents; `ñ` is a letter of its own (año is not ano), and so is `ç`. */
export function foldVowels(text: string): string {
  // Most words have none, and taking letters apart is slow.
  if (/^[\0-\x7f]*$/.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(/([aeiou])[\u0300-\u036f]+/gi, '$1')
    .normalize('NFC');
}

/** Words that say nothing of what a text is about, in both languages; hand-picked, so that `estado` and `system` stay. */
const STOP_WORDS = new Set(
  (
    'a al ante aquel aquella aquellas aquellos aunque aún cada como cómo con contra cual cuál cuales cuando cuándo de del desde donde dónde dos ' +
    'e el él ella ellas ellos en entre era eran es esa esas ese eso esos esta está estaba estaban están estar estas este esto estos fue fueron ' +
    'ha había habían han has hasta hay la las le les lo los más me mi mientras muy nada ni no nos nosotros nuestra nuestras nuestro nuestros o os otra otras otro otros ' +
    'para pero poco por porque pues que qué quien quién quienes se sea sean ser será serán si sí sido sin sobre solo sólo son su sus también tan tanto te tiene tienen todo toda todas todos tras tu tus ' +
    'u un una unas uno unos y ya yo ' +
    'about after all also am an and any are as at be been before being both but by can could did do does each for from had has have he her here him his how i if in into is it its ' +
    'just may me might more most much my no nor not now of on once only or other our out over own shall she should so some such than that the their them then there these they this those ' +
    'through to too under up us very was we were what when where which while who whom why will with would you your'
  ).split(' '),
);
