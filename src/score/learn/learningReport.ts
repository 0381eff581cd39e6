import type { Desk } from '../../model/desk/desk.ts';
import type { Decision } from '../relevance/decisions.ts';
import { learnRelevance } from '../relevance/relevance.ts';
import { type BackTest, backTest } from './backTest.ts';
import { type Contradiction, contradictionsOf } from './contradictions.ts';
import { type LearnedTerms, learnedTerms } from './learnedTerms.ts';
import { type LearningInputs, learningInputs } from './learningInputs.ts';
import { type TrainingSet, tally, trainingSetOf } from './trainingSet.ts';
import { type TrustChange, trustChanges } from './trustChanges.ts';

/** The terms of one audience, or of all. */
export interface AudienceTerms extends LearnedTerms {
  /** undefined: all audiences together */
  audience?: string;
  kept: number;
  dropped: number;
}

/** What was learned from a desk's ledger. */
export interface LearningReport {
  trainingSet: TrainingSet;
  /** empty if there are too few decisions, or only keeps, or only drops */
  terms: AudienceTerms[];
  contradictions: Contradiction[];
  trust: TrustChange[];
  /** undefined if there is too little to predict, or too few decisions to learn from */
  backTest: BackTest | undefined;
}

/** With fewer decisions of a kind, terms speak of single texts. */
export const FEWEST_FOR_TERMS = 10;
/** With fewer decisions, figures are more chance than skill; the score is not calibrated either. */
export const FEWEST_FOR_FIGURES = 40;

/**
 * Everything that was learned from a desk's decisions, for people to look over. A function of the desk's files alone.
 * @param audience for this one alone: its terms, its contradictions, its history; sources are trusted by all
 */
export function learningReport(desk: Desk, audience?: string): LearningReport {
  const inputs = learningInputs(desk);
  const own = audience === undefined ? inputs.decisions : decidedFor(audience, inputs);
  return {
    trainingSet: trainingSetOf(inputs, own, audience),
    terms: allTerms(inputs, audience),
    contradictions: contradictionsOf(desk, own, inputs.corpus),
    trust: trustChanges(desk),
    backTest: areEnough(own, FEWEST_FOR_FIGURES) ? backTest(inputs, own) : undefined,
  };
}

function decidedFor(audience: string, { decisions }: LearningInputs): Decision[] {
  return decisions.filter((one) => one.audience === audience);
}

/** Whether there are so many, of both kinds. */
function areEnough(decisions: readonly Decision[], fewest: number): boolean {
  const { kept, dropped } = tally(decisions);
  return decisions.length >= fewest && kept > 0 && dropped > 0;
}

/** The terms of all decisions, unless one audience is asked for, and those of each audience, if there are several. */
function allTerms(inputs: LearningInputs, audience: string | undefined): AudienceTerms[] {
  const { desk, audienceModels, decisions, space } = inputs;
  if (!areEnough(decisions, FEWEST_FOR_TERMS)) return [];
  const { weights } = desk.settings;
  const { shared, own } = learnRelevance(audienceModels, decisions, space, weights, {
    calibrated: false,
  });
  if (shared === undefined) return [];
  const together =
    audience === undefined
      ? [{ ...tally(decisions), ...learnedTerms([shared], decisions, inputs) }]
      : [];
  const names = audienceModels.map(({ name }) => name);
  const asked = names.length > 1 ? names : [];
  const each = (audience === undefined ? asked : names.filter((name) => name === audience)).map(
    (name): AudienceTerms => {
      const mine = decidedFor(name, inputs);
      const models = [shared, own.get(name)].filter((one) => one !== undefined);
      const terms = areEnough(mine, FEWEST_FOR_TERMS)
        ? learnedTerms(models, mine, inputs)
        : { towards: [], against: [] };
      return { audience: name, ...tally(mine), ...terms };
    },
  );
  return [...together, ...each];
}
