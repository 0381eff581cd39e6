/** What marks a word as of one of two languages, and not of the other: as a whole, or by how it is spelt. */
interface Marks {
  words: ReadonlySet<string>;
  spelling: RegExp;
}

const GALICIAN_WORDS = wordSet(
  'a o as os do da dos das no na nos nas e ou unha unhas dun dunha duns dunhas nun nunha nuns nunhas algunha algunhas ' +
    'ningunha ao aos á ás polo pola polos polas coa coas co cos non xa tamén aínda foi máis moi súa súas seu seus é hai ' +
    'despois xunta xente cando ata só eles ela esta este nesta neste desta deste dende entón ademais',
);

/** Against Spanish: the letters and endings that one of the two does not have, or hardly ever. */
const NOT_SPANISH: Marks = {
  words: GALICIAN_WORDS,
  spelling: /^x\p{L}{2}|[^g]ou|eir[oa]s?$|(?:ci|si)óns$|[oiu]ns$|[ai]des?$|^moit|^mell?or/u,
};
const SPANISH: Marks = {
  words: wordSet(
    'a o el la los las una unos unas del al y más su sus ya también muy fue es no hay después cuando donde hasta ' +
      'lo esta este la',
  ),
  spelling: /j|g[eiéí]|(?:dad|tud)(?:es)?$|[cs]iones$|(?<![qg])ue|^h?ie/u,
};

const CATALAN: Marks = {
  words: wordSet(
    'el els la les en i amb és per al als del dels són més va van han aquest aquesta seu seva seus també què que quan on ja',
  ),
  spelling: /^l$|^d$|ny|ç|l·l|[aeiou]tz|ment$|tat$|ció$/u,
};

/** Against Portuguese. */
const NOT_PORTUGUESE: Marks = {
  words: GALICIAN_WORDS,
  spelling: /ñ|ll|^x\p{L}{2}|[cs]ións?$|ía$|[aeoióá]ns?$|^moit|^un$/u,
};
const PORTUGUESE: Marks = {
  words: wordSet(
    'a o as os do da dos das no na nos nas e ou uma umas um em não são mais ele também já ainda pelo pela pelos pelas com ' +
      'à às ao aos há depois até só foi quando onde muito sua suas seu seus é eles ela esta este isso isto nesta neste desta deste',
  ),
  spelling: /[çãõâêôà]|lh|(?<!u)nh|ss|j|g[eiéí]|\p{L}m$/u,
};

/** Of a language: what marks Galician against it, and it against Galician. */
const MARKS: Readonly<Record<'es' | 'ca' | 'pt', readonly [galician: Marks, other: Marks]>> = {
  es: [NOT_SPANISH, SPANISH],
  ca: [NOT_SPANISH, CATALAN],
  pt: [NOT_PORTUGUESE, PORTUGUESE],
};

/** How many more words a text has that are Galician and not of the language that the text was taken for. */
export function galicianMarks(words: readonly string[], other: 'es' | 'ca' | 'pt'): number {
  const [own, against] = MARKS[other];
  let marks = 0;
  for (const word of words) {
    const lower = word.toLowerCase();
    const galician = isMarked(lower, own);
    const foreign = isMarked(lower, against);
    if (galician !== foreign) marks += galician ? 1 : -1;
  }
  return marks;
}

function isMarked(word: string, { words, spelling }: Marks): boolean {
  return words.has(word) || spelling.test(word);
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
