import type { Desk, Entry } from '../../model/desk/desk.ts';
import type { ScoreRule } from '../../model/desk/scoreRule.ts';
import type { Condition, ConditionFault } from './condition.ts';
import { conditionsAsWritten, readConditions } from './conditions.ts';
import type { Reading } from './reading.ts';

/** The collections whose files may have rules. */
export type RuleHome = 'topics' | 'audiences' | 'sources';

/** A rule of the desk, ready for many items. */
export interface CompiledRule {
  /** the file that has it, without the ending: `audiences/vecindario` */
  where: string;
  /** its name in reports: the one that it gives itself, or the keys and values that it is made of: `vecindario avoid: "horóscopo"` */
  name: string;
  effect: ScoreRule['effect'];
  /** in log-odds; 0 for a veto */
  value: number;
  conditions: readonly Condition[];
  /** where it stands in the header: `['rules', 0]`, `['avoid', 2]` */
  at: (string | number)[];
  /** conditions that no item can meet */
  faults: readonly ConditionFault[];
}

export interface CompiledRules {
  /** by file (`topics/agua`), in the order of the file, `exclude` or `avoid` before `rules` */
  rules: ReadonlyMap<string, readonly CompiledRule[]>;
  /** languages that each audience reads */
  languages: ReadonlyMap<string, readonly string[]>;
  /** the item that was read last, since one item meets the rules of one audience after the other */
  last?: Reading;
}

/** Compiles all rules of a desk, once for a batch. A rule that cannot be read hits nothing; `failedExamples` reports it. */
export function compileRules(desk: Pick<Desk, RuleHome>): CompiledRules {
  const rules = new Map<string, CompiledRule[]>();
  for (const { name, data } of desk.topics) {
    const short = shortVetoes(name, 'topics', 'exclude', data.exclude);
    rules.set(`topics/${name}`, [...short, ...longRules(name, 'topics', data.rules)]);
  }
  for (const { name, data } of desk.audiences) {
    const short = shortVetoes(name, 'audiences', 'avoid', data.avoid);
    rules.set(`audiences/${name}`, [...short, ...longRules(name, 'audiences', data.rules)]);
  }
  for (const { name, data } of desk.sources) {
    rules.set(`sources/${name}`, longRules(name, 'sources', data.rules));
  }
  return { rules, languages: languagesOf(desk.audiences) };
}

function languagesOf(audiences: readonly Entry<{ languages: string[] }>[]) {
  return new Map(audiences.map(({ name, data }) => [name, data.languages]));
}

/** `exclude` of a topic and `avoid` of an audience: each phrase is a veto. */
function shortVetoes(
  owner: string,
  home: RuleHome,
  key: string,
  phrases: readonly string[],
): CompiledRule[] {
  return phrases.map((phrase, index) => {
    const { conditions, faults } = readConditions({ phrase });
    return {
      where: `${home}/${owner}`,
      name: `${owner} ${key}: "${phrase}"`,
      effect: 'veto',
      value: 0,
      conditions,
      at: [key, index],
      faults: faults.map((fault) => ({ ...fault, at: [] })),
    };
  });
}

function longRules(owner: string, home: RuleHome, rules: readonly ScoreRule[]): CompiledRule[] {
  return rules.map((rule, index) => {
    const own = rule.name ?? conditionsAsWritten(rule);
    const { effect, strength } = rule;
    return {
      where: `${home}/${owner}`,
      name: effect === 'veto' && rule.name === undefined ? `${owner} veto: ${own}` : own,
      effect,
      value: effect === 'veto' ? 0 : effect === 'boost' ? strength : -strength,
      ...readConditions(rule),
      at: ['rules', index],
    };
  });
}
