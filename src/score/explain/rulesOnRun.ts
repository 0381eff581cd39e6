import type { Desk } from '../../model/desk/desk.ts';
import type { Instant } from '../../model/desk/time.ts';
import type { Item } from '../../model/run/item.ts';
import { type RuleHits, ruleHits } from '../../phrases/rules/ruleHits.ts';
import { daysSince } from '../../text/time.ts';
import { toDoc } from '../../words/corpus.ts';
import { makeJudge, topicsOf } from '../judge.ts';
import { itemMaker, runAt } from '../runAt.ts';
import type { LastRun } from './subject.ts';

/** What the desk's rules did to a batch. */
export interface RulesOnRun {
  /** when it was harvested; none where no report tells, and the desk's own texts stand in */
  run?: Instant;
  items: number;
  /** the rule with most hits first; those that hit nothing last */
  rules: RuleHits[];
}

/**
 * Which rule hits how many items of the last harvest: those that it proposed, and those whose text its report keeps.
 * Without a report, how many of the texts that the desk remembers.
 */
export function rulesOnRun(desk: Desk, report: LastRun | undefined, now: Instant): RulesOnRun {
  const items = report === undefined ? remembered(desk) : harvested(desk, report);
  const judge = makeJudge(items, desk, report?.now ?? now);
  const judged = items.map((item) => ({
    item,
    ...(item.published !== undefined && {
      age: Math.max(0, daysSince(item.published, item.harvested)),
    }),
    topics: topicsOf(toDoc(item), judge).map(({ name }) => name),
  }));
  const rules = ruleHits(judge.rules, judged).sort((a, b) => b.hits - a.hits);
  return { ...(report !== undefined && { run: report.now }), items: items.length, rules };
}

/** As many of a run's items as are remembered, in the order of ids. */
function harvested(desk: Desk, report: LastRun): Item[] {
  const items = new Map(runAt(desk, report.now).batch.map((item) => [item.id, item]));
  for (const { id, title, url = '', source, language, published, text } of report.outcomes) {
    if (id === undefined || text === undefined || language === undefined) continue;
    items.set(id, {
      ...{ id, title, url, source, language, text, address: url, harvested: report.now },
      ...(published !== undefined && { published }),
      html: '',
      categories: [],
    });
  }
  return inOrder(items);
}

function remembered(desk: Desk): Item[] {
  const { fromLine, fromFile } = itemMaker(desk);
  const items = new Map<string, Item>();
  for (const line of desk.ledger) {
    if (line.event === 'proposed' && !items.has(line.id)) items.set(line.id, fromLine(line));
  }
  for (const entry of desk.candidates) items.set(entry.data.id, fromFile(entry));
  return inOrder(items);
}

function inOrder(items: ReadonlyMap<string, Item>): Item[] {
  return [...items.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
