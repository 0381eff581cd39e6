import { primarySubtag } from '../text/primarySubtag.ts';
import type { SparseVector } from '../words/sparseVector.ts';
import { at } from '../words/vector.ts';
import { type Centroid, centroidOf, mergedCentroid } from './centroid.ts';
import { areOfOneTemplate } from './conflict.ts';
import type { DisjointSets } from './disjointSets.ts';
import type { Facts } from './facts.ts';
import { similarityOf, type TextIndex, topTerms } from './textIndex.ts';

/** What is to be clustered, by places in an index. */
export interface ClusterInput {
  index: TextIndex;
  facts: (place: number) => Facts;
  /** when each was published, in milliseconds since 1970 */
  times: ArrayLike<number>;
  /** what belongs together already, and what never may; clusters are united in it */
  sets: DisjointSets;
  /** whether the words at a place count: of several copies, those of one */
  isRepresentative: (place: number) => boolean;
}

interface Cluster {
  /** one of its members */
  place: number;
  language: string;
  from: number;
  to: number;
  centroid: Centroid;
  /** into another */
  merged: boolean;
}

/** Cosine to a cluster's centroid from which a text belongs to it. */
const JOIN_COSINE = 0.25;
/** Cosine of two centroids from which their clusters are one. */
const MERGE_COSINE = 0.4;
/** How long a cluster stays open after its last text. */
const OPEN = 72 * 3_600_000;
/** Heaviest terms by which a text or a cluster finds others, and how many of them must be shared. */
const TOP_TERMS = 8;
const SHARED_TERMS = 2;
/** Texts after which centroids are compared with one another, and how often that is repeated at the end. */
const MERGE_EVERY = 256;
const LAST_MERGES = 3;
/** Clusters that are looked at for one term, the latest; and members of a cluster that are compared. */
const POSTINGS = 300;
const COMPARED = 24;
/** Clusters that a text may be refused by before it begins one of its own. */
const TRIED = 8;

/**
 * Unites in `sets` the texts that report one event in other words, by single-pass clustering: each text, in the order of
 * time, joins the open cluster whose centroid is nearest, or begins one; every so often clusters whose centroids have come
 * near are merged. Never text to text (single link): one text that is like two others would make all three one, and so on
 * without end.
 */
export function clusterStories(input: ClusterInput): void {
  const clusters = initialClusters(input);
  const finder = clusterFinder(clusters, input);
  let changed: Cluster[] = [];
  const absorb = (story: Cluster, other: Cluster) => {
    input.sets.unite(story.place, other.place);
    const known = story.centroid;
    story.centroid = mergedCentroid(known, other.centroid);
    story.from = Math.min(story.from, other.from);
    story.to = Math.max(story.to, other.to);
    other.merged = true;
    finder.enter(story, known);
    changed.push(story);
  };
  const mergeChanged = () => {
    const some = [...new Set(changed)];
    changed = [];
    for (const story of some) {
      const other = story.merged ? undefined : finder.nearest(story, MERGE_COSINE);
      if (other) absorb(other, story);
    }
  };
  for (const [turn, cluster] of clusters.entries()) {
    const nearest = finder.nearest(cluster, JOIN_COSINE);
    if (nearest) absorb(nearest, cluster);
    else {
      finder.enter(cluster);
      changed.push(cluster);
    }
    if ((turn + 1) % MERGE_EVERY === 0) mergeChanged();
  }
  for (let turn = 0; turn < LAST_MERGES; turn += 1) mergeChanged();
}

/** What is one already, as the clusters to begin with, in the order of time. */
function initialClusters({ index, sets, times, isRepresentative }: ClusterInput): Cluster[] {
  const clusters = index.docs.flatMap(({ language }, place): Cluster[] => {
    if (sets.representative(place) !== place) return [];
    const members = sets.members(place).toSorted((a, b) => a - b);
    const own = members.map((member) => at(times, member));
    const vectors = members
      .filter(isRepresentative)
      .flatMap((member) => index.vectors[member] ?? []);
    return [
      {
        place: members[0] ?? place,
        language: primarySubtag(language) ?? language,
        from: Math.min(...own),
        to: Math.max(...own),
        centroid: centroidOf(vectors),
        merged: false,
      },
    ];
  });
  return clusters.sort((a, b) => a.from - b.from || a.place - b.place);
}

interface ClusterFinder {
  /** Lets a cluster be found by the terms of its centroid; only by the new ones, if it had another centroid before. */
  enter(story: Cluster, before?: Centroid): void;
  /** The cluster that one is most similar to, of those that it may be united with. */
  nearest(story: Cluster, least: number): Cluster | undefined;
}

function clusterFinder(clusters: readonly Cluster[], input: ClusterInput): ClusterFinder {
  const numbers = new Map(clusters.map((unit, number) => [unit, number]));
  const postings = new Map<number, number[]>();
  const shared = new Uint8Array(clusters.length);

  const sharing = (story: Cluster): Cluster[] => {
    const touched: number[] = [];
    for (const term of topTerms(story.centroid.unit, TOP_TERMS)) {
      const list = postings.get(term) ?? [];
      for (let n = Math.max(0, list.length - POSTINGS); n < list.length; n += 1) {
        const number = at(list, n);
        const count = at(shared, number);
        if (count === 0) touched.push(number);
        shared[number] = count + 1;
      }
    }
    const enough = touched.filter((number) => at(shared, number) >= SHARED_TERMS);
    for (const number of touched) shared[number] = 0;
    return enough
      .map((number) => at(clusters, number))
      .filter((other) => other !== story && !other.merged && areNear(story, other));
  };

  return {
    enter(story, before) {
      const number = numbers.get(story) ?? 0;
      for (const term of story.centroid.unit.ids) {
        if (before?.sum.has(term)) continue;
        const list = postings.get(term);
        if (list) list.push(number);
        else postings.set(term, [number]);
      }
    },
    nearest: (story, least) =>
      sharing(story)
        .map((other) => ({
          other,
          likeness: cappedCosine(story.centroid.unit, other.centroid.unit),
        }))
        .filter(({ likeness }) => likeness >= least)
        .sort((a, b) => b.likeness - a.likeness || a.other.place - b.other.place)
        .slice(0, TRIED)
        .find(({ other }) => mayBeOne(story, other, input))?.other,
  };
}

/** Whether two clusters are of one language and of one time. */
function areNear(a: Cluster, b: Cluster): boolean {
  return a.language === b.language && Math.max(a.from - b.to, b.from - a.to) <= OPEN;
}

/** Cosine in which no term counts for more than all others together: one name is no story. */
function cappedCosine(a: SparseVector, b: SparseVector): number {
  const { cosine, strongest } = similarityOf(a, b);
  return Math.min(cosine, 2 * (cosine - strongest));
}

function mayBeOne(a: Cluster, b: Cluster, { sets, facts }: ClusterInput): boolean {
  if (!sets.mayUnite(a.place, b.place)) return false;
  const [own, theirs] = [a, b].map(({ place }) => sets.members(place).slice(0, COMPARED));
  return !own?.some((one) => theirs?.some((other) => areOfOneTemplate(facts(one), facts(other))));
}
