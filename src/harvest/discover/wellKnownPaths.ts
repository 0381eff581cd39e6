import { type PageSigns, pageKind } from './pageKind.ts';

/** Where feeds stand on most servers; a redirect from `/feed` to `/feed/` does the rest. */
const AT_ROOT = [
  '/feed',
  '/rss.xml',
  '/feed.xml',
  '/atom.xml',
  '/index.xml',
  '/rss',
  '/feed.json',
  '/?feed=rss2',
  '/blog/feed',
];
/** Below a page that is a section: `/noticias/feed`, `/posts/index.xml`. */
const BELOW = ['/feed', '/rss.xml', '/index.xml'];

/** Sites that host many: a feed at the usual path there is the host's own, or that of a user called `feed`. */
const HOSTS_OF_MANY = new Set(
  (
    'bsky.app codeberg.org facebook.com flipboard.com github.com gitlab.com instagram.com linkedin.com medium.com ' +
    'pinterest.com reddit.com substack.com t.me threads.com threads.net tiktok.com tumblr.com twitch.tv twitter.com ' +
    'vimeo.com x.com youtube.com'
  ).split(' '),
);

/**
 * Addresses at which a site that names no feed may have one, in the order in which to try them, at
 * most 12; none on sites that host many.
 * @param links what the page says of itself, if it could be read
 */
export function wellKnownPaths(page: string, links?: PageSigns): string[] {
  const { origin, pathname, hostname } = new URL(page);
  if (HOSTS_OF_MANY.has(hostname.replace(/^(?:www|m|old|open)\./, ''))) return [];
  const folder = pathname.replace(/\/+(?:index\.\w+)?$/, '');
  const below =
    folder === '' || pageKind(page, links) !== 'section'
      ? []
      : links?.wordpress
        ? ['/feed/']
        : BELOW;
  return [
    ...new Set([...below.map((path) => folder + path), ...AT_ROOT].map((path) => origin + path)),
  ].slice(0, 12);
}
