import { ALWAYS_READ } from './nodeBudget.ts';
import { popTo, type Walk } from './openElements.ts';
import { isElement, type XmlElement } from './xmlElement.ts';

const MAX_BLANK = 200;

/** Ends the kept element, or its child, if a tag that opens now shows that it was never closed. */
export function endMissing(walk: Walk, prefix: string, local: string): void {
  const { stack, kept, visitor } = walk;
  const root = stack[kept];
  if (root === undefined || root.prefix !== prefix || stack.length > kept + 2) return;
  const child = stack[kept + 1];
  // What nobody reads may hold anything.
  if (child !== undefined && child.element === undefined) return;
  const open = child?.element && { name: child.name, blank: isBlank(child.element) };
  const ended = visitor.ends(local, open ? { kept: root.name, child: open } : { kept: root.name });
  if (ended === 'whole') popTo(walk, kept);
  else if (ended === 'child') popTo(walk, kept + 1);
}

/** Asked at many a tag: what has many pieces, or long ones, is not looked through. */
function isBlank({ children }: XmlElement): boolean {
  if (children.length > ALWAYS_READ) return false;
  return children.every((node) => {
    if (isElement(node)) return false;
    const text = typeof node === 'string' ? node : node.cdata;
    return text.length <= MAX_BLANK && text.trim() === '';
  });
}
