import type { Doc } from '../../words/corpus.ts';

/** A function of a text that looks at each text once, and then remembers. */
export function once<T>(read: (doc: Doc) => T): (doc: Doc) => T {
  const known = new Map<Doc, T>();
  return (doc) => {
    const made = known.get(doc) ?? read(doc);
    known.set(doc, made);
    return made;
  };
}
