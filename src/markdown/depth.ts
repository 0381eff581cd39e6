import type { Nodes } from 'hast';

const VOID = 'area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr';
const LEFT_OPEN = 'p|li|dd|dt|td|th|tr|tbody|thead|tfoot|option|html|body';
const TAG = new RegExp(`<(/?)(?!(?:${VOID}|${LEFT_OPEN})[\\s/>])[a-z][a-z0-9]*`, 'gi');

/** Open tags at a time beyond which a parser is not even asked: it takes time by the square of the depth. */
const TOO_DEEP = 400;

/** Whether HTML would nest so deep that parsing it could hold up the program. A count, in linear time. */
export function looksDeep(html: string): boolean {
  let depth = 0;
  for (const [, slash] of html.matchAll(TAG)) {
    depth = slash === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > TOO_DEEP) return true;
  }
  return false;
}

/** Levels of elements in a tree. Without recursion, which a deep tree would end. */
export function depthOf(tree: Nodes): number {
  let level: Nodes[] = [tree];
  let depth = 0;
  while (level.length > 0) {
    level = level.flatMap((node) => ('children' in node ? node.children : []));
    if (level.length > 0) depth += 1;
  }
  return depth;
}
