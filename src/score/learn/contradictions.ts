import type { Desk } from '../../model/desk/desk.ts';
import type { ItemLine } from '../../model/desk/ledger/itemLine.ts';
import { latestById } from '../../model/desk/ledger/latestById.ts';
import { DELETED } from '../../model/desk/ledger/programReasons.ts';
import { areDifferent } from '../../stories/conflict.ts';
import { lazyFacts } from '../../stories/facts.ts';
import { indexTexts, similarityOf, type TextIndex, topTerms } from '../../stories/textIndex.ts';
import type { Corpus } from '../../words/corpus.ts';
import { wordsOf } from '../../words/words.ts';
import type { Decision } from '../relevance/decisions.ts';

/** A decision as people made it, with who and why as far as the ledger knows. */
export interface DecidedItem {
  id: string;
  title: string;
  url: string;
  source: string;
  audience?: string;
  kept: boolean;
  at: string;
  by?: string;
  reason?: string;
}

/**
 * Items that are nearly the same and were decided differently.
 * - `copy`: one text, cut or edited; the two decisions cancel each other out
 * - `duplicate`: the same, and the reason of every drop says that it was one too many, or an item of the same text had
 *   been kept before for the same audience and nobody said why: most likely no change of mind
 * - `alike`: two texts with much in common, which may well be different things
 */
export interface Contradiction {
  kind: 'copy' | 'duplicate' | 'alike';
  /** cosine of the two texts; only of `alike` */
  likeness?: number;
  /** in the order of their time */
  items: DecidedItem[];
}

/** Cosine from which two texts that are no copies are shown side by side. */
const ALIKE = 0.5;
const TOP_TERMS = 10;
const SHARED_TERMS = 3;
const MOST_ALIKE = 10;
/** Stems of a reason that says that the item was one too many, with Spanish and English alike. */
const DUPLICATE = /^(?:duplic|repet|repeat|copi|copy|same|mism)/;

/** Contradictions among decisions: copies first, then those alike; within each the latest first. */
export function contradictionsOf(
  { ledger }: Pick<Desk, 'ledger'>,
  decisions: readonly Decision[],
  corpus: Corpus,
): Contradiction[] {
  const lines = latestById(ledger.items);
  const byId = new Map(decisions.map((one) => [one.id, one]));
  const shown = (ids: readonly string[]) =>
    ids
      .flatMap((id) => {
        const [decision, line] = [byId.get(id), lines.get(id)];
        return decision && line ? [toItem(decision, line)] : [];
      })
      .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));
  const copies = [...new Set(decisions.map(({ copies }) => copies.join(' ')))]
    .map((ids) => shown(ids.split(' ')))
    .filter((items) => new Set(items.map(({ kept }) => kept)).size === 2)
    .map((items) => ({ kind: kindOf(items), items }));
  const alike = alikePairs(decisions, corpus).map(({ ids, likeness }) => ({
    kind: 'alike' as const,
    likeness,
    items: shown(ids),
  }));
  return [
    ...copies.filter(({ kind }) => kind === 'copy').sort(latestFirst),
    ...copies.filter(({ kind }) => kind === 'duplicate').sort(latestFirst),
    ...alike.slice(0, MOST_ALIKE),
  ];
}

function toItem({ id, kept, at, title, source }: Decision, line: ItemLine): DecidedItem {
  const { url, audience, by, reason } = line;
  return {
    id,
    title,
    url,
    source,
    kept,
    at,
    ...(audience !== undefined && { audience }),
    ...(by !== undefined && { by }),
    ...(reason !== undefined && reason !== DELETED && { reason }),
  };
}

/** A drop is explained where its reason says so, or where it said nothing and a copy stood among the picks already. */
function kindOf(items: readonly DecidedItem[]): 'copy' | 'duplicate' {
  const explained = items
    .filter(({ kept }) => !kept)
    .every(({ at, reason, audience }) =>
      reason === undefined
        ? items.some((one) => one.kept && one.audience === audience && earlier(one.at, at))
        : saysDuplicate(reason),
    );
  return explained ? 'duplicate' : 'copy';
}

function saysDuplicate(reason: string): boolean {
  return wordsOf(reason, 'und').some(({ stem }) => DUPLICATE.test(stem));
}

function earlier(a: string, b: string): boolean {
  return Date.parse(a) < Date.parse(b);
}

/** Pairs of a kept and a dropped text that are much alike and no copies, the most alike first. */
function alikePairs(
  decisions: readonly Decision[],
  corpus: Corpus,
): { ids: [string, string]; likeness: number }[] {
  const index = indexTexts(
    decisions.map(({ doc }) => doc),
    corpus,
  );
  const facts = lazyFacts(index);
  const copies = new Map(decisions.map(({ id, copies }) => [id, copies]));
  const kept = new Set(decisions.filter((one) => one.kept).map(({ id }) => id));
  return [...sharing(index, (place) => kept.has(index.docs[place]?.id ?? ''))]
    .flatMap(([a, b]) => {
      const ids: [string, string] = [index.docs[a]?.id ?? '', index.docs[b]?.id ?? ''];
      const [one, other] = [index.vectors[a], index.vectors[b]];
      if (!one || !other || copies.get(ids[0])?.includes(ids[1])) return [];
      const likeness = similarityOf(one, other).cosine;
      // The notices of two days are alike, and nobody contradicts themselves who keeps one of them.
      return likeness < ALIKE || areDifferent(facts(a), facts(b)) ? [] : [{ ids, likeness }];
    })
    .sort((x, y) => y.likeness - x.likeness || (x.ids.join() < y.ids.join() ? -1 : 1));
}

/** Places of a kept and a dropped text that share some of their heaviest terms. */
function* sharing(
  { vectors }: TextIndex,
  isKept: (place: number) => boolean,
): Generator<[kept: number, dropped: number]> {
  const postings = new Map<number, number[]>();
  const tops = vectors.map((vector) => topTerms(vector, TOP_TERMS));
  for (const [place, terms] of tops.entries()) {
    if (!isKept(place)) continue;
    for (const term of terms) {
      const list = postings.get(term) ?? [];
      postings.set(term, list);
      list.push(place);
    }
  }
  for (const [place, terms] of tops.entries()) {
    if (isKept(place)) continue;
    const shared = new Map<number, number>();
    for (const term of terms)
      for (const other of postings.get(term) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    for (const [other, count] of shared) if (count >= SHARED_TERMS) yield [other, place];
  }
}

/** By the day of the last decision in each. */
function latestFirst(a: Contradiction, b: Contradiction): number {
  const [one, other] = [a.items.at(-1), b.items.at(-1)];
  return (
    Date.parse(other?.at ?? '') - Date.parse(one?.at ?? '') ||
    ((one?.id ?? '') < (other?.id ?? '') ? -1 : 1)
  );
}
