import type { Desk } from '../model/desk/desk.ts';
import { slug } from '../model/desk/slug.ts';
import type { Outcome } from '../model/run/outcome.ts';
import type { Scored } from './scored.ts';

/** The places of a run. */
export interface Places {
  taken: ReadonlySet<Scored>;
  /** what keeps an item from a place now */
  obstacle(one: Scored): Outcome | undefined;
  take(one: Scored): void;
}

/** As many places as the budget, the sources' caps and the names of files allow. */
export function openPlaces({
  settings,
  sources,
  candidates,
  picks,
}: Pick<Desk, 'settings' | 'sources' | 'candidates' | 'picks'>): Places {
  const names = new Set([...candidates, ...picks].map(({ name }) => name));
  const caps = new Map(sources.map(({ name, data }) => [name, data.cap]));
  const shares = new Map<string, number>();
  const taken = new Set<Scored>();
  const nameOf = ({ item }: Scored) => slug(item.title, item.id);
  return {
    taken,
    obstacle(one) {
      const { source } = one.item;
      if (names.has(nameOf(one))) return 'duplicate';
      if ((shares.get(source) ?? 0) >= (caps.get(source) ?? settings.capPerSource))
        return 'overCap';
      return taken.size >= settings.budget ? 'overBudget' : undefined;
    },
    take(one) {
      names.add(nameOf(one));
      shares.set(one.item.source, (shares.get(one.item.source) ?? 0) + 1);
      taken.add(one);
    },
  };
}
