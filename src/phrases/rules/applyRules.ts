import type { CompiledRule, CompiledRules } from './compileRules.ts';
import { type Reading, type RuledItem, readItem } from './reading.ts';
import { ruleHit } from './ruleHit.ts';

/** Whose rules hold for an item. */
export interface RuleScope {
  /** days since publication; absent where that is not known */
  age?: number;
  audience: string;
  /** that the item is about, the strongest first */
  topics: readonly string[];
}

/** A boost or a penalty that an item met. */
export interface Move {
  name: string;
  /** in log-odds: a penalty is negative */
  value: number;
  /** the words that it met, as they stand in the item, at most six */
  terms: string[];
  /** the file whose rule it is: `topics/agua` */
  where: string;
}

export interface Ruling {
  /** what keeps the item from this audience */
  veto?: { name: string; where: string };
  /** topics that want nothing of it: it is not about them, whatever its words */
  refusedBy: string[];
  /** its source's first, then its audience's, then its topics' */
  moves: Move[];
}

/**
 * What the desk's rules say of an item for one audience. A veto of its source or of the audience stands alone; that of a
 * topic counts only where every topic that the item is about has one, and the strongest one's is named.
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
    refusedBy: refused.map(({ name }) => name),
    moves: [source, own, ...holding].flatMap(({ moves }) => moves),
  };
}

/** The item's words, which the rules of every audience share. No more than one item's are kept: they are many. */
export function readOnce(compiled: CompiledRules, item: RuledItem): Reading {
  if (compiled.last?.item !== item) compiled.last = readItem(item);
  return compiled.last;
}

function hitsOf(
  rules: readonly CompiledRule[],
  reading: Reading,
  age: number | undefined,
): Pick<Ruling, 'veto' | 'moves'> {
  const moves: Move[] = [];
  let veto: Ruling['veto'];
  for (const { name, where, effect, value, conditions } of rules) {
    if (effect === 'veto' && veto) continue;
    const terms = ruleHit(conditions, reading, age);
    if (!terms) continue;
    if (effect === 'veto') veto = { name, where };
    else moves.push({ name, value, terms, where });
  }
  return { veto, moves };
}
