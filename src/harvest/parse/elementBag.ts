import type { RawLink } from '../rawFeed.ts';
import { allText, attribute, elementsOf, type XmlElement } from './xmlElement.ts';

/** The elements directly inside one, by key. A name without prefix is that of RSS or of Atom. */
export interface ElementBag {
  /** in the order of the keys, then of the document */
  all(...keys: string[]): XmlElement[];
  /** their texts, trimmed; empty ones are left out */
  texts(...keys: string[]): string[];
  /** their texts, or what an attribute of theirs says, as links */
  links(...keys: string[]): RawLink[];
}

const NONE: readonly XmlElement[] = [];

export function elementBag(elements: readonly XmlElement[]): ElementBag {
  const byKey = new Map<string, XmlElement[]>();
  for (const element of elements) {
    const others = byKey.get(element.key);
    if (others === undefined) byKey.set(element.key, [element]);
    else others.push(element);
  }
  const all = (...keys: string[]) => {
    const found: XmlElement[] = [];
    for (const key of keys) {
      for (const full of fullKeys(key)) {
        for (const element of byKey.get(full) ?? NONE) found.push(element);
      }
    }
    return found;
  };
  return {
    all,
    texts: (...keys) =>
      all(...keys)
        .map(allText)
        .filter(Boolean),
    links: (...keys) =>
      all(...keys)
        .map((element) => linkOf(element, allText(element)))
        .filter((link) => link !== undefined),
  };
}

const PLAIN = new Map<string, string[]>();

/** `title` is `rss:title` and `atom:title`; `dc:title` is itself. */
export function fullKeys(key: string): readonly string[] {
  let keys = PLAIN.get(key);
  if (keys === undefined) {
    keys = key.includes(':') ? [key] : [`rss:${key}`, `atom:${key}`];
    PLAIN.set(key, keys);
  }
  return keys;
}

/** A link that an element holds; undefined if there is none. */
export function linkOf({ base }: XmlElement, href: string | undefined): RawLink | undefined {
  return href === undefined || href === '' ? undefined : { href, base };
}

/** What an attribute of each element says, as links. */
export function attributeLinks(elements: readonly XmlElement[], ...names: string[]): RawLink[] {
  return elements
    .map((element) => linkOf(element, attribute(element, ...names)))
    .filter((link) => link !== undefined);
}

/** The text of a child, by key; empty if there is none. */
export function childText(element: XmlElement, ...keys: string[]): string {
  const wanted = keys.flatMap(fullKeys);
  const child = elementsOf(element).find(({ key }) => wanted.includes(key));
  return child === undefined ? '' : allText(child);
}
