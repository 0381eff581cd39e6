import type { RawLink, RawText } from '../rawFeed.ts';
import { attributeLinks } from './elementBag.ts';
import { rawText } from './rawText.ts';
import { allText, attribute, elementsOf, type XmlElement } from './xmlElement.ts';

export interface MediaParts {
  titles: RawText[];
  bodies: RawText[];
  images: RawLink[];
  players: RawLink[];
  authors: string[];
  categories: string[];
}

const NESTED = new Set(['media:group', 'media:content']);
const MOST = 500;
const NOTHING: MediaParts = {
  titles: [],
  bodies: [],
  images: [],
  players: [],
  authors: [],
  categories: [],
};

/** What Media RSS says about an entry, wherever in its groups and contents it says so. @see https://www.rssboard.org/media-rss */
export function mediaParts(entry: XmlElement): MediaParts {
  if (!elementsOf(entry).some(isMedia)) return NOTHING;
  const all = mediaElements(entry);
  const of = (name: string) => all.filter(({ key }) => key === `media:${name}`);
  // What stands in the element of a picture is about the picture.
  const texts = (name: string) =>
    mediaElements(entry, isImage)
      .filter(({ key }) => key === `media:${name}`)
      .map((element) => rawText(element, entry.lang))
      .filter((text) => text !== undefined);
  return {
    titles: texts('title'),
    bodies: texts('description'),
    images: [
      ...attributeLinks(of('content').filter(isImage), 'url'),
      ...attributeLinks(of('thumbnail'), 'url'),
    ],
    players: attributeLinks(of('player'), 'url'),
    authors: of('credit')
      .filter((credit) => attribute(credit, 'role')?.toLowerCase() === 'author')
      .map(allText),
    categories: [
      ...of('category').map((category) => attribute(category, 'label') || allText(category)),
      ...of('keywords').flatMap((keywords) => allText(keywords).slice(0, 10_000).split(',')),
    ],
  };
}

/** Elements of Media RSS in an entry: of the entry itself, then of its groups and contents. */
function mediaElements(
  entry: XmlElement,
  without?: (element: XmlElement) => boolean,
): XmlElement[] {
  const found: XmlElement[] = [];
  const places = [entry];
  for (const place of places) {
    for (const element of elementsOf(place)) {
      if (found.length >= MOST) return found;
      if (!isMedia(element)) continue;
      found.push(element);
      if (NESTED.has(element.key) && without?.(element) !== true) places.push(element);
    }
  }
  return found;
}

function isMedia({ key }: XmlElement): boolean {
  return key.startsWith('media:');
}

const PICTURE = /^[^?#]*\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i;

/** As it says; where it says nothing, by the end of its path. */
function isImage(element: XmlElement): boolean {
  const medium = attribute(element, 'medium');
  const type = attribute(element, 'type');
  if (!medium && !type) return PICTURE.test(attribute(element, 'url') ?? '');
  return medium?.toLowerCase() === 'image' || type?.toLowerCase().startsWith('image/') === true;
}
