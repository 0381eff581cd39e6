import { ALWAYS_READ } from './nodeBudget.ts';
import { popTo, type Walk } from './openElements.ts';
import { isElement, type XmlElement } from './xmlElement.ts';

const MAX_BLANK = 200;

/** Ends the root of a subtree, or its open child, if a tag that begins now implies that it has ended. */
export function closeImplied(walk: Walk, prefix: string, local: string): void {
  const { stack, visitor } = walk;
  const root = stack[walk.root];
  if (root === undefined || root.prefix !== prefix || stack.length > walk.root + 2) return;
  const child = stack[walk.root + 1];
  // What nobody reads may hold anything.
  if (child !== undefined && child.element === undefined) return;
  const open = child?.element && { name: child.name, blank: isBlank(child.element) };
  const ended = visitor.impliedEnd(
    local,
    open ? { root: root.name, child: open } : { root: root.name },
  );
  if (ended === 'root') popTo(walk, walk.root);
  else if (ended === 'child') popTo(walk, walk.root + 1);
}

/** Asked at many a tag: what has many nodes, or long ones, is not looked through. */
function isBlank({ children }: XmlElement): boolean {
  if (children.length > ALWAYS_READ) return false;
  return children.every((node) => {
    if (isElement(node)) return false;
    const text = typeof node === 'string' ? node : node.cdata;
    return text.length <= MAX_BLANK && text.trim() === '';
  });
}
