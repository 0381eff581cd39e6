import type { FeedFormat } from '../rawFeed.ts';
import { spaceOf } from './namespaces.ts';
import type { XmlElement } from './xmlElement.ts';

/** The format that a root element announces; undefined for one that begins no feed. */
export function formatOf({ name, key }: XmlElement): FeedFormat | undefined {
  if (name === 'rss' || name === 'channel') return 'rss';
  if (name === 'rdf') return 'rdf';
  return name === 'feed' || key === 'atom:entry' ? 'atom' : undefined;
}

/** Whether an element declares a namespace of RSS. */
export function declaresRss(element: XmlElement): boolean {
  return declares(element, (space) => space === 'rss');
}

/** `feed` and `channel` are words of many formats: one without a namespace or a title of its own is of another. */
export function isOtherFormat(root: XmlElement, children: readonly XmlElement[]): boolean {
  if (root.name !== 'feed' && root.name !== 'channel') return false;
  const isKnown = declares(root, (space) => space === 'rss' || space === 'atom');
  return !isKnown && !children.some(({ name }) => name === 'title');
}

function declares({ attributes }: XmlElement, is: (space: string | undefined) => boolean): boolean {
  return attributes.some((value, at) => at % 2 === 1 && is(spaceOf(value)));
}

/** An `item` or `entry` of the feed's own kind, and not one of another vocabulary. */
export function isEntry({ key }: XmlElement): boolean {
  return key === 'rss:item' || key === 'atom:entry' || key === 'atom:item' || key === 'rss:entry';
}

export function isEntryName(name: string): boolean {
  return name === 'item' || name === 'entry';
}
