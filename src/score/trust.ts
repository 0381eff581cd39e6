import type { ItemLine } from '../model/desk/ledger/itemLine.ts';
import { latestById } from '../model/desk/ledger/latestById.ts';

/** How far the team trusts a source, by its decisions. Postponed, expired and undecided proposals do not count. */
export interface Trust {
  kept: number;
  decided: number;
  /** log-odds that its items are kept, minus those of all sources; 0 if nothing was decided on it */
  advantage: number;
}

/** Pseudo-counts: a source is treated as if it had so many more decisions, of the average kind. */
const PRIOR_DECISIONS = 5;

/** The smoothed acceptance rate of each source. The last decision on an item counts; picks made by hand do not. */
export function trustBySource(ledger: readonly ItemLine[]): (source: string) => Trust {
  const counts = new Map<string, { kept: number; decided: number }>();
  const all = { kept: 0, decided: 0 };
  const proposed = new Set(ledger.filter(({ event }) => event === 'proposed').map(({ id }) => id));
  for (const { id, event, source } of latestById(ledger).values()) {
    if ((event !== 'keep' && event !== 'drop') || !proposed.has(id)) continue;
    const count = counts.get(source) ?? { kept: 0, decided: 0 };
    counts.set(source, count);
    for (const tally of [count, all]) {
      tally.decided += 1;
      if (event === 'keep') tally.kept += 1;
    }
  }
  const average = (all.kept + 1) / (all.decided + 3);
  return (source) => {
    const { kept, decided } = counts.get(source) ?? { kept: 0, decided: 0 };
    const acceptance = (kept + PRIOR_DECISIONS * average) / (decided + PRIOR_DECISIONS);
    return { kept, decided, advantage: logit(acceptance) - logit(average) };
  };
}

function logit(share: number): number {
  return Math.log(share / (1 - share));
}
