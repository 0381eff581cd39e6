import type { Desk } from '../model/desk/desk.ts';
import type { Instant } from '../model/desk/time.ts';
import type { ScoredText } from '../model/run/scoredText.ts';
import type { Corpus } from '../words/corpus.ts';
import { clusterStories } from './clusterStories.ts';
import { type DisjointSets, disjointSets } from './disjointSets.ts';
import { type Facts, lazyFacts } from './facts.ts';
import { uniteCopies } from './groupCopies.ts';
import { leadOrder } from './leadOrder.ts';
import { nearDuplicates } from './nearDuplicates.ts';
import { gatherNodes, type Node } from './nodes.ts';
import { type Novelty, noveltyAgainst } from './novelty.ts';
import { personLinks } from './personLinks.ts';
import { countPublishers } from './publishers.ts';
import { indexTexts, type TextIndex } from './textIndex.ts';

/** Items of a batch that report one event: mostly one alone. */
export interface Story {
  /** id of the leading item, which names the story */
  lead: string;
  /** ids of all its items of this batch, in the order in which they would lead */
  items: string[];
  /** ids of those that say what another text of the story says, word for word or nearly */
  copies: string[];
  /** ids of those of `copies` that repeat what the desk has: a pick or a candidate, by text or by address */
  repeats: string[];
  /** independent publishers, >= 1; picks and candidates of the story count */
  publishers: number;
  /** name of the pick that it follows, the latest of several */
  follows?: string;
  /** name of the undecided candidate that reports it already, the latest of several */
  waiting?: string;
}

/** What the stories of a batch are, each item in exactly one. */
export interface StoryFinding {
  /** in the order of their leads */
  stories: Story[];
  /** by id of an item of the batch */
  of(id: string): Story | undefined;
  /** by id of an item of the batch: what it has that was not published in the last 60 days */
  novelty(id: string): Novelty;
}

export interface StoryOptions {
  now: Instant;
  /** how far the team trusts a source, in whatever unit; the more the higher */
  trust: (source: string) => number;
}

/** A short text that comes again after this long is the next of a series; a whole article is still the same. */
const SERIES = 72 * 3_600_000;
/** Distinct terms up to which a text is short. */
const SHORT = 40;

/**
 * The stories of a batch, of what waits undecided, and of what was published in the last 60 days: what has one text, and
 * what reports one event in other words within 72 hours, in one language. Conflicting figures, dates and names keep texts
 * apart; `rules/stories.md` has the last word. The order of items decides nothing.
 * @param corpus that of the desk and this batch
 */
export function findStories(
  items: readonly ScoredText[],
  desk: Desk,
  corpus: Corpus,
  { now, trust }: StoryOptions,
): StoryFinding {
  const nodes = gatherNodes(items, desk, corpus, now);
  const index = indexTexts(
    nodes.map(({ doc, id }) => (doc.id === id ? doc : { ...doc, id })),
    corpus,
  );
  const { stories: groups, copies } = group(nodes, index, desk);
  const byId = new Map(items.map((item) => [item.id, item]));
  const stories = nodes
    .flatMap((_, place) => (groups.representative(place) === place ? [groups.members(place)] : []))
    .map((places) => places.toSorted((a, b) => a - b))
    .flatMap((places) => {
      const own = places.flatMap((place) => byId.get(nodes[place]?.id ?? '') ?? []);
      const ordered = leadOrder(own, desk.sources, trust).map(({ id }) => id);
      return ordered.length === 0 ? [] : [toStory(places, ordered, nodes, copies)];
    })
    .sort((a, b) => (a.lead < b.lead ? -1 : 1));
  const storyOf = new Map(stories.flatMap((story) => story.items.map((id) => [id, story])));
  const places = new Map(nodes.map(({ id }, place) => [id, place]));
  const novelty = noveltyAgainst(index, picksOf(nodes));
  return {
    stories,
    of: (id) => storyOf.get(id),
    novelty: (id) => novelty(places.get(id) ?? -1),
  };
}

/** Brings nodes together: by what people said, by address, by text, by event, in this order. */
function group(
  nodes: readonly Node[],
  index: TextIndex,
  desk: Desk,
): { stories: DisjointSets; copies: DisjointSets } {
  const { joins, splits } = personLinks(nodes, desk);
  const stories = disjointSets(nodes.length, splits);
  const copies = disjointSets(nodes.length, splits);
  const facts = lazyFacts(index);
  for (const [a, b] of joins) stories.unite(a, b);
  for (const [a, b] of sameAddresses(nodes)) if (stories.unite(a, b)) copies.unite(a, b);
  for (const pair of nearDuplicates(index, facts)) {
    if (isSeries(pair, nodes, facts) || !stories.mayUnite(pair.a, pair.b)) continue;
    if (uniteCopies(pair, copies, facts)) stories.unite(pair.a, pair.b);
  }
  const times = nodes.map(({ time }) => time);
  // Of several copies one counts, whichever: a text that is everywhere is not the more what its story is about.
  const isRepresentative = (place: number) => copies.representative(place) === place;
  clusterStories({ index, facts, times, sets: stories, isRepresentative });
  return { stories, copies };
}

/** Items that stand where the desk says that a candidate or a pick stood too. */
function sameAddresses(nodes: readonly Node[]): [number, number][] {
  const first = new Map<string, number>();
  return nodes.flatMap(({ addresses }, place) =>
    addresses.flatMap((address): [number, number][] => {
      const other = first.get(address) ?? place;
      first.set(address, other);
      return other === place ? [] : [[other, place]];
    }),
  );
}

function isSeries(
  { a, b }: { a: number; b: number },
  nodes: readonly Node[],
  facts: (place: number) => Facts,
): boolean {
  const apart = Math.abs((nodes[a]?.time ?? 0) - (nodes[b]?.time ?? 0));
  return apart > SERIES && Math.max(facts(a).terms.size, facts(b).terms.size) <= SHORT;
}

function toStory(
  places: readonly number[],
  ordered: readonly string[],
  nodes: readonly Node[],
  groups: DisjointSets,
): Story {
  const byText = [...Map.groupBy(places, (place) => groups.representative(place)).values()].map(
    (text) => text.flatMap((place) => nodes[place] ?? []),
  );
  const repeats = byText
    .filter((text) => text.some(({ kind }) => kind !== 'item'))
    .flatMap((text) => text.filter(({ kind }) => kind === 'item').map(({ id }) => id));
  const firsts = new Set(
    byText.map((text) => ordered.find((id) => text.some((node) => node.id === id))),
  );
  const copies = ordered.filter((id) => repeats.includes(id) || !firsts.has(id));
  const latest = (kind: Node['kind']) =>
    byText
      .flat()
      .filter((node) => node.kind === kind)
      .sort((a, b) => b.time - a.time || ((a.name ?? '') < (b.name ?? '') ? -1 : 1))[0]?.name;
  const [follows, waiting] = [latest('pick'), latest('candidate')];
  return {
    lead: ordered[0] ?? '',
    items: [...ordered],
    copies,
    repeats: ordered.filter((id) => repeats.includes(id)),
    publishers: countPublishers(byText),
    ...(follows !== undefined && { follows }),
    ...(waiting !== undefined && { waiting }),
  };
}

function picksOf(nodes: readonly Node[]): ReadonlyMap<number, string> {
  return new Map(
    nodes.flatMap(({ kind, name }, place) =>
      kind === 'pick' && name !== undefined ? [[place, name] as const] : [],
    ),
  );
}
