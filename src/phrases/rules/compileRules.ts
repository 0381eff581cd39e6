import type { Desk, Entry } from '../../model/desk/desk.ts';
import type { ScoreRule } from '../../model/desk/scoreRule.ts';
import { type Condition, type Flaw, readConditions } from './conditions.ts';
import type { Reading } from './reading.ts';
import { ruleName } from './ruleName.ts';

/** Whose rules hold for an item: its topics', its audience's, its source's. */
export type RuleHome = 'topics' | 'audiences' | 'sources';

/** A rule of the desk, ready for many items. */
export interface CompiledRule {
  /** the file that has it, without the ending: `audiences/vecindario` */
  where: string;
  /** what it is called in reports: its own name, `vecindario avoids "horóscopo"`, or its conditions in words */
  name: string;
  effect: ScoreRule['effect'];
  /** in log-odds; 0 for a veto */
  value: number;
  conditions: readonly Condition[];
  /** where it stands in the header: `['rules', 0]`, `['avoid', 2]` */
  at: (string | number)[];
  /** what in it can never be found */
  flaws: readonly Flaw[];
}

export interface CompiledRules {
  /** of `topics/agua` and the like; in the order of the file, the short list first */
  rules: ReadonlyMap<string, readonly CompiledRule[]>;
  /** languages that each audience reads */
  languages: ReadonlyMap<string, readonly string[]>;
  /** the item that was read last: it meets the rules of one audience after the other */
  last?: Reading;
}

/** All rules of a desk, made once for a batch. One that cannot be read hits nothing; see `failedExamples`. */
export function compileRules(desk: Pick<Desk, RuleHome>): CompiledRules {
  const rules = new Map<string, CompiledRule[]>();
  for (const { name, data } of desk.topics) {
    const short = shortVetoes(name, 'topics', 'exclude', 'excludes', data.exclude);
    rules.set(`topics/${name}`, [...short, ...longRules(name, 'topics', data.rules)]);
  }
  for (const { name, data } of desk.audiences) {
    const short = shortVetoes(name, 'audiences', 'avoid', 'avoids', data.avoid);
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
  verb: string,
  phrases: readonly string[],
): CompiledRule[] {
  return phrases.map((phrase, index) => {
    const { conditions, flaws } = readConditions({ phrase });
    return {
      where: `${home}/${owner}`,
      name: `${owner} ${verb} "${phrase}"`,
      effect: 'veto',
      value: 0,
      conditions,
      at: [key, index],
      flaws: flaws.map((flaw) => ({ ...flaw, at: [] })),
    };
  });
}

function longRules(owner: string, home: RuleHome, rules: readonly ScoreRule[]): CompiledRule[] {
  return rules.map((rule, index) => {
    const own = ruleName(rule);
    const { effect, strength } = rule;
    return {
      where: `${home}/${owner}`,
      name: effect === 'veto' && rule.name === undefined ? `${owner} vetoes ${own}` : own,
      effect,
      value: effect === 'veto' ? 0 : effect === 'boost' ? strength : -strength,
      ...readConditions(rule),
      at: ['rules', index],
    };
  });
}
