import type { ToneCategory, ToneRules, ToneSeverity } from '../../model/desk/toneRules.ts';
import { primarySubtag } from '../../text/primarySubtag.ts';
import { readPhrase, type Span } from '../phrase.ts';
import { capitalsIn } from './capitalsIn.ts';
import { toneNote } from './toneNote.ts';
import { severityOf, type ToneRule, toneRulesOf } from './toneRules.ts';

/** A place in a text that breaks a rule. */
export interface ToneFinding {
  rule: string;
  category: ToneCategory;
  severity: Exclude<ToneSeverity, 'off'>;
  /** what to do instead, as the desk has written it; undefined if it leaves that to the category */
  note: string | undefined;
  /** as it stands in the text */
  words: string;
  span: Span;
}
export interface ToneOptions {
  /** of the text; languages without rules have no findings */
  language: string;
  place: 'title' | 'body';
  /** only rules of these categories; of all, if left out */
  categories?: readonly ToneCategory[];
}

/**
 * Finds the places in a text that break a rule, from left to right. If a rule's phrase cannot be read, the rule is skipped;
 * `failedToneExamples` reports it.
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
      const note = toneNote(rule, rules);
      const words = text.slice(span.start, span.end);
      const { id, category } = rule;
      findings.push({ rule: id, category, severity, note, words, span });
    }
  }
  return findings.sort((a, b) => a.span.start - b.span.start || byId(a.rule, b.rule));
}

/** The places in a text that break one rule, those that its `unless` excuses left out. */
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
