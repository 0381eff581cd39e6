import { OUTCOMES, type Outcome } from '../model/outcome.ts';
import type { RunReport, Sifted, SourceReport } from '../model/run.ts';
import { count } from './count.ts';

/** What an outcome is called in a line of counts, where its own name would not do. */
const WORDS: Partial<Record<Outcome, string>> = {
  belowThreshold: 'below the threshold',
  overBudget: 'over budget',
  overCap: 'over cap',
  flood: 'put off',
  future: 'in the future',
  tooOld: 'too old',
  noLink: 'without link',
};

/** Items by outcome; every outcome is there, and the sum is the number of items. */
export function tally(sifted: readonly Sifted[]): Record<Outcome, number> {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<
    Outcome,
    number
  >;
  for (const { outcome } of sifted) counts[outcome] += 1;
  return counts;
}

/** Whether a source answered, be it with an empty feed. */
export function hasAnswered({ code }: SourceReport): boolean {
  return code === 'ok' || code === 'empty';
}

/** A run in a line whose counts add up: `8 sources, 8 answered; 5 items = 2 proposed + 3 known; 2 files written`. */
export function closingLine({ sources, counts, settled }: RunReport, dryRun: boolean): string {
  const items = sources.reduce((sum, source) => sum + source.items, 0);
  const parts = OUTCOMES.filter((outcome) => counts[outcome] > 0).map(
    (outcome) => `${counts[outcome]} ${WORDS[outcome] ?? outcome}`,
  );
  return [
    `${count(sources.length, 'source')}, ${sources.filter(hasAnswered).length} answered`,
    `${count(items, 'item')}${parts.length > 0 ? ` = ${parts.join(' + ')}` : ''}`,
    ...(settled > 0 ? [`${count(settled, 'decision')} settled`] : []),
    dryRun ? '0 written (dry run)' : `${count(counts.proposed, 'file')} written`,
  ].join('; ');
}
