import type { ScoreRule } from '../../model/desk/scoreRule.ts';
import { primarySubtag } from '../../text/primarySubtag.ts';
import { readOnce } from './applyRules.ts';
import type { CompiledRules } from './compileRules.ts';
import type { RuledItem } from './reading.ts';
import { ruleHit } from './ruleHit.ts';

/** An item, and what decides which rules hold for it. */
export interface JudgedItem {
  item: RuledItem;
  /** days since publication; absent if the item has no date */
  age?: number;
  /** topics that it is about, those whose rules veto it included */
  topics: readonly string[];
}

/** How many items of a batch meet one rule. */
export interface RuleHits {
  /** the file that has it: `topics/agua` */
  where: string;
  name: string;
  effect: ScoreRule['effect'];
  /** items that meet it */
  hits: number;
  /** items that it holds for: those of the source, of the topic, or in a language that the audience reads */
  of: number;
  /** titles of items that meet it, at most three */
  examples: string[];
}

const MOST_EXAMPLES = 3;

/** Counts the items that meet each rule. Every rule has an entry, in the order of file and place. */
export function ruleHits(compiled: CompiledRules, items: readonly JudgedItem[]): RuleHits[] {
  const counts = [...compiled.rules]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([where, rules]) =>
      rules.map((rule) => ({ where, rule, of: 0, met: [] as string[] })),
    );
  for (const judged of items) {
    const { item, age } = judged;
    for (const count of counts) {
      if (!holdsFor(judged, count.where, compiled)) continue;
      count.of += 1;
      if (ruleHit(count.rule.conditions, readOnce(compiled, item), age)) count.met.push(item.title);
    }
  }
  return counts.map(({ where, rule: { name, effect }, of, met }) => {
    return {
      where,
      name,
      effect,
      hits: met.length,
      of,
      examples: met.sort().slice(0, MOST_EXAMPLES),
    };
  });
}

function holdsFor(
  { item, topics }: JudgedItem,
  where: string,
  { languages }: CompiledRules,
): boolean {
  const [home, owner = ''] = where.split('/');
  if (home === 'sources') return item.source === owner;
  if (home === 'topics') return topics.includes(owner);
  const spoken = primarySubtag(item.language);
  return languages.get(owner)?.some((language) => primarySubtag(language) === spoken) ?? false;
}
