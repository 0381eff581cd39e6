const GALICIAN = wordSet(
  'a o as os do da dos das no na nos nas e ou unha unhas dun dunha nun nunha ao aos á ás polo pola polos polas coa coas co ' +
    'cos non xa tamén aínda foi máis moi súa súas seu seus é hai despois xunta xente cando ata só eles ela esta este',
);
const SPANISH = wordSet(
  'a o el la los las una unos unas del al y con por más su sus ya también muy fue es no hay después cuando donde hasta lo en ' +
    'esta este la',
);
const PORTUGUESE = wordSet(
  'a o as os do da dos das no na nos nas e ou uma umas um em não são mais ele também já ainda pelo pela pelos pelas com ' +
    'à às ao aos há depois até só foi quando onde muito sua suas seu seus é eles ela esta este isso isto',
);

/**
 * How many more words a text has that are Galician and not of the other language.
 * @param other what the text was taken for; of Catalan, the words of Spanish serve
 */
export function galicianMarks(words: readonly string[], other: 'es' | 'pt' | 'ca'): number {
  const against = other === 'pt' ? PORTUGUESE : SPANISH;
  let marks = 0;
  for (const word of words) {
    const lower = word.toLowerCase();
    const galician = GALICIAN.has(lower);
    const foreign = against.has(lower);
    if (galician !== foreign) marks += galician ? 1 : -1;
  }
  return marks;
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
