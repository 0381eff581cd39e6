import type { ToneCategory, ToneRules } from '../model/desk/toneRules.ts';
import { findTone, type ToneFinding } from '../phrases/tone/findTone.ts';
import { toneRulesOf } from '../phrases/tone/toneRules.ts';

/** The strength of a rule that does not give its own. */
const STRENGTH = 0.5;
/** A rule of less strength counts by half, and so does one that is a mere note on our own drafts. */
const SURE = 0.75;

/** The penalty for the tone of a harvested title. */
export interface TitleTone {
  /** 0 to 1: 0 for a plain title, the more the stronger the rule that it breaks */
  penalty: number;
  /** id of the rule that weighs most, and the words that break it, as they stand in the title */
  rule?: string;
  words?: string;
}

/** The penalty on a title of others for clickbait and promotion: that of the broken rule that weighs most. */
export function titleTone(title: string, language: string, rules: ToneRules): TitleTone {
  let worst: TitleTone = { penalty: 0 };
  for (const { finding, strength } of hitsIn(title, language, rules, ['clickbait', 'promotion'])) {
    const { rule, words, severity } = finding;
    const sure = strength >= SURE ? 1 : 0.5;
    const penalty = strength * sure * (severity === 'note' ? 0.5 : 1);
    if (penalty > worst.penalty) worst = { penalty, rule, words };
  }
  return worst;
}

/** How probably a title is clickbait, 0 to 1: from 0.5 on it is clickbait, from 0.75 on surely. */
export function clickbaitConfidence(title: string, language: string, rules: ToneRules): number {
  return anyOf(hitsIn(title, language, rules, ['clickbait']).map(({ strength }) => strength));
}

interface Hit {
  finding: ToneFinding;
  strength: number;
}

/** Of each rule of some categories that a title breaks, the first place. */
function hitsIn(
  title: string,
  language: string,
  rules: ToneRules,
  categories: readonly ToneCategory[],
): Hit[] {
  const hits = new Map<string, Hit>();
  for (const finding of findTone(title, rules, { language, place: 'title', categories })) {
    const { rule: id } = finding;
    if (hits.has(id)) continue;
    const strength = toneRulesOf(rules).find((rule) => rule.id === id)?.strength ?? STRENGTH;
    hits.set(id, { finding, strength });
  }
  return [...hits.values()];
}

/** The probability that at least one of several independent events happens. */
function anyOf(probabilities: number[]): number {
  return 1 - probabilities.reduce((none, each) => none * (1 - each), 1);
}
