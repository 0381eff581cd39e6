import { hash } from 'node:crypto';
import { REFERRER_NAMES, REFERRER_VALUE, TRACKING_NAMES, TRACKING_PREFIXES } from './tracking.ts';

/**
 * The one spelling of a web address that all its variants share: a key to compare, not a link to show.
 * Always https; without `www.`, `m.`, `mobile.` and `amp.`, default port, user name, fragment (but `#!`), session,
 * `/amp`, `index.html`, doubled and trailing slashes and tracking parameters; parameters sorted; redirectors of
 * search engines and networks unwrapped. What is canonical already comes back as it is: `https://host.example/path`.
 * @param url http or https; throws `TypeError` when `URL` cannot read it
 */
export function canonicalAddress(url: string): string {
  const { hostname, port, pathname, searchParams, hash: fragment } = unwrapped(new URL(url));
  const place = `https://${canonicalHost(hostname)}${port === '' || port === '443' || port === '80' ? '' : `:${port}`}`;
  const query = canonicalQuery(searchParams);
  return `${place}${canonicalPath(pathname)}${query}${fragment.startsWith('#!') ? fragment : ''}`;
}

/** First 12 hex digits of the SHA-256 of a canonical address. */
export function itemId(address: string): string {
  return hash('sha256', address).slice(0, 12);
}

const REDIRECTORS: [RegExp, string[]][] = [
  [/^(?:www\.)?google\.[a-z.]{2,6}\/url$/, ['q', 'url']],
  [/^news\.google\.[a-z.]{2,6}\//, ['url']],
  [/^lm?\.facebook\.com\/l\.php$/, ['u']],
  [/^out\.reddit\.com\//, ['url']],
];

function unwrapped(url: URL, left = 3): URL {
  const names = REDIRECTORS.find(([shape]) => shape.test(url.hostname + url.pathname))?.[1] ?? [];
  const target = names.map((name) => URL.parse(url.searchParams.get(name) ?? '')).find(isWeb);
  return target === undefined || left === 0 ? url : unwrapped(target, left - 1);
}

function isWeb(url: URL | null): url is URL {
  return url?.protocol === 'https:' || url?.protocol === 'http:';
}

function canonicalHost(hostname: string): string {
  const host = hostname.replace(/\.+$/, '');
  const bare = host.replace(/^(?:www\d?|m|mobile|amp)\./, '');
  return bare !== host && bare.includes('.') ? canonicalHost(bare) : host;
}

function canonicalPath(pathname: string): string {
  return pathname
    .replace(/%[0-9a-f]{2}/gi, (code) => {
      const letter = String.fromCharCode(Number.parseInt(code.slice(1), 16));
      return /[A-Za-z0-9._~-]/.test(letter) ? letter : code.toUpperCase();
    })
    .replace(/;jsessionid=[^/]*/gi, '')
    .replace(/\/{2,}/g, '/')
    .replace(/(?:\/(?:index\.html?|amp))*\/?$/i, '');
}

function canonicalQuery(parameters: URLSearchParams): string {
  const kept = [...parameters].filter(
    ([name, value]) => name !== '' && !isTracking(name.toLowerCase(), value),
  );
  const written = kept.map(([name, value]) =>
    value === ''
      ? encodeURIComponent(name)
      : `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  return written.length === 0 ? '' : `?${written.toSorted().join('&')}`;
}

function isTracking(name: string, value: string): boolean {
  return (
    TRACKING_NAMES.has(name) ||
    TRACKING_PREFIXES.some((prefix) => name.startsWith(prefix)) ||
    (REFERRER_NAMES.has(name) && REFERRER_VALUE.test(value))
  );
}
