import type { ItemLine } from '../model/desk/ledger/itemLine.ts';
import { latestById } from '../model/desk/ledger/latestById.ts';
import type { SourceYield } from '../model/run/sourceHealth.ts';

/** Each item that was proposed counts once, as its last line decides; picks made by hand do not. */
export function yieldBySource(ledger: readonly ItemLine[]): (source: string) => SourceYield {
  const proposed = new Set(ledger.filter(({ event }) => event === 'proposed').map(({ id }) => id));
  const counted = [...latestById(ledger).values()].filter(({ id }) => proposed.has(id));
  const bySource = Map.groupBy(counted, ({ source }) => source);
  return (source) => {
    const lines = bySource.get(source) ?? [];
    const count = (event: ItemLine['event']) => lines.filter((line) => line.event === event).length;
    const [kept, dropped, expired, takenDown] = [
      count('keep'),
      count('drop'),
      count('expire'),
      count('takedown'),
    ];
    return {
      proposed: lines.length,
      kept,
      dropped,
      expired,
      takenDown,
      waiting: lines.length - kept - dropped - expired - takenDown,
      ...(kept + dropped > 0 && { shareKept: kept / (kept + dropped) }),
    };
  };
}
