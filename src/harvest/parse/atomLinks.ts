import type { RawLink } from '../rawFeed.ts';
import { linkOf } from './elementBag.ts';
import { allText, attribute, type XmlElement } from './xmlElement.ts';

/** `link` elements of RSS and Atom by what they are for; their address is `href`, or else their text. */
export interface AtomLinks {
  /** what a person would follow, best first: the page itself, in HTML if there is a choice, then what it is about */
  pages: RawLink[];
  files: RawLink[];
  images: RawLink[];
  replies: RawLink[];
  licenses: RawLink[];
}

export function atomLinks(elements: readonly XmlElement[]): AtomLinks {
  const links = elements.map((element) => ({
    element,
    rel: relation(attribute(element, 'rel')),
    type: attribute(element, 'type')?.toLowerCase(),
  }));
  const hrefs = (chosen: typeof links) =>
    chosen
      .map(({ element }) => linkOf(element, attribute(element, 'href') || allText(element)))
      .filter((link) => link !== undefined);
  const related = (...rels: string[]) => links.filter(({ rel }) => rels.includes(rel));
  const pages = related('alternate');
  const files = related('enclosure');
  const pictures = related('image', 'icon');
  return {
    pages: hrefs([
      ...pages.filter(({ type }) => type === undefined || type.includes('html')),
      ...pages,
      ...related('related', 'via'),
    ]),
    files: hrefs(files),
    images: hrefs([...files.filter(({ type }) => type?.startsWith('image/')), ...pictures]),
    replies: hrefs(related('replies')),
    licenses: hrefs(related('license')),
  };
}

/** A relation may be written as an address of IANA's list. */
function relation(rel: string | undefined): string {
  const plain = rel
    ?.toLowerCase()
    .replace(/^https?:\/\/www\.iana\.org\/assignments\/relation\//, '');
  return plain || 'alternate';
}
