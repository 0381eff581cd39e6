import type { RunLine } from '../model/desk/ledger/runLine.ts';
import type { Instant } from '../model/desk/time.ts';
import type { RememberedItem } from '../model/run/sourceMemory.ts';

/** An item, as far as it takes to count it. */
type CountedItem = Pick<RememberedItem, 'address' | 'published'>;

/** What the ledger remembers of a run, counted while the sources are read. */
export interface RunTally {
  /**
   * Takes what one source had.
   * @param answered whether its last answer was a feed, read again or not; the items of one that fails do not count
   */
  add(answered: boolean, items: readonly CountedItem[]): void;
  /** Whether an item counts as fresh: published since the run before, and not ahead of this one. */
  isFresh(item: CountedItem): boolean;
  end(): Pick<RunLine, 'answered' | 'fresh'>;
}

const DAYS_WITHOUT_A_RUN = 7;

/**
 * Counts the sources that answered, and the items published since the run before: each address once, whoever brings it and
 * whatever becomes of it. Undated items do not count: nobody knows when they are from. All of it follows from the feeds and
 * the ledger, so a machine that remembers nothing counts the same.
 * @param runs those of the ledger; if there is none, items of the last seven days are fresh
 */
export function openRunTally({ runs, now }: { runs: readonly RunLine[]; now: Instant }): RunTally {
  const until = Date.parse(now);
  const before = runs.map(({ at }) => Date.parse(at)).filter((at) => at < until);
  const since = before.length > 0 ? Math.max(...before) : until - DAYS_WITHOUT_A_RUN * 86_400_000;
  const addresses = new Set<string>();
  let answers = 0;
  const isFresh = ({ published }: CountedItem) => {
    const at = Date.parse(published ?? '');
    return at > since && at <= until;
  };
  return {
    isFresh,
    add(answered, items) {
      if (!answered) return;
      answers += 1;
      for (const item of items) if (isFresh(item)) addresses.add(item.address);
    },
    end: () => ({ answered: answers, fresh: addresses.size }),
  };
}
