// By the first letters, without accents, of es, en, ca, gl, pt, fr, it, de, nl, hu and el; the longest beginning decides.
const BEGINNINGS: [number, string][] = [
  [1, 'ene jan gen xan ιαν'],
  [2, 'feb fev feve φεβ'],
  [3, 'mar maa μαρ μαω'],
  [4, 'abr apr avr απρ'],
  [5, 'may mai mag maig mei maj μαι'],
  [6, 'jun giu xun juin juny ιουν ιον'],
  [7, 'jul lug xul juil ιουλ ιολ'],
  [8, 'ago aug aou ag αυγ'],
  [9, 'sep set szep σεπ'],
  [10, 'oct okt out ott οκτ'],
  [11, 'nov νοε'],
  [12, 'dic dec des dez δεκ'],
];

const MONTHS = new Map(
  BEGINNINGS.flatMap(([month, names]) =>
    names.split(' ').map((name): [string, number] => [name, month]),
  ),
);

/** The month that a word names, 1 to 12. @param word lower case, without accents */
export function monthOf(word: string): number | undefined {
  return MONTHS.get(word.slice(0, 4)) ?? MONTHS.get(word.slice(0, 3)) ?? MONTHS.get(word);
}
