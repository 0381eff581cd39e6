import type { LogitWeights } from '../../learning/logisticRegression.ts';
import type { Doc } from '../../words/corpus.ts';
import { isWeak } from '../../words/weakWords.ts';
import type { Decision } from '../relevance/decisions.ts';
import { wordAttributions } from '../relevance/wordAttributions.ts';
import type { LearningInputs } from './learningInputs.ts';

/** A word that speaks for an item or against it, as learned from decisions. */
export interface LearnedTerm {
  /** in the form that decided texts have most */
  word: string;
  /** log-odds by which it moves a text that holds it: above 0 towards being kept */
  strength: number;
  /** decided texts that hold it, in whatever form, copies counted each */
  kept: number;
  dropped: number;
}

/** The strongest first. */
export interface LearnedTerms {
  towards: LearnedTerm[];
  against: LearnedTerm[];
}

/** Decided texts that a word stands in at least: one text says nothing about its words. */
const FEWEST_TEXTS = 2;
/** Texts' worth of doubt: a word of two texts does not outshine one of twenty. */
const DOUBT = 3;
const SHOWN = 8;

/**
 * The words by which what was learned moves texts most. Each text's log-odds are shared out among its words
 * (`wordAttributions`); the strength of a word is the mean of its shares over the decided texts that hold it, as if
 * `DOUBT` more held it and were not moved. So it holds for these texts: a word also bears a part of what its neighbours
 * say. It is left out if its own count says the opposite.
 * @param models whose weights are added up
 * @param decisions whose texts are looked at
 */
export function learnedTerms(
  models: readonly LogitWeights[],
  decisions: readonly Decision[],
  { space }: Pick<LearningInputs, 'space'>,
): LearnedTerms {
  const tallies = new Map<string, Tally>();
  for (const { doc, kept } of decisions) {
    const stems = formsOf(doc, tallies);
    for (const { surface, value } of wordAttributions(models, doc, space.featuresOf(doc), space)) {
      const tally = tallies.get(stems.get(surface) ?? surface);
      if (tally === undefined) continue;
      tally.sum += value;
      tally[kept ? 'kept' : 'dropped'] += 1;
    }
  }
  const keptShare = decisions.filter(({ kept }) => kept).length / Math.max(1, decisions.length);
  const terms = [...tallies.values()].flatMap((tally) => toTerm(tally, keptShare) ?? []);
  return { towards: strongest(terms, 1), against: strongest(terms, -1) };
}

/** Undefined if there is too little to say, or nothing to show. @param keptShare of all decisions, 0 to 1 */
function toTerm(
  { forms, language, sum, kept, dropped }: Tally,
  keptShare: number,
): LearnedTerm | undefined {
  const texts = kept + dropped;
  const word = commonest(forms);
  if (texts < FEWEST_TEXTS || saysNothing(word, language)) return undefined;
  if ((kept / texts - keptShare) * sum <= 0) return undefined;
  return { word, strength: sum / (texts + DOUBT), kept, dropped };
}

function strongest(terms: readonly LearnedTerm[], side: 1 | -1): LearnedTerm[] {
  return terms
    .filter(({ strength }) => strength * side > 0)
    .sort((a, b) => (b.strength - a.strength) * side || (a.word < b.word ? -1 : 1))
    .slice(0, SHOWN);
}

/** A number, a letter alone, or a word such as `one` and `after`: out of its sentence it means nothing to a reader. */
function saysNothing(word: string, language: string): boolean {
  return !/\p{L}{2}/u.test(word) || isWeak(word, language, false);
}

interface Tally {
  language: string;
  /** texts by form, all in small letters */
  forms: Map<string, number>;
  sum: number;
  kept: number;
  dropped: number;
}

/** Counts the forms that a text has of its words, and gives each form's stem. */
function formsOf({ title, body, language }: Doc, tallies: Map<string, Tally>): Map<string, string> {
  const stems = new Map<string, string>();
  const seen = new Set<string>();
  for (const { surface, stem } of [...title, ...body]) {
    stems.set(surface, stem);
    const form = surface.toLowerCase();
    if (seen.has(form)) continue;
    seen.add(form);
    const tally = tallies.get(stem) ?? { language, forms: new Map(), sum: 0, kept: 0, dropped: 0 };
    tallies.set(stem, tally);
    tally.forms.set(form, (tally.forms.get(form) ?? 0) + 1);
  }
  return stems;
}

function commonest(forms: ReadonlyMap<string, number>): string {
  const [first] = [...forms].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return first?.[0] ?? '';
}
