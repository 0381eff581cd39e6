import type { Desk } from '../../model/desk/desk.ts';
import type { Instant } from '../../model/desk/time.ts';
import type { ScoredText } from '../../model/run/scoredText.ts';
import { type RuleHits, ruleHits } from '../../phrases/rules/ruleHits.ts';
import { daysSince } from '../../text/time.ts';
import { toDoc } from '../../words/corpus.ts';
import { pastRun } from '../pastRun.ts';
import { scoredTexts } from '../scoredTexts.ts';
import { scoringContext, topicsOf } from '../scoringContext.ts';
import type { LastRun } from './lastRun.ts';

/** How many items of a batch the desk's rules hit. */
export interface RunRuleHits {
  /** when it was harvested; absent if there is no report, and the texts of the desk are counted instead */
  run?: Instant;
  items: number;
  /** the rule with most hits first, those without hits last */
  rules: RuleHits[];
}

/**
 * Counts which rule hits how many items of the last harvest: those that it proposed, and those whose text its report has.
 * Without a report, it counts the texts that the desk remembers.
 */
export function runRuleHits(desk: Desk, report: LastRun | undefined, now: Instant): RunRuleHits {
  const items = report === undefined ? remembered(desk) : harvested(desk, report);
  const context = scoringContext(items, desk, report?.now ?? now);
  const ruled = items.map((item) => ({
    item,
    ...(item.published !== undefined && {
      age: Math.max(0, daysSince(item.published, item.harvested)),
    }),
    topics: topicsOf(toDoc(item), context).map(({ name }) => name),
  }));
  const rules = ruleHits(context.rules, ruled).sort((a, b) => b.hits - a.hits);
  return { ...(report !== undefined && { run: report.now }), items: items.length, rules };
}

/** The items of a run, as far as they are remembered, in the order of ids. */
function harvested(desk: Desk, report: LastRun): ScoredText[] {
  const { fromOutcome } = scoredTexts(desk);
  const items = new Map(pastRun(desk, report.now).batch.map((item) => [item.id, item]));
  for (const outcome of report.outcomes) {
    const { id, text, language } = outcome;
    if (id === undefined || text === undefined || language === undefined) continue;
    items.set(id, fromOutcome(outcome, report.now));
  }
  return inOrder(items);
}

function remembered(desk: Desk): ScoredText[] {
  const { fromLine, fromFile } = scoredTexts(desk);
  const items = new Map<string, ScoredText>();
  for (const line of desk.ledger.items) {
    if (line.event === 'proposed' && !items.has(line.id)) items.set(line.id, fromLine(line));
  }
  for (const entry of desk.candidates) items.set(entry.data.id, fromFile(entry));
  return inOrder(items);
}

function inOrder(items: ReadonlyMap<string, ScoredText>): ScoredText[] {
  return [...items.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
