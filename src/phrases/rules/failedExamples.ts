import type { CodedClause } from '../../model/desk/clause.ts';
import type { Desk, Entry } from '../../model/desk/desk.ts';
import type { HeaderFault, ValueFault } from '../../model/desk/finding.ts';
import type { RuleExample, ScoreRule } from '../../model/desk/scoreRule.ts';
import { commonTerms } from './commonTerms.ts';
import { compileRules, type RuleHome } from './compileRules.ts';
import { readConditions } from './conditions.ts';
import { exampleItem, type RuleHomeFacts } from './exampleItem.ts';
import { readItem } from './reading.ts';
import { ruleHit } from './ruleHit.ts';

/**
 * Checks the rules of topics, audiences and sources. It reports examples that do not hold, phrases that cannot be read,
 * words and sources that no item can have, and terms of topics that are in nearly every text.
 */
export function failedExamples(
  desk: Pick<Desk, RuleHome | 'settings' | 'ledger' | 'picks' | 'candidates'>,
): HeaderFault[] {
  return [...unreadable(desk), ...untrueExamples(desk), ...commonTerms(desk)];
}

function* unreadable(desk: Pick<Desk, RuleHome>): Generator<HeaderFault> {
  for (const rules of compileRules(desk).rules.values()) {
    for (const { where, at, faults } of rules) {
      for (const fault of faults) {
        yield { ...fault, path: `${where}.md`, at: [...at, ...fault.at], severity: 'warning' };
      }
    }
  }
}

type RuledEntry = { entry: Entry<{ rules: ScoreRule[] }>; home: RuleHomeFacts };

function* untrueExamples(desk: Pick<Desk, RuleHome | 'settings'>): Generator<HeaderFault> {
  const [language = 'und'] = desk.settings.languages;
  const all: RuledEntry[] = [
    ...desk.topics.map((entry) => ({ entry, home: { language } })),
    ...desk.audiences.map((entry) => ({
      entry,
      home: { language: entry.data.languages[0] ?? language },
    })),
    ...desk.sources.map((entry) => ({
      entry,
      home: { language: entry.data.language, source: entry.name },
    })),
  ];
  for (const { entry, home } of all) {
    for (const [index, rule] of entry.data.rules.entries()) {
      const { path } = entry;
      for (const fault of faultsOf(rule, home)) {
        yield { ...fault, path, at: ['rules', index, ...fault.at], severity: 'warning' };
      }
    }
  }
}

function* faultsOf(rule: ScoreRule, home: RuleHomeFacts): Generator<ValueFault> {
  if (home.source !== undefined && rule.source !== undefined && rule.source !== home.source) {
    yield {
      at: ['source'],
      code: 'rule/another-source',
      values: { source: rule.source },
    };
  }
  // A phrase that cannot be read is reported already, so its examples would only repeat that.
  if (readConditions(rule).faults.length > 0) return;
  for (const [index, example] of rule.matches.entries()) {
    const { hit, language } = tryExample(example, rule, home);
    if (hit) continue;
    yield {
      at: ['matches', index],
      code: 'rule/example-not-hit',
      values: { language },
    };
  }
  for (const [index, example] of rule.misses.entries()) {
    const { hit } = tryExample(example, rule, home);
    if (!hit) continue;
    yield { at: ['misses', index], code: 'rule/example-hit', values: { by: hitBy(hit) } };
  }
}

/** The words that were found; a rule may hit by other things than words. */
function hitBy(terms: readonly string[]): CodedClause | undefined {
  return terms.length === 0 ? undefined : { code: 'hit/by', values: { terms: terms.join(' / ') } };
}

function tryExample(example: RuleExample, rule: ScoreRule, home: RuleHomeFacts) {
  const { item, age, conditions } = exampleItem(example, rule, home);
  const hit = ruleHit(readConditions(conditions).conditions, readItem(item), age);
  return { hit, language: item.language };
}
