import { escapeMarkdown } from '../../markdown/escapeMarkdown.ts';
import { OUTCOMES, type Outcome } from '../../model/run/outcome.ts';
import type { ItemOutcome, RunReport } from '../../model/run/runReport.ts';
import { titleLink } from './link.ts';
import type { Titles } from './titles.ts';

/** A list names at most so many items. */
const NAMED = 24;

/** How many items were left out, by outcome. With `proposed`, the numbers add up to all that were read. */
export function leftOutCounts({ counts }: Pick<RunReport, 'counts'>, { speech }: Titles): string {
  const parts = OUTCOMES.filter((outcome) => outcome !== 'proposed' && counts[outcome] > 0).map(
    (outcome) =>
      speech.say(`body.${outcome as Exclude<Outcome, 'proposed'>}`, { n: counts[outcome] }),
  );
  return parts.length > 0
    ? parts.map((part) => `- ${part}`).join('\n')
    : speech.say('body.leftNone');
}

/** Items that a person may miss, by name, folded below a line that says how many there are. */
export interface NamedItems {
  count: number;
  summary: string;
  /** the first of them, a line of Markdown each */
  lines: string[];
}

const HELD_OVER: readonly Outcome[] = ['overBudget', 'overCap', 'flood'];

/** Items that were held over, and those that a veto kept out; the best first. */
export function namedItems(
  { outcomes }: Pick<RunReport, 'outcomes'>,
  titles: Titles,
): NamedItems[] {
  const { say } = titles.speech;
  const heldOver = outcomes.filter(({ outcome }) => HELD_OVER.includes(outcome));
  const vetoed = outcomes.filter(({ outcome }) => outcome === 'vetoed');
  return [
    {
      count: heldOver.length,
      summary: say('body.next', { n: heldOver.length }),
      lines: best(heldOver).map((one) => line(one, titles)),
    },
    {
      count: vetoed.length,
      summary: say('body.vetoed', { n: vetoed.length }),
      lines: best(vetoed).map((one) => line(one, titles, one.detail)),
    },
  ].filter(({ count }) => count > 0);
}

function best(items: readonly ItemOutcome[]): ItemOutcome[] {
  const byScore = (a: ItemOutcome, b: ItemOutcome) =>
    (b.score ?? 0) - (a.score ?? 0) || ((a.id ?? a.title) < (b.id ?? b.title) ? -1 : 1);
  return items.toSorted(byScore).slice(0, NAMED);
}

function line({ title, url, source, score }: ItemOutcome, titles: Titles, veto?: string): string {
  const parts = [
    ...(score === undefined ? [] : [String(score)]),
    titleLink(title, url),
    escapeMarkdown(titles.source(source)),
    ...(veto ? [escapeMarkdown(veto)] : []),
  ];
  return `- ${parts.join(' · ')}`;
}
