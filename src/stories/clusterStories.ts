import { primarySubtag } from '../text/primarySubtag.ts';
import { type Centroid, centroidOf, together } from './centroid.ts';
import { areOfOneMould } from './conflict.ts';
import type { Facts } from './facts.ts';
import type { Groups } from './groups.ts';
import { heaviest, likenessOf, type TextIndex, type Vector } from './textIndex.ts';

/** What is to be clustered, by places in an index. */
export interface Tellings {
  index: TextIndex;
  facts: (place: number) => Facts;
  /** when each was published, in milliseconds since 1970 */
  times: ArrayLike<number>;
  /** what belongs together already, and what never may; stories are brought together in it */
  groups: Groups;
  /** places whose words count: of several copies, one */
  speaks: (place: number) => boolean;
}

interface Story {
  /** one of its members */
  place: number;
  language: string;
  from: number;
  to: number;
  centroid: Centroid;
  /** taken up by another */
  gone: boolean;
}

/** Cosine to a story's centroid from which a text tells that story. */
const JOINS = 0.25;
/** Cosine of two centroids from which they are one story. */
const MERGES = 0.4;
/** How long a story stays open after the last text that told it. */
const OPEN = 72 * 3_600_000;
/** Heaviest terms by which a text or a story finds others, and how many of them must be shared. */
const TOP_TERMS = 8;
const SHARED_TERMS = 2;
/** Texts after which centroids are compared with one another, and how often that is repeated at the end. */
const MERGE_EVERY = 256;
const LAST_MERGES = 3;
/** Stories that are looked at for one term, the latest; and members of a story that are compared. */
const POSTINGS = 300;
const COMPARED = 24;
/** Stories that a text may be refused by before it begins one of its own. */
const TRIED = 8;

/**
 * Brings together in `groups` what tells one event in other words: each text, in the order of time, joins the open story
 * whose centroid is nearest, or begins one; every so often centroids that have come near are merged. Never text to text
 * (single link): one text that is like two others would make all three one, and so on without end.
 */
export function clusterStories(tellings: Tellings): void {
  const units = unitsOf(tellings);
  const finder = openFinder(units, tellings);
  let changed: Story[] = [];
  const absorb = (story: Story, other: Story) => {
    tellings.groups.unite(story.place, other.place);
    const known = story.centroid;
    story.centroid = together(known, other.centroid);
    story.from = Math.min(story.from, other.from);
    story.to = Math.max(story.to, other.to);
    other.gone = true;
    finder.enter(story, known);
    changed.push(story);
  };
  const mergeChanged = () => {
    const some = [...new Set(changed)];
    changed = [];
    for (const story of some) {
      const other = story.gone ? undefined : finder.nearest(story, MERGES);
      if (other) absorb(other, story);
    }
  };
  for (const [turn, unit] of units.entries()) {
    const story = finder.nearest(unit, JOINS);
    if (story) absorb(story, unit);
    else {
      finder.enter(unit);
      changed.push(unit);
    }
    if ((turn + 1) % MERGE_EVERY === 0) mergeChanged();
  }
  for (let turn = 0; turn < LAST_MERGES; turn += 1) mergeChanged();
}

/** What is one already, as the stories to begin with, in the order of time. */
function unitsOf({ index, groups, times, speaks }: Tellings): Story[] {
  const units = index.docs.flatMap(({ language }, place): Story[] => {
    if (groups.of(place) !== place) return [];
    const members = groups.members(place).toSorted((a, b) => a - b);
    const own = members.map((member) => times[member] as number);
    const vectors = members.filter(speaks).flatMap((member) => index.vectors[member] ?? []);
    return [
      {
        place: members[0] ?? place,
        language: primarySubtag(language) ?? language,
        from: Math.min(...own),
        to: Math.max(...own),
        centroid: centroidOf(vectors),
        gone: false,
      },
    ];
  });
  return units.sort((a, b) => a.from - b.from || a.place - b.place);
}

interface Finder {
  /** Lets a story be found by the terms of its centroid; by those that are new in it, if it was found by others before. */
  enter(story: Story, before?: Centroid): void;
  /** The story that one is most like, of those that it may be brought together with. */
  nearest(story: Story, least: number): Story | undefined;
}

function openFinder(units: readonly Story[], tellings: Tellings): Finder {
  const numbers = new Map(units.map((unit, number) => [unit, number]));
  const postings = new Map<number, number[]>();
  const shared = new Uint8Array(units.length);

  const sharing = (story: Story): Story[] => {
    const touched: number[] = [];
    for (const term of heaviest(story.centroid.unit, TOP_TERMS)) {
      const list = postings.get(term) ?? [];
      for (let at = Math.max(0, list.length - POSTINGS); at < list.length; at += 1) {
        const number = list[at] as number;
        const count = shared[number] as number;
        if (count === 0) touched.push(number);
        shared[number] = count + 1;
      }
    }
    const enough = touched.filter((number) => (shared[number] as number) >= SHARED_TERMS);
    for (const number of touched) shared[number] = 0;
    return enough
      .map((number) => units[number] as Story)
      .filter((other) => other !== story && !other.gone && areNear(story, other));
  };

  return {
    enter(story, before) {
      const number = numbers.get(story) as number;
      for (const term of story.centroid.unit.terms) {
        if (before?.sum.has(term)) continue;
        const list = postings.get(term);
        if (list) list.push(number);
        else postings.set(term, [number]);
      }
    },
    nearest: (story, least) =>
      sharing(story)
        .map((other) => ({ other, likeness: sharedBy(story.centroid.unit, other.centroid.unit) }))
        .filter(({ likeness }) => likeness >= least)
        .sort((a, b) => b.likeness - a.likeness || a.other.place - b.other.place)
        .slice(0, TRIED)
        .find(({ other }) => mayBeOne(story, other, tellings))?.other,
  };
}

/** Whether two stories are of one language and of one time. */
function areNear(a: Story, b: Story): boolean {
  return a.language === b.language && Math.max(a.from - b.to, b.from - a.to) <= OPEN;
}

/** Cosine in which no term counts for more than all others together: one name is no story. */
function sharedBy(a: Vector, b: Vector): number {
  const { cosine, strongest } = likenessOf(a, b);
  return Math.min(cosine, 2 * (cosine - strongest));
}

function mayBeOne(a: Story, b: Story, { groups, facts }: Tellings): boolean {
  if (!groups.mayUnite(a.place, b.place)) return false;
  const [own, theirs] = [a, b].map(({ place }) => groups.members(place).slice(0, COMPARED));
  return !own?.some((one) => theirs?.some((other) => areOfOneMould(facts(one), facts(other))));
}
