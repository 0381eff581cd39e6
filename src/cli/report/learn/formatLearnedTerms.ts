import type { LearnedTerm } from '../../../score/learn/learnedTerms.ts';
import type { AudienceTerms } from '../../../score/learn/learningReport.ts';
import { bar, cut, wrap } from '../table.ts';

const BAR = 10;
const WORD = 18;
/** Texts kept, or dropped, below which words speak of these texts and not of a taste. */
const FEW = 5;

/** The strongest words of all audiences, and of each, in two columns. */
export function formatLearnedTerms(terms: readonly AudienceTerms[]): string[] {
  if (terms.length === 0) return [];
  const longest = Math.max(
    ...terms.flatMap(({ towards, against }) =>
      [...towards, ...against].map(({ strength }) => Math.abs(strength)),
    ),
  );
  return [
    'Words that decisions taught',
    ...wrap(
      'The longer the bar, the further the word moves a text. Beside it, the decided texts that hold the word in whatever form, kept and dropped. What a topic asks for counts already; these come on top of it.',
    ),
    ...terms.flatMap((one) => ['', ...ofAudience(one, longest)]),
  ];
}

function ofAudience(terms: AudienceTerms, longest: number): string[] {
  const { audience, kept, dropped, towards, against } = terms;
  const head = `  ${audience ?? 'all audiences'}: ${kept} kept, ${dropped} dropped`;
  if (towards.length + against.length === 0) {
    const why =
      kept === 0 || dropped === 0
        ? `with nothing ${kept === 0 ? 'kept' : 'dropped'} there is nothing to compare`
        : `too few to show words of its own`;
    return [`${head}; ${why}: it goes by what all decisions say.`];
  }
  const rows = Math.max(towards.length, against.length);
  const thin = kept < FEW ? `${kept} kept` : dropped < FEW ? `${dropped} dropped` : undefined;
  return [
    thin === undefined ? head : `${head}; with only ${thin}, take these for hints`,
    `  ${column('for', '', ['kept', 'dropped'])}    ${column('against', '', ['kept', 'dropped'])}`.trimEnd(),
    ...Array.from({ length: rows }, (_, at) =>
      `  ${cell(towards[at], longest)}    ${cell(against[at], longest)}`.trimEnd(),
    ),
  ];
}

function cell(term: LearnedTerm | undefined, longest: number): string {
  if (term === undefined) return column('', '', ['', '']);
  const share = Math.abs(term.strength) / longest;
  return column(cut(term.word, WORD), bar(share, BAR), [String(term.kept), String(term.dropped)]);
}

function column(word: string, drawn: string, [kept, dropped]: [string, string]): string {
  const counts = `${kept.padStart(4)} ${dropped.padStart(7)}`;
  return `${word.padEnd(WORD)} ${drawn.padEnd(BAR)} ${counts}`;
}

/** How many words stand there, for the closing line. */
export function countTerms(terms: readonly AudienceTerms[]): number {
  return terms.reduce((sum, { towards, against }) => sum + towards.length + against.length, 0);
}
