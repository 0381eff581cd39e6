import type { Instant } from '../time.ts';
import { byTime } from './byTime.ts';
import { foundOnce } from './foundOnce.ts';
import type { ItemLine } from './itemLine.ts';

/**
 * The line that opened each item last, by its id. An item is opened if it is proposed for the first time, or again after it
 * was closed or reopened; `restore` opens it until then. Postponing and scoring again open nothing. An item that only a
 * person brought in (`keep` without `proposed`) was never open.
 */
export const openings: (items: readonly ItemLine[]) => ReadonlyMap<string, ItemLine> =
  foundOnce(findOpenings);

function findOpenings(items: readonly ItemLine[]): ReadonlyMap<string, ItemLine> {
  const found = new Map<string, ItemLine>();
  const proposed = new Set<string>();
  for (const line of items.toSorted(byTime)) {
    const { id, event } = line;
    if (event === 'later') continue;
    if (event === 'restore' || (event === 'proposed' && !proposed.has(id))) found.set(id, line);
    if (event === 'proposed') proposed.add(id);
    else proposed.delete(id);
  }
  return found;
}

/** When an item was proposed, that last time; undefined if it was not, or not since a person reopened it. */
export function proposedAt(items: readonly ItemLine[], id: string): Instant | undefined {
  const opening = openings(items).get(id);
  return opening?.event === 'proposed' ? opening.at : undefined;
}
