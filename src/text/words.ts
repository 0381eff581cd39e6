import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as spanish } from '@orama/stemmers/spanish';

/** A word of a text: as it stands there, and the stem by which it is compared. */
export interface Word {
  surface: string;
  stem: string;
}

/**
 * The words of a text, stemmed as its language has it, accents and stop words aside.
 * @param language `es` and `en` have stemmers; words of other languages are folded only
 */
export function wordsOf(text: string, language: string): Word[] {
  const words: Word[] = [];
  for (const [surface] of text.normalize('NFC').matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const word = surface.toLowerCase();
    if (!STOP_WORDS.has(word)) words.push({ surface, stem: stemOf(word, language) });
  }
  return words;
}

const STEMMERS: Record<string, (word: string) => string> = { es: spanish, en: english };
const stems = new Map<string, string>();

/** Remembers stems: a corpus repeats its words far more often than it brings new ones. */
function stemOf(word: string, language: string): string {
  const key = `${language} ${word}`;
  let stem = stems.get(key);
  if (stem === undefined) {
    if (stems.size > 200_000) stems.clear();
    const stemmer = STEMMERS[language];
    stem = foldVowels(stemmer ? stemmer(language === 'es' ? restoreAccent(word) : word) : word);
    stems.set(key, stem);
  }
  return stem;
}

/** The Spanish stemmer knows `-ción` by its accent, which capitals and haste leave out. */
function restoreAccent(word: string): string {
  return word.replace(/([cs])ion$/, '$1ión');
}

/** Vowels lose their accents; `ñ` is a letter of its own (año is not ano), and so is `ç`. */
export function foldVowels(text: string): string {
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
