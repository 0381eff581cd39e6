import { getDomain } from 'tldts';

/**
 * Who is responsible for an address: its registrable domain (`example.co.uk`). Each customer of a hosting service counts
 * as a domain (`ana.blogspot.com`). If there is none, as on an intranet, it is the host and port.
 * @see https://publicsuffix.org/
 */
export function registrableDomain(address: string): string {
  const url = new URL(address);
  return getDomain(url.hostname, { allowPrivateDomains: true }) ?? url.host;
}
