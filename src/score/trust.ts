import { type LedgerLine, latestById } from '../model/desk/ledger.ts';

/** What the team made of a source's proposals. Postponed, expired and undecided ones say nothing. */
export interface Trust {
  kept: number;
  decided: number;
  /** log-odds that its items are kept, against those of all sources; 0 for one of which nothing is known */
  advantage: number;
}

/** Decisions' worth of doubt: a source stays near the average until it has about as many of its own. */
const DOUBT = 5;

/** Smoothed acceptance of what each source proposed, the last decision on each item counting; picks made by hand do not. */
export function trustBySource(ledger: readonly LedgerLine[]): (source: string) => Trust {
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
    const acceptance = (kept + DOUBT * average) / (decided + DOUBT);
    return { kept, decided, advantage: logit(acceptance) - logit(average) };
  };
}

function logit(share: number): number {
  return Math.log(share / (1 - share));
}
