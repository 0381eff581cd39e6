import type { RawEntry, RawLink, RawText } from '../rawFeed.ts';
import { type AtomLinks, atomLinks } from './atomLinks.ts';
import { attributeLinks, type ElementBag, elementBag, linkOf } from './elementBag.ts';
import { AUTHORS, BODIES, CATEGORIES, DATES, LATER_BODIES, TITLES, UPDATES } from './entryKeys.ts';
import { licenseLinks } from './licenseLinks.ts';
import { type MediaParts, mediaParts } from './mediaParts.ts';
import { namedFirst, personOf, sourceAuthors } from './people.ts';
import { rawText } from './rawText.ts';
import { allText, attribute, elementsOf, type XmlElement } from './xmlElement.ts';

/** The children of an entry, read in several ways. */
interface Parts {
  entry: XmlElement;
  bag: ElementBag;
  media: MediaParts;
  links: AtomLinks;
}

/** An `item` or `entry` of any format in XML: Dublin Core, iTunes and Media RSS mean the same in all of them. */
export function readEntry(entry: XmlElement): RawEntry {
  const bag = elementBag(elementsOf(entry));
  const links = atomLinks(bag.all('link', 'itunes:link'));
  const parts: Parts = { entry, bag, media: mediaParts(entry), links };
  const about = attribute(entry, 'rdf:about', 'about');
  return {
    guid: bag.texts('guid', 'id')[0] ?? about,
    titles: titles(parts),
    links: pages(parts),
    permalinks: [...permalinks(bag), ...present(about)],
    files: files(parts),
    bodies: () => bodies(parts),
    authors: authors(parts),
    dates: [
      ...lastTexts(bag, DATES),
      ...lastTexts(bag, UPDATES),
      ...present(attribute(entry, 'lastmod')),
    ],
    updates: lastTexts(bag, UPDATES),
    images: images(parts),
    comments: [...bag.links('comments'), ...links.replies],
    licenses: [...links.licenses, ...licenseLinks(bag)],
    categories: categories(bag, parts.media.categories),
    language: language(entry, bag),
  };
}

function present(value: string | undefined): string[] {
  return value === undefined ? [] : [value];
}

function titles({ entry, bag, media }: Parts): RawText[] {
  const written = (keys: string[]) => texts(bag.all(...keys), entry.lang);
  return [...written(TITLES), ...media.titles, ...written(['itunes:title'])];
}

function pages({ entry, bag, links }: Parts): RawLink[] {
  return [
    ...links.pages,
    ...attributeLinks(bag.all('atom:content'), 'src'),
    ...attributeLinks([entry], 'href'),
    ...bag.links('rss:url'),
  ];
}

function files({ bag, media, links }: Parts): RawLink[] {
  return [...media.players, ...links.files, ...attributeLinks(bag.all('enclosure'), 'url', 'href')];
}

function* bodies({ entry, bag, media }: Parts): Generator<RawText> {
  yield* readOneByOne(bag.all(...BODIES), entry.lang);
  yield* media.bodies;
  yield* readOneByOne(bag.all(...LATER_BODIES), entry.lang);
}

function authors({ bag, media }: Parts): string[] {
  const own = [
    ...bag.all(...AUTHORS).map(personOf),
    ...media.authors,
    ...bag.texts('itunes:author'),
  ];
  return [...namedFirst(own), ...sourceAuthors(bag)];
}

function images({ bag, media, links }: Parts): RawLink[] {
  return [
    ...media.images,
    ...attributeLinks(bag.all('itunes:image'), 'href', 'url'),
    ...bag.links('itunes:image'),
    ...attributeLinks(bag.all('enclosure').filter(isPicture), 'url', 'href'),
    ...links.images,
    ...pictures(bag),
  ];
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
