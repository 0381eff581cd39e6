import { webAddress } from '../../text/webAddress.ts';
import type { RawLink } from '../rawFeed.ts';

/** The first of the links that is an http(s) address, resolved. */
export function firstAddress(links: readonly RawLink[]): string | undefined {
  for (const { href, base } of links) {
    const address = webAddress(href, base);
    if (address !== undefined) return address;
  }
  return undefined;
}
