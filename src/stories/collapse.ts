import type { AlsoIn } from '../model/desk/candidate.ts';
import type { Outcome } from '../model/run/outcome.ts';
import type { ScoredText } from '../model/run/scoredText.ts';
import type { StoryFinding } from './findStories.ts';

/** What stands in front and what behind it. */
export interface Collapse {
  /** ids of those that stand in front: one a story at most */
  leads: ReadonlySet<string>;
  /** by id of a leading item: where else its story stood, one place a source, the leading item's own left out */
  alsoIn: ReadonlyMap<string, AlsoIn[]>;
  /** by id of an item that stands behind: why, and behind what (an item's id, or the name of a pick or a candidate) */
  behind: ReadonlyMap<
    string,
    { outcome: Extract<Outcome, 'duplicate' | 'sameStory'>; detail: string }
  >;
}

/**
 * Puts one item of each story in front. What repeats a pick or an undecided candidate stands behind that, and so does a
 * new report of what waits as a candidate; a new report of what was published stands in front and follows it
 * (`Story.follows`).
 * @param items those that are good enough to compete: only they stand in front or behind
 * @param shown all whose address may show in `alsoIn`; `items` among them
 * @param sieved by item id: where else its address stood, as the sieve found
 */
export function collapse(
  items: readonly ScoredText[],
  finding: StoryFinding,
  shown: readonly ScoredText[] = items,
  sieved: ReadonlyMap<string, readonly AlsoIn[]> = new Map(),
): Collapse {
  const good = new Set(items.map(({ id }) => id));
  const byId = new Map(shown.map((item) => [item.id, item]));
  const leads = new Set<string>();
  const alsoIn = new Map<string, AlsoIn[]>();
  const behind: Map<string, { outcome: 'duplicate' | 'sameStory'; detail: string }> = new Map();
  for (const story of finding.stories) {
    const own = story.items.filter((id) => good.has(id));
    const open = own.filter((id) => !story.repeats.includes(id));
    const lead = story.waiting === undefined ? open[0] : undefined;
    for (const id of own) {
      if (id === lead) continue;
      const copy = story.copies.includes(id);
      const front = copy && story.repeats.includes(id) ? undefined : lead;
      behind.set(id, {
        outcome: copy ? 'duplicate' : 'sameStory',
        detail: front ?? story.waiting ?? story.follows ?? story.lead,
      });
    }
    if (lead === undefined) continue;
    leads.add(lead);
    const others = story.items.filter((id) => id !== lead).flatMap((id) => byId.get(id) ?? []);
    const places = [
      ...(sieved.get(lead) ?? []),
      ...others.flatMap(({ id, source, url }) => [{ source, url }, ...(sieved.get(id) ?? [])]),
    ];
    const kept = onePerSource(places, byId.get(lead)?.source);
    if (kept.length > 0) alsoIn.set(lead, kept);
  }
  return { leads, alsoIn, behind };
}

function onePerSource(places: readonly AlsoIn[], own: string | undefined): AlsoIn[] {
  const first = new Map<string, AlsoIn>();
  for (const { source, url } of places) {
    if (source !== own && !first.has(source)) first.set(source, { source, url });
  }
  return [...first.values()].sort((a, b) => (a.source < b.source ? -1 : 1));
}
