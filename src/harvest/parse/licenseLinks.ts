import type { RawLink } from '../rawFeed.ts';
import { attributeLinks, type ElementBag, linkOf } from './elementBag.ts';
import { allText, elementsOf, type XmlElement } from './xmlElement.ts';

/** Elements that name a licence; links of Atom are read with the others of their kind. */
export const LICENSE_KEYS = [
  'cc:license',
  'license',
  'dcterms:license',
  'rsl:content',
  'rsl:license',
  'rsl:rsl',
  'media:license',
  'dc:rights',
  'dcterms:rights',
  'rights',
  'copyright',
];

/** Where RSL says what a use costs, best first; each holds an address. */
const RSL_TERMS = ['rsl:standard', 'rsl:custom', 'rsl:terms'];

/**
 * Addresses of the licence that an entry or a feed is under: Creative Commons in its three spellings, Dublin Core, Media RSS, RSL,
 * and a note of rights that is nothing but an address.
 * @see https://rslstandard.org/rsl
 */
export function licenseLinks(bag: ElementBag): RawLink[] {
  const inMedia = bag
    .all('media:group', 'media:content')
    .flatMap(elementsOf)
    .filter(({ key }) => key === 'media:license');
  const named = [
    ...bag.all('cc:license', 'license', 'dcterms:license', 'media:license'),
    ...inMedia,
  ];
  const rsl = bag.all('rsl:content', 'rsl:license', 'rsl:rsl').flatMap(descendants);
  const notes = bag.links('dc:rights', 'dcterms:rights', 'rights', 'copyright');
  return [
    ...attributeLinks(named, 'rdf:resource', 'resource', 'href'),
    ...bag.links('cc:license', 'license', 'dcterms:license'),
    ...RSL_TERMS.flatMap((term) => rsl.filter(({ key }) => key === term)).flatMap(
      (element) => linkOf(element, allText(element)) ?? [],
    ),
    ...attributeLinks(bag.all('rsl:content'), 'server'),
    ...notes,
  ].filter(({ href }) => /^https?:\/\/\S+$/i.test(href));
}

function descendants(element: XmlElement): XmlElement[] {
  return elementsOf(element).flatMap((child) => [child, ...descendants(child)]);
}
