import type { ToneCategory, ToneRules, ToneSeverity } from '../../model/desk/toneRules.ts';
import { primarySubtag } from '../../text/primarySubtag.ts';
import { readPhrase, type Span } from '../phrase.ts';
import { capitalsIn } from './capitalsIn.ts';
import { toneMessage } from './toneMessage.ts';
import { severityOf, type ToneRule, toneRulesOf } from './toneRules.ts';

/** A phrase in a text that a rule is about. */
export interface ToneFinding {
  rule: string;
  category: ToneCategory;
  severity: Exclude<ToneSeverity, 'off'>;
  /** what is better, in the language of the text */
  message: string;
  /** as it stands in the text */
  words: string;
  span: Span;
}
export interface ToneOptions {
  /** of the text; languages without rules have no findings */
  language: string;
  place: 'title' | 'body';
  /** only rules of these; of all, if left out */
  categories?: readonly ToneCategory[];
}

/**
 * What the rules have to say of a text, from left to right. Rules with a phrase that cannot be read are passed over:
 * `failedToneExamples` names them.
 */
export function findTone(
  text: string,
  rules: ToneRules,
  { language, place, categories }: ToneOptions,
): ToneFinding[] {
  const findings: ToneFinding[] = [];
  for (const rule of rulesFor(rules, primarySubtag(language) ?? language)) {
    if (rule.in !== 'both' && rule.in !== place) continue;
    if (categories && !categories.includes(rule.category)) continue;
    const severity = severityOf(rule, rules);
    if (severity === 'off') continue;
    for (const span of placesOf(rule, text)) {
      const message = toneMessage(rule, rules);
      const words = text.slice(span.start, span.end);
      const { id, category } = rule;
      findings.push({ rule: id, category, severity, message, words, span });
    }
  }
  return findings.sort((a, b) => a.span.start - b.span.start || byId(a.rule, b.rule));
}

/** Where a text is as a rule says, its exceptions aside. */
export function placesOf(rule: ToneRule, text: string): Span[] {
  const { phrase, capitals, unless } = rule;
  try {
    const spans = capitals ? capitalsIn(text, capitals) : readPhrase(phrase ?? '').findAll(text);
    if (spans.length === 0 || unless === undefined) return spans;
    const excused = readPhrase(unless).findAll(text);
    return spans.filter((span) => !excused.some((other) => overlap(span, other)));
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

const byLanguage = new WeakMap<ToneRules, Map<string, readonly ToneRule[]>>();

function rulesFor(rules: ToneRules, language: string): readonly ToneRule[] {
  const known = byLanguage.get(rules) ?? new Map<string, readonly ToneRule[]>();
  byLanguage.set(rules, known);
  let its = known.get(language);
  if (!its) {
    its = toneRulesOf(rules).filter((rule) => primarySubtag(rule.language) === language);
    known.set(language, its);
  }
  return its;
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function byId(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
