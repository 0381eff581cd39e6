// By the first letters, without accents, of es, en, ca, gl, pt, fr, it, de and nl; the longest beginning decides.
const BEGINNINGS: [number, string][] = [
  [1, 'ene jan gen xan'],
  [2, 'feb fev feve'],
  [3, 'mar maa'],
  [4, 'abr apr avr'],
  [5, 'may mai mag maig mei'],
  [6, 'jun giu xun juin juny'],
  [7, 'jul lug xul juil'],
  [8, 'ago aug aou ag'],
  [9, 'sep set'],
  [10, 'oct okt out ott'],
  [11, 'nov'],
  [12, 'dic dec des dez'],
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
