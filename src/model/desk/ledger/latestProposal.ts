import { byTime } from './byTime.ts';
import { foundOnce } from './foundOnce.ts';
import type { ItemLine } from './itemLine.ts';

/** The last `proposed` line of an item that has a text: what the score read of it last. */
export function latestProposal(items: readonly ItemLine[], id: string): ItemLine | undefined {
  return latestProposals(items).get(id);
}

const latestProposals = foundOnce((items: readonly ItemLine[]): ReadonlyMap<string, ItemLine> => {
  const proposals = items.filter(({ event, text }) => event === 'proposed' && text !== undefined);
  return new Map(proposals.sort(byTime).map((line) => [line.id, line]));
});
