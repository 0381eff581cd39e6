import type { RawEntry, RawText } from '../rawFeed.ts';
import { atomLinks } from './atomLinks.ts';
import { attributeLinks, type ElementBag, elementBag, fullKeys, linkOf } from './elementBag.ts';
import { LICENSE_KEYS, licenseLinks } from './licenseLinks.ts';
import { mediaParts } from './mediaParts.ts';
import { namedFirst, personOf, sourceAuthors } from './people.ts';
import { rawText } from './rawText.ts';
import { allText, attribute, elementsOf, type XmlElement } from './xmlElement.ts';

// Elements by what they are read for, best first. A name without prefix is that of RSS and of Atom, in this order.
const TITLES = ['title', 'dc:title', 'dcterms:title'];
const BODIES = [
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
const LATER_BODIES = ['itunes:summary', 'itunes:subtitle'];
const AUTHORS = ['author', 'dc:creator', 'dc:author', 'dcterms:creator'];
const DATES = [
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
const UPDATES = ['updated', 'modified', 'dcterms:modified'];
const CATEGORIES = ['category', 'dc:subject', 'dcterms:subject'];
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

/** An `item` or `entry` of any format in XML: Dublin Core, iTunes and Media RSS mean the same in all of them. */
export function readEntry(entry: XmlElement): RawEntry {
  const bag = elementBag(elementsOf(entry));
  const media = mediaParts(entry);
  const links = atomLinks(bag.all('link', 'itunes:link'));
  const about = attribute(entry, 'rdf:about', 'about');
  const enclosures = bag.all('enclosure');
  const written = (keys: string[]) => texts(bag.all(...keys), entry.lang);
  return {
    guid: bag.texts('guid', 'id')[0] ?? about,
    titles: [...written(TITLES), ...media.titles, ...written(['itunes:title'])],
    links: [
      ...links.pages,
      ...attributeLinks(bag.all('atom:content'), 'src'),
      ...attributeLinks([entry], 'href'),
      ...bag.links('rss:url'),
    ],
    permalinks: [...permalinks(bag), ...(about === undefined ? [] : [about])],
    files: [...media.players, ...links.files, ...attributeLinks(enclosures, 'url', 'href')],
    *bodies() {
      yield* readOneByOne(bag.all(...BODIES), entry.lang);
      yield* media.bodies;
      yield* readOneByOne(bag.all(...LATER_BODIES), entry.lang);
    },
    authors: [
      ...namedFirst([
        ...bag.all(...AUTHORS).map(personOf),
        ...media.authors,
        ...bag.texts('itunes:author'),
      ]),
      ...sourceAuthors(bag),
    ],
    dates: [
      ...lastTexts(bag, DATES),
      ...lastTexts(bag, UPDATES),
      ...(attribute(entry, 'lastmod') === undefined ? [] : [attribute(entry, 'lastmod') ?? '']),
    ],
    updates: lastTexts(bag, UPDATES),
    images: [
      ...media.images,
      ...attributeLinks(bag.all('itunes:image'), 'href', 'url'),
      ...bag.links('itunes:image'),
      ...attributeLinks(enclosures.filter(isPicture), 'url', 'href'),
      ...links.images,
      ...pictures(bag),
    ],
    comments: [...bag.links('comments'), ...links.replies],
    licenses: [...links.licenses, ...licenseLinks(bag)],
    categories: categories(bag, media.categories),
    language: language(entry, bag),
  };
}

function texts(elements: readonly XmlElement[], lang: string | undefined): RawText[] {
  return elements
    .map((element) => rawText(element, lang))
    .filter((text): text is RawText => text !== undefined);
}

function* readOneByOne(
  elements: readonly XmlElement[],
  lang: string | undefined,
): Generator<RawText> {
  for (const element of elements) {
    const text = rawText(element, lang);
    if (text !== undefined) yield text;
  }
}

/** A `guid` that does not say that it is no link, and an Atom `id`. */
function permalinks(bag: ElementBag): string[] {
  return bag
    .all('guid', 'id')
    .filter((guid) => attribute(guid, 'ispermalink')?.toLowerCase() !== 'false')
    .map(allText);
}

/** Where a date is given twice, the later line is the correction. */
function lastTexts(bag: ElementBag, keys: readonly string[]): string[] {
  return keys.flatMap((key) => bag.texts(key).reverse());
}

function isPicture(enclosure: XmlElement): boolean {
  return attribute(enclosure, 'type')?.toLowerCase().startsWith('image/') === true;
}

/** `image` of an item: an address, or an element with a `url` in it. */
function pictures(bag: ElementBag) {
  return bag
    .all('rss:image')
    .flatMap((image) => [
      linkOf(image, attribute(image, 'href', 'url', 'rdf:resource')),
      linkOf(image, elementBag(elementsOf(image)).texts('url')[0] ?? allText(image)),
    ])
    .filter((link) => link !== undefined);
}

function categories(bag: ElementBag, media: readonly string[]): string[] {
  return [
    ...bag
      .all(...CATEGORIES)
      .map(
        (category) =>
          attribute(category, 'label') || attribute(category, 'term') || allText(category),
      ),
    ...media,
    ...bag
      .all('itunes:category')
      .flatMap((category) => [category, ...elementsOf(category)])
      .map((category) => attribute(category, 'text') ?? ''),
    ...bag.texts('itunes:keywords').flatMap((words) => words.slice(0, 10_000).split(',')),
  ].filter((name) => name.trim() !== '');
}

/** What the entry itself says: what stands around it is the feed's. */
function language(entry: XmlElement, bag: ElementBag): string | undefined {
  return attribute(entry, 'xml:lang') ?? bag.texts('dc:language')[0];
}
