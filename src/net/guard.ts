import { type LookupAddress, type LookupAllOptions, lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { sourceError } from '../model/run/sourceError.ts';
import { isPublicAddress } from './publicAddress.ts';

/** Says which hosts the operator opened by hand. @param entries `host` or `host:port`; IPv6 in brackets */
export function allowList(entries: readonly string[]): (hostname: string, port: string) => boolean {
  const allowed = new Set(
    entries.map((entry) => entry.trim().toLowerCase()).filter((entry) => entry !== ''),
  );
  return (hostname, port) => allowed.has(hostname) || allowed.has(`${hostname}:${port}`);
}

export type Allowed = ReturnType<typeof allowList>;

/** Gives all addresses of a name, as `dns.lookup` does. */
export type ResolveName = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Throws `source/refused` unless an address is http(s), and its host neither an IP address that is not public nor a
 * name that is kept for this machine itself.
 * @see https://www.rfc-editor.org/rfc/rfc6761#section-6.3
 */
export function assertFetchable(url: URL, allowed: Allowed): void {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw sourceError('refused', { why: 'scheme', url: url.href });
  }
  if (allowed(url.hostname, portOf(url.protocol, url.port))) return;
  const literal = bare(url.hostname);
  if (isIP(literal) !== 0 && !isPublicAddress(literal)) {
    throw sourceError('refused', { why: 'private', url: url.href, host: literal });
  }
  if (/(?:^|\.)localhost\.?$/.test(literal)) {
    throw sourceError('refused', { why: 'thisMachine', url: url.href, host: literal });
  }
}

/**
 * Connects to public addresses only. The check is made when the connection is, on literal addresses and on what
 * the name resolves to, so that neither a redirect nor a name that changes its answer gets around it.
 */
export function guardedConnector(
  allowed: Allowed,
  timeout: number,
  resolve: ResolveName = systemLookup,
): buildConnector.connector {
  const connectorTo = (may: (ip: string) => boolean) =>
    buildConnector({ timeout, allowH2: false, lookup: lookupOf(resolve, may) });
  const guarded = connectorTo(isPublicAddress);
  const open = connectorTo(() => true);
  return (options, callback) => {
    const hostname = options.hostname.toLowerCase();
    const port = portOf(options.protocol, options.port);
    const literal = bare(hostname);
    if (allowed(hostname, port) || allowed(`[${literal}]`, port)) {
      open(options, callback);
    } else if (isIP(literal) !== 0 && !isPublicAddress(literal)) {
      callback(sourceError('refused', { why: 'privateHost', host: literal }), null);
    } else {
      guarded(options, callback);
    }
  };
}

/** Resolves a name to those of its addresses that `may` be connected to; fails with `source/refused` when none may. */
function lookupOf(resolve: ResolveName, may: (ip: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    const all = { ...options, all: true } as LookupAllOptions;
    resolve(hostname, all, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const usable = addresses.filter(({ address }) => may(address));
      const [first] = usable;
      if (first === undefined) {
        return callback(sourceError('refused', { why: 'noPublicHost', host: hostname }), '', 0);
      }
      return options.all === true
        ? callback(null, usable)
        : callback(null, first.address, first.family);
    });
  };
}

function portOf(protocol: string, port: string): string {
  return port === '' ? (protocol === 'https:' ? '443' : '80') : String(port);
}

function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}
