import type { CommandWords } from '../../../i18n/commandWords.ts';
import type { LearnedTerm } from '../../../score/learn/learnedTerms.ts';
import type { AudienceTerms } from '../../../score/learn/learningReport.ts';
import { bar, cut, wrap } from '../table.ts';

const BAR = 10;
const WORD = 18;
/** Texts kept, or dropped, below which words speak of these texts and not of a taste. */
const FEW = 5;

/** The strongest words of all audiences, and of each, in two columns. */
export function formatLearnedTerms(
  terms: readonly AudienceTerms[],
  speech: CommandWords,
): string[] {
  if (terms.length === 0) return [];
  const longest = Math.max(
    ...terms.flatMap(({ towards, against }) =>
      [...towards, ...against].map(({ strength }) => Math.abs(strength)),
    ),
  );
  return [
    speech.say('learn.terms.title'),
    ...wrap(speech.say('learn.terms.about')),
    ...terms.flatMap((one) => ['', ...ofAudience(one, longest, speech)]),
  ];
}

function ofAudience(terms: AudienceTerms, longest: number, { say }: CommandWords): string[] {
  const { audience, kept, dropped, towards, against } = terms;
  const who = audience ?? say('learn.terms.all');
  const head = `  ${say('learn.terms.head', { audience: who, kept, dropped })}`;
  if (towards.length + against.length === 0) {
    if (kept === 0) return [`${head}; ${say('learn.terms.noneKept')}`];
    return [`${head}; ${say(dropped === 0 ? 'learn.terms.noneDropped' : 'learn.terms.tooFew')}`];
  }
  const rows = Math.max(towards.length, against.length);
  const thinDropped = dropped < FEW ? say('learn.terms.thinDropped', { n: dropped }) : undefined;
  const thin = kept < FEW ? say('learn.terms.thinKept', { n: kept }) : thinDropped;
  const heads: [string, string] = [say('learn.terms.kept'), say('learn.terms.dropped')];
  return [
    thin === undefined ? head : `${head}; ${thin}`,
    `  ${column(say('learn.terms.for'), '', heads)}    ${column(say('learn.terms.against'), '', heads)}`.trimEnd(),
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
