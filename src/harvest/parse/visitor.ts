import type { XmlElement } from './xmlElement.ts';

/** `into`: look inside; `keep`: build its tree; `stop`: read no further. */
export type Role = 'into' | 'keep' | 'stop';

/** Decides what of a document is kept. */
export interface Visitor {
  /** Called for each element that is not inside a kept one. @param parent key of the element around it, or empty */
  visit(element: XmlElement, parent: string): Role;
  /** Whether anybody reads this child of a kept element. @param kept name of the kept element */
  reads(key: string, kept: string): boolean;
  /**
   * Whether a tag directly in a kept element or in a child of it shows that one was never closed: `whole` the kept one,
   * `child` the child. Called only for names with the prefix of the kept element.
   */
  ends(name: string, open: { kept: string; child?: OpenChild }): 'whole' | 'child' | undefined;
  /** Called for each kept element when it ends; not for one that the document leaves unfinished. */
  kept(element: XmlElement): void;
}

/** A child of a kept element that has not ended. */
export interface OpenChild {
  name: string;
  /** whether nothing stands in it but white space */
  blank: boolean;
}
