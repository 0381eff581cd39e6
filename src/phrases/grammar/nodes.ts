/** A word that a phrase looks for, folded; `open` if any ending may follow. */
export interface WordForm {
  text: string;
  open: boolean;
}

/** A node of a phrase's syntax tree. The alternatives of `either` are sequences; if one is empty, the node is optional. */
export type Node =
  | { type: 'word'; forms: WordForm[] }
  | { type: 'number' }
  | { type: 'start' }
  | { type: 'end' }
  | { type: 'mark'; mark: string }
  | { type: 'gap'; wide: boolean }
  | { type: 'either'; alternatives: Node[][] };
