import { isEntryName } from './feedFormat.ts';
import type { OpenNames } from './visitor.ts';

/** Elements of one line: a sibling that opens inside one shows that it was never closed. */
const LINES = new Set(
  'title link guid id pubdate published updated comments language ttl'.split(' '),
);
const SIBLINGS = new Set([
  ...LINES,
  'description',
  'summary',
  'content',
  'enclosure',
  'author',
  'category',
]);

/** Elements that mostly say everything in their attributes, so that some forget to end them. */
const EMPTY = new Set('enclosure category source author image thumbnail'.split(' '));

/**
 * What has ended in an entry, or in an element of the feed itself, when a tag begins there. An entry in an entry shows that
 * the outer one was never closed, unless it stands in a text.
 */
export function impliedEnd(name: string, open: OpenNames): 'root' | 'child' | undefined {
  return isEntryName(open.root) ? endInEntry(name, open) : endInFeed(name, open);
}

function endInEntry(name: string, { root, child }: OpenNames): 'root' | 'child' | undefined {
  const inLine = child !== undefined && LINES.has(child.name);
  if (name !== root) return inLine && SIBLINGS.has(name) ? 'child' : undefined;
  const inText = child !== undefined && !inLine && !(child.blank && EMPTY.has(child.name));
  return inText ? undefined : 'root';
}

function endInFeed(name: string, { root, child }: OpenNames): 'root' | undefined {
  if (child !== undefined) return isEntryName(name) && !LINES.has(root) ? 'root' : undefined;
  return isEntryName(name) || (LINES.has(root) && SIBLINGS.has(name)) ? 'root' : undefined;
}
