import type { Desk } from '../../model/desk/desk.ts';
import type { ItemLine } from '../../model/desk/ledger/itemLine.ts';
import { latestById } from '../../model/desk/ledger/latestById.ts';
import { groupCopies } from '../../stories/groupCopies.ts';
import type { Corpus, Doc } from '../../words/corpus.ts';

/** A decision of people on an item: what they said of it last. */
export interface Decision {
  id: string;
  doc: Doc;
  source: string;
  audience: string | undefined;
  kept: boolean;
  at: string;
  title: string;
  /** ids of decided items whose text is the same, its own among them */
  copies: readonly string[];
  /** in decisions: those on copies of one text are one together */
  weight: number;
}

/**
 * What the ledger's keeps and drops say, in the order of their time and then of their ids. What expired, was postponed,
 * restored or taken down is no decision; an item without a text that the corpus knows has nothing to be learned from.
 */
export function decisionsOf({ ledger }: Pick<Desk, 'ledger'>, corpus: Corpus): Decision[] {
  const docs = new Map(corpus.docs.map((doc) => [doc.id, doc]));
  const decided = [...latestById(ledger.items).values()]
    .filter(isDecision)
    .flatMap((line) => {
      const doc = docs.get(line.id);
      return doc === undefined ? [] : [{ line, doc }];
    })
    .sort((a, b) => byAt(a.line, b.line));
  const groups = new Map<string, readonly string[]>();
  for (const group of groupCopies(
    decided.map(({ doc }) => doc),
    corpus,
  ))
    for (const id of group) groups.set(id, group);
  return decided.map(({ line, doc }) => {
    const copies = groups.get(line.id) ?? [line.id];
    const { id, source, audience, at, title } = line;
    return {
      id,
      doc,
      source,
      audience,
      at,
      title,
      copies,
      kept: line.event === 'keep',
      weight: 1 / copies.length,
    };
  });
}

function isDecision({ event }: ItemLine): boolean {
  return event === 'keep' || event === 'drop';
}

function byAt(a: ItemLine, b: ItemLine): number {
  return Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1);
}
