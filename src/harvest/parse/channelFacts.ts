import type { RawFeed } from '../rawFeed.ts';
import { atomLinks } from './atomLinks.ts';
import { attributeLinks, elementBag, fullKeys } from './elementBag.ts';
import { feedHints, HINT_KEYS } from './feedHints.ts';
import { LICENSE_KEYS, licenseLinks } from './licenseLinks.ts';
import { namedFirst, personOf } from './people.ts';
import { rawText } from './rawText.ts';
import type { XmlElement } from './xmlElement.ts';

/** Elements of the feed itself that anybody reads. */
export const CHANNEL_KEYS: ReadonlySet<string> = new Set(
  [
    'title',
    'dc:title',
    'link',
    'language',
    'dc:language',
    'dc:creator',
    'dc:author',
    'managingeditor',
    'itunes:author',
    'atom:author',
    ...HINT_KEYS,
    ...LICENSE_KEYS,
  ].flatMap(fullKeys),
);

/** What a feed says of itself. @param children its own elements @param channel the element around them */
export function channelFacts(
  children: readonly XmlElement[],
  channel: XmlElement,
): Omit<RawFeed<never>, 'format' | 'total' | 'entries'> {
  const bag = elementBag(children);
  const links = atomLinks(bag.all('link'));
  const [title] = bag
    .all('title', 'dc:title')
    .map((element) => rawText(element))
    .filter(Boolean);
  return {
    title,
    sites: [...links.pages, ...attributeLinks([channel], 'href')],
    authors: namedFirst([
      ...bag.all('atom:author').map(personOf),
      ...bag.texts('itunes:author', 'dc:creator', 'dc:author', 'managingeditor'),
    ]),
    licenses: [...links.licenses, ...licenseLinks(bag)],
    language: bag.texts('language', 'dc:language')[0] ?? channel.lang ?? title?.language,
    hints: feedHints(bag),
  };
}
