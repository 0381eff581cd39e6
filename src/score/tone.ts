import type { ToneCategory, ToneRules } from '../model/desk/toneRules.ts';
import { findTone, type ToneFinding } from '../phrases/tone/findTone.ts';
import { toneRulesOf } from '../phrases/tone/toneRules.ts';

/** How sure a rule is that says nothing of it. */
const STRENGTH = 0.5;
/** A rule that is less sure than this counts by half, and so does one that is a mere note on our own drafts. */
const SURE = 0.75;

/** What the tone of a harvested title costs it. */
export interface TitleTone {
  /** 0 for a plain title, towards 1 for one that breaks a rule that is sure */
  penalty: number;
  /** id of the rule that weighs most, and the words that it is about, as they stand in the title */
  rule?: string;
  words?: string;
}

/** The penalty on a title of others, for clickbait and promotion: that of the one rule that weighs most. */
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

/** How probably a title is clickbait, 0 to 1: 0.5 and more is a yes, 0.75 and more a sure one. */
export function clickbaitConfidence(title: string, language: string, rules: ToneRules): number {
  return anyOf(hitsIn(title, language, rules, ['clickbait']).map(({ strength }) => strength));
}

interface Hit {
  finding: ToneFinding;
  strength: number;
}

/** The first place of each rule of some categories that a title breaks. */
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

/** That at least one of several things holds which are independent of each other. */
function anyOf(probabilities: number[]): number {
  return 1 - probabilities.reduce((none, each) => none * (1 - each), 1);
}
