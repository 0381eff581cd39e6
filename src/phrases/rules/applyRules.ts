import type { CompiledRule, CompiledRules } from './compileRules.ts';
import { type Reading, type RuledItem, readItem } from './reading.ts';
import { ruleHit } from './ruleHit.ts';

/** Which rules of the desk hold for an item, besides those of its source. */
export interface RuleScope {
  /** days since publication; absent if the item has no date */
  age?: number;
  audience: string;
  /** topics that the item is about, the strongest first */
  topics: readonly string[];
}

/** A boost or a penalty whose conditions an item meets. */
export interface Adjustment {
  name: string;
  /** in log-odds: a penalty is negative */
  value: number;
  /** the words that meet them, as they stand in the item, at most six */
  terms: string[];
  /** the file that has the rule, without its ending: `topics/agua` */
  where: string;
}

/** What the rules of a desk come to for one item and one audience. */
export interface Ruling {
  /** the rule that keeps the item from this audience */
  veto?: { name: string; where: string };
  /** topics with a veto that the item meets: it does not count as about them, whatever its words */
  excludedTopics: string[];
  /** its source's first, then its audience's, then its topics' */
  adjustments: Adjustment[];
}

/**
 * Applies the desk's rules to an item for one audience. If a rule of the item's source or of the audience vetoes it, that
 * is enough. If a rule of a topic vetoes it, the item only stops counting as about that topic; if no topic is left, the
 * veto of the strongest topic holds.
 */
export function applyRules(
  compiled: CompiledRules,
  item: RuledItem,
  { age, audience, topics }: RuleScope,
): Ruling {
  const reading = readOnce(compiled, item);
  const hits = (where: string) => hitsOf(compiled.rules.get(where) ?? [], reading, age);
  const source = hits(`sources/${item.source}`);
  const own = hits(`audiences/${audience}`);
  const about = topics.map((name) => ({ name, ...hits(`topics/${name}`) }));
  const refused = about.filter(({ veto }) => veto);
  const byAll = refused.length === about.length ? refused[0]?.veto : undefined;
  const holding = about.filter(({ veto }) => !veto);
  return {
    veto: source.veto ?? own.veto ?? byAll,
    excludedTopics: refused.map(({ name }) => name),
    adjustments: [source, own, ...holding].flatMap(({ adjustments }) => adjustments),
  };
}

/** The item's words, read once for the rules of all audiences. Only those of the last item are kept. */
export function readOnce(compiled: CompiledRules, item: RuledItem): Reading {
  if (compiled.last?.item !== item) compiled.last = readItem(item);
  return compiled.last;
}

function hitsOf(
  rules: readonly CompiledRule[],
  reading: Reading,
  age: number | undefined,
): Pick<Ruling, 'veto' | 'adjustments'> {
  const adjustments: Adjustment[] = [];
  let veto: Ruling['veto'];
  for (const { name, where, effect, value, conditions } of rules) {
    if (effect === 'veto' && veto) continue;
    const terms = ruleHit(conditions, reading, age);
    if (!terms) continue;
    if (effect === 'veto') veto = { name, where };
    else adjustments.push({ name, value, terms, where });
  }
  return { veto, adjustments };
}
