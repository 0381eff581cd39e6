import type { XmlElement } from './xmlElement.ts';

/** `descend`: look inside; `build`: build its subtree; `stop`: read no further. */
export type Role = 'descend' | 'build' | 'stop';

/** Decides of which elements of a document a subtree is built. */
export interface Visitor {
  /** Called for each element outside of subtrees. @param parent key of the element around it, or empty */
  roleOf(element: XmlElement, parent: string): Role;
  /** Whether anybody reads this child of the root of a subtree. @param root its name */
  reads(key: string, root: string): boolean;
  /**
   * Whether a tag directly in the root of a subtree, or in a child of it, implies that one of them has ended. Called only
   * for names with the prefix of the root.
   */
  impliedEnd(name: string, open: OpenNames): 'root' | 'child' | undefined;
  /** Called for each subtree when its root ends; not for one that the document leaves unfinished. */
  onSubtree(element: XmlElement): void;
}

/** What is open in a subtree. */
export interface OpenNames {
  /** name of the root */
  root: string;
  /** the child of the root that has not ended */
  child?: OpenChild;
}

export interface OpenChild {
  name: string;
  /** whether nothing stands in it but white space */
  blank: boolean;
}
