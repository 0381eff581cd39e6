import { isWebAddress } from '../../model/desk/text.ts';
import type { AddressFault } from '../../model/run/importedFeed.ts';

/** The http(s) address that somebody means, or why it is none. */
export type FeedAddress = { feed: string } | { fault: AddressFault };

/** Schemes that ask a program to subscribe; the feed itself is read over HTTP. */
const SUBSCRIBE = /^(?:feed|rss|itpc|pcast|podcast|itms-pcast|itms-podcasts?):/i;

/** Longer ones are an accident or an attack. */
const MAX_ADDRESS = 4_000;

/**
 * The address of a feed as people and lists write it: `feed://host/x`, `feed:https://host/x`, `www.host/x`, `//host/x`.
 * @param bare takes `host.example/x` too, which in a list would be a path
 */
export function feedAddress(written: string, { bare = false } = {}): FeedAddress {
  const text = written.trim();
  if (text === '') return { fault: 'empty' };
  if (text.length > MAX_ADDRESS) return { fault: 'tooLong' };
  const address = text
    .replace(SUBSCRIBE, '')
    .replace(/^(?=www\.)/i, 'https://')
    .replace(/^\/\//, SUBSCRIBE.test(text) ? 'http://' : 'https://')
    .replace(
      bare ? /^(?=(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?::\d+)?(?:[/?#]|$))/u : /^(?!)/,
      'https://',
    );
  const url = URL.parse(address);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    return { fault: 'notWeb' };
  }
  if (url.username !== '' || url.password !== '') {
    return { fault: 'password' };
  }
  url.hash = '';
  return isWebAddress(url.href) ? { feed: url.href } : { fault: 'notWeb' };
}
