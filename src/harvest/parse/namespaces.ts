/** Namespaces by the prefix that they mostly have, with the addresses that name them. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  rss: [
    'backend.userland.com/rss',
    'backend.userland.com/rss2',
    'blogs.law.harvard.edu/tech/rss',
    'cyber.law.harvard.edu/rss',
    'my.netscape.com/rdf/simple/0.9',
    'channel.netscape.com/rdf/simple/0.9',
    'purl.org/rss/1.0',
    'purl.org/net/rss1.1',
    'rssboard.org/rss-specification',
  ],
  atom: ['w3.org/2005/atom', 'purl.org/atom/ns', 'purl.org/net/atom', 'example.com/newformat'],
  cc: [
    'creativecommons.org/ns',
    'web.resource.org/cc',
    'backend.userland.com/creativecommonsrssmodule',
    'cyber.law.harvard.edu/rss/creativecommonsrssmodule.html',
  ],
  content: ['purl.org/rss/1.0/modules/content'],
  dc: ['purl.org/dc/elements/1.1', 'purl.org/dc/elements/1.0'],
  dcterms: ['purl.org/dc/terms'],
  itunes: ['itunes.com/dtds/podcast-1.0.dtd', 'example.com/dtds/podcast-1.0.dtd'],
  media: ['search.yahoo.com/mrss', 'video.search.yahoo.com/mrss', 'tools.search.yahoo.com/mrss'],
  rdf: ['w3.org/1999/02/22-rdf-syntax-ns', 'w3.org/tr/rdf-syntax'],
  rsl: ['rslstandard.org/rsl'],
  slash: ['purl.org/rss/1.0/modules/slash'],
  sy: ['purl.org/rss/1.0/modules/syndication'],
  thr: ['purl.org/syndication/thread/1.0'],
  xhtml: ['w3.org/1999/xhtml', 'w3.org/tr/xhtml1/strict'],
};

const BY_ADDRESS = new Map(
  Object.entries(ADDRESSES).flatMap(([space, addresses]) =>
    addresses.map((address): [string, string] => [address, space]),
  ),
);

const BY_PREFIX = new Map([
  ...Object.keys(ADDRESSES).map((space): [string, string] => [space, space]),
  ['a', 'atom'],
  ['a10', 'atom'],
  ['atom03', 'atom'],
  ['atom10', 'atom'],
  ['creativecommons', 'cc'],
  ['html', 'xhtml'],
  ['h', 'xhtml'],
  ['rss1', 'rss'],
]);

/** What stands for a namespace that nobody here reads. */
export const FOREIGN = '?';

/** The usual prefix of a namespace, whatever its spelling of `http`, `www`, capitals and end; undefined for others. */
export function spaceOf(address: string): string | undefined {
  const plain = address
    .slice(0, 200)
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '');
  const space = BY_ADDRESS.get(plain.replace(/[/#]{1,2}$/, ''));
  if (space !== undefined) return space;
  // The drafts of Atom 1.0 each had an address of their own, and so had many a version of RSS 2.0.
  if (plain.startsWith('purl.org/atom/ns')) return 'atom';
  return plain.startsWith('backend.userland.com/rss') ? 'rss' : undefined;
}

/** The namespace that a prefix mostly means, where its document does not say so. @param prefix lower case */
export function usualSpace(prefix: string): string {
  return BY_PREFIX.get(prefix) ?? FOREIGN;
}
