import { at } from '../words/vector.ts';
import { foldVowels, type Word } from '../words/words.ts';
import { hasCapital, type TextIndex } from './textIndex.ts';

/** What distinguishes one text of a series from the next: its numbers and dates, and the names in its title. */
export interface Facts {
  /** `n12` (a figure), `m3` (March), `d1` (Monday), `o2` (second) */
  titleFigures: ReadonlySet<string>;
  /** of title and text */
  figures: ReadonlySet<string>;
  /** terms of the title that are written as names are */
  titleNames: ReadonlySet<number>;
  /** of title and text */
  names: ReadonlySet<number>;
  /** terms of the title that are neither names nor figures */
  frame: ReadonlySet<number>;
  /** terms of the text below the title */
  body: ReadonlySet<number>;
  /** all its terms */
  terms: ReadonlySet<number>;
}

/** The facts of the texts of an index, by place, read when first asked for. */
export function lazyFacts(index: TextIndex): (place: number) => Facts {
  const read: Facts[] = [];
  return (place) => (read[place] ??= readFacts(index, place));
}

function readFacts(index: TextIndex, place: number): Facts {
  const doc = index.docs[place];
  const title = doc?.title ?? [];
  const body = doc?.body ?? [];
  const titleNames = new Set(namesIn(title, index));
  const terms = index.numbersOf(title);
  const isFigure = title.map(({ surface }) => figuresIn([{ surface }]).length > 0);
  return {
    titleFigures: new Set(figuresIn(title)),
    figures: new Set([...figuresIn(title), ...figuresIn(body)]),
    titleNames,
    names: new Set([...titleNames, ...namesIn(body, index)]),
    frame: new Set(terms.filter((term, at) => !isFigure[at] && !titleNames.has(term))),
    body: new Set(index.numbersOf(body)),
    terms: new Set(index.vectors[place]?.ids),
  };
}

/** Terms of the words that stand with a capital here, and with a small letter hardly anywhere. */
function namesIn(words: readonly Word[], index: TextIndex): number[] {
  const numbers = index.numbersOf(words);
  return words.flatMap(({ surface }, place) => {
    const term = at(numbers, place);
    return hasCapital(surface) && index.isProper(term) && figureOf(surface) === undefined
      ? [term]
      : [];
  });
}

/** Numbers and dates: `1.200`, `1,200` and `1200` are one, and so are `doce` and `12`, `marzo` and `March`. */
export function figuresIn(words: readonly Pick<Word, 'surface'>[]): string[] {
  const figures: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    let digits = words[at]?.surface ?? '';
    if (/^\d{1,3}$/.test(digits)) {
      while (/^\d{3}$/.test(words[at + 1]?.surface ?? '')) digits += words[++at]?.surface;
    }
    const figure = figureOf(digits);
    if (figure !== undefined) figures.push(figure);
  }
  return figures;
}

function figureOf(surface: string): string | undefined {
  if (/\d/.test(surface)) {
    const bare = surface.toLowerCase().replace(/^(\d+)(?:[ªº]|th|st|nd|rd|[ao]s?)$/, '$1');
    return `n${bare.replace(/^0+(?=\d)/, '')}`;
  }
  if (ROMAN.test(surface)) return `r${surface}`;
  return FIGURE_WORDS.get(foldVowels(surface.toLowerCase()));
}

/** II to LXXXIX: in capitals, and no single letter. */
const ROMAN = /^(?=[IVXL]{2})L?X{0,3}(?:I[XV]|V?I{0,3})$/;

/** Words for small numbers, months, days and places in an order, in both languages; of one line, those of one place are one. */
const FIGURE_WORDS = new Map<string, string>(
  Object.entries({
    n: [
      '3 tres three|4 cuatro four|5 cinco five|6 seis six|7 siete seven|8 ocho eight|9 nueve nine|10 diez ten',
      '11 once eleven|12 doce twelve|20 veinte twenty|30 treinta thirty|100 cien hundred|1000 mil thousand',
    ],
    m: [
      '1 enero january|2 febrero february|3 marzo march|4 abril april|5 mayo|6 junio june|7 julio july',
      '8 agosto august|9 septiembre setiembre september|10 octubre october|11 noviembre november|12 diciembre december',
    ],
    d: [
      '1 lunes monday|2 martes tuesday|3 miercoles wednesday|4 jueves thursday|5 viernes friday',
      '6 sabado sabados saturday|7 domingo domingos sunday',
    ],
    o: [
      '1 primer primero primera first|2 segundo segunda second|3 tercer tercero tercera third|4 cuarto cuarta fourth',
      '5 quinto quinta fifth|6 sexto sexta sixth|7 septimo septima seventh|8 octavo octava eighth|9 noveno novena ninth',
      '10 decimo decima tenth',
    ],
  }).flatMap(([kind, lines]) =>
    lines.flatMap((line) =>
      line.split('|').flatMap((entry) => {
        const [value, ...words] = entry.split(' ');
        return words.map((word) => [word, `${kind}${value}`] as const);
      }),
    ),
  ),
);
