import ipaddr from 'ipaddr.js';

const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3');

// Public by its number, but answered inside the clouds that run on it with keys and configuration.
const INSIDE_CLOUDS = new Set(['168.63.129.16']);

/**
 * Whether an IP address is one that anybody can reach on the internet: no loopback, private, link-local, shared,
 * reserved or multicast range, nor an IPv6 spelling or tunnel of one.
 * @param ip without brackets; anything that is no IP address is not public
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry/
 */
export function isPublicAddress(ip: string): boolean {
  if (!ipaddr.isValid(ip)) return false;
  const address = ipaddr.process(ip);
  if (address.range() !== 'unicast' || INSIDE_CLOUDS.has(address.toString())) return false;
  return address instanceof ipaddr.IPv4 || address.match(GLOBAL_IPV6);
}
