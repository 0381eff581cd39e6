import { getDomain } from 'tldts';

/**
 * Who answers for an address: its registrable domain (`example.co.uk`), where each customer of a hosting service counts
 * as a domain (`ana.blogspot.com`); the host and port itself where there is none, as on an intranet.
 * @see https://publicsuffix.org/
 */
export function registrableDomain(address: string): string {
  const url = new URL(address);
  return getDomain(url.hostname, { allowPrivateDomains: true }) ?? url.host;
}
