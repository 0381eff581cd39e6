import { fullKeys } from './elementBag.ts';
import { LICENSE_KEYS } from './licenseLinks.ts';

// Elements by what they are read for, best first. A name without prefix is that of RSS and of Atom, in this order.
export const TITLES = ['title', 'dc:title', 'dcterms:title'];
export const BODIES = [
  'content:encoded',
  'atom:content',
  'rss:content',
  'xhtml:body',
  'xhtml:div',
  'rss:body',
  'rss:fullitem',
  'description',
  'summary',
  'rss:abstract',
  'dc:description',
  'dcterms:abstract',
  'dcterms:description',
];
export const LATER_BODIES = ['itunes:summary', 'itunes:subtitle'];
export const AUTHORS = ['author', 'dc:creator', 'dc:author', 'dcterms:creator'];
export const DATES = [
  'pubdate',
  'published',
  'issued',
  'dcterms:issued',
  'dc:date',
  'dcterms:date',
  'dcterms:created',
  'created',
  'rss:date',
];
export const UPDATES = ['updated', 'modified', 'dcterms:modified'];
export const CATEGORIES = ['category', 'dc:subject', 'dcterms:subject'];
const OTHERS = ['guid', 'id', 'link', 'url', 'enclosure', 'comments', 'image', 'dc:language'];
const OTHER_SPACES = [
  'atom:source',
  'itunes:title',
  'itunes:author',
  'itunes:image',
  'itunes:category',
  'itunes:link',
  'itunes:keywords',
  'media:group',
  'media:content',
  'media:title',
  'media:description',
  'media:thumbnail',
  'media:player',
  'media:credit',
  'media:category',
  'media:keywords',
];

/** Children of an entry that anybody reads. */
export const ENTRY_KEYS: ReadonlySet<string> = new Set(
  [
    TITLES,
    BODIES,
    LATER_BODIES,
    AUTHORS,
    DATES,
    UPDATES,
    CATEGORIES,
    OTHERS,
    OTHER_SPACES,
    LICENSE_KEYS,
  ].flatMap((keys) => keys.flatMap(fullKeys)),
);
