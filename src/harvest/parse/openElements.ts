import { webAddress } from '../../text/webAddress.ts';
import { type NodeBudget, nodeBudget, resetBudget } from './nodeBudget.ts';
import { openScope, type Scope } from './scope.ts';
import type { Visitor } from './visitor.ts';
import type { XmlElement } from './xmlElement.ts';
import { xmlText } from './xmlText.ts';

/** An element that has begun and not ended. */
export interface OpenElement {
  /** as written, lower case */
  tag: string;
  prefix: string;
  /** as in `XmlElement` */
  key: string;
  name: string;
  /** undefined outside of subtrees, and if nobody reads it */
  element: XmlElement | undefined;
  /** namespaces that its tag declares */
  declarations: number;
  base: string | undefined;
  lang: string | undefined;
}

/** The state of a walk through a document. */
export interface Walk {
  readonly visitor: Visitor;
  /** what links at the root are resolved against */
  readonly base: string | undefined;
  readonly scope: Scope;
  /** outermost first */
  readonly stack: OpenElement[];
  /** how many open elements have a tag */
  readonly tags: Map<string, number>;
  /** where the root of the subtree stands in the stack; -1 outside of one */
  root: number;
  readonly budget: NodeBudget;
}

export function startWalk(visitor: Visitor, base: string | undefined): Walk {
  return {
    visitor,
    base,
    scope: openScope(),
    stack: [],
    tags: new Map(),
    root: -1,
    budget: nodeBudget(),
  };
}

/** Opens an element. */
export function push({ stack, tags }: Walk, open: OpenElement): void {
  stack.push(open);
  tags.set(open.tag, (tags.get(open.tag) ?? 0) + 1);
}

/** Ends the innermost element, and hands it to the visitor if it is the root of a subtree. */
export function pop(walk: Walk): void {
  const { stack, tags, scope, visitor } = walk;
  const ended = stack.pop();
  if (ended === undefined) return;
  scope.leave(ended.declarations);
  const others = (tags.get(ended.tag) ?? 1) - 1;
  if (others > 0) tags.set(ended.tag, others);
  else tags.delete(ended.tag);
  if (stack.length !== walk.root) return;
  walk.root = -1;
  if (ended.element !== undefined) visitor.onSubtree(ended.element);
}

/** Ends elements until so many are open. */
export function popTo(walk: Walk, length: number): void {
  while (walk.stack.length > length) pop(walk);
}

/** Begins a subtree, whose root is to be pushed next. */
export function beginSubtree(walk: Walk): void {
  walk.root = walk.stack.length;
  resetBudget(walk.budget);
}

/** Takes in `xml:base` and `xml:lang`. */
export function inherit(open: OpenElement, attributes: readonly string[]): void {
  for (let at = 0; at < attributes.length; at += 2) {
    const value = xmlText(attributes[at + 1] ?? '');
    if (attributes[at] === 'xml:base') open.base = webAddress(value, open.base) ?? open.base;
    else if (attributes[at] === 'xml:lang') open.lang = value.trim();
  }
}
