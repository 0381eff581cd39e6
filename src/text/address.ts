import { type AddressRules, DEFAULT_ADDRESS_RULES } from '../model/desk/addressRules.ts';
import { canonicalHost } from './canonicalHost.ts';
import { openQueryRule, type QueryRule } from './queryRule.ts';
import { unwrapped } from './redirectors.ts';
import { shortHash } from './shortHash.ts';

/** How one desk tells whether two web addresses are one. */
export interface Addressing {
  /**
   * The one spelling that all variants of an address share: a key to compare, not a link to show. Always https; without
   * `www.`, `m.`, `mobile.` and `amp.`, default port, user name, fragment (but `#!`), session, `/amp`, `index.html`,
   * doubled and trailing slashes, and the parameters that the rules drop; parameters sorted; redirectors of search
   * engines and networks unwrapped. What is canonical already comes back as it is: `https://host.example/path`.
   * @param url http or https; throws `TypeError` when `URL` cannot read it
   */
  canonical(url: string): string;
  /** The id that an address is given today: first 12 hex digits of the SHA-256 of its canonical form. */
  id(url: string): string;
}

/**
 * Addresses compared by a desk's rules, `desk.rules.addresses`. Made once a run, since it compiles them.
 */
export function addressing(rules: AddressRules): Addressing {
  const drops = openQueryRule(rules);
  const canonical = (url: string) => spelling(unwrapped(new URL(url)), drops);
  return { canonical, id: (url) => itemId(canonical(url)) };
}

const BUILT_IN = addressing(DEFAULT_ADDRESS_RULES);

/** The canonical form by the built-in rules: for what must not change with a desk's. All else asks `addressing`. */
export function canonicalAddress(url: string): string {
  return BUILT_IN.canonical(url);
}

/** First 12 hex digits of the SHA-256 of a canonical address. */
export function itemId(address: string): string {
  return shortHash(address);
}

function spelling(url: URL, drops: QueryRule): string {
  const { hostname, port, pathname, search, hash: fragment } = url;
  const host = canonicalHost(hostname);
  const gate = port === '' || port === '443' || port === '80' ? '' : `:${port}`;
  const query = search === '' ? '' : canonicalQuery(search, host, drops);
  return `https://${host}${gate}${canonicalPath(pathname)}${query}${fragment.startsWith('#!') ? fragment : ''}`;
}

function canonicalPath(pathname: string): string {
  const segments = percentSpelling(pathname)
    .replace(/;jsessionid=[^/]*/gi, '')
    .replace(/\/{2,}/g, '/')
    .split('/');
  while (segments.length > 1 && /^(?:index\.html?|amp)?$/i.test(segments.at(-1) ?? ''))
    segments.pop();
  return segments.join('/');
}

/** Percent codes in capitals, and none where the letter itself may stand; the bytes stay, UTF-8 or not. */
function percentSpelling(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (code) => {
    const letter = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[A-Za-z0-9._~-]/.test(letter) ? letter : code.toUpperCase();
  });
}

function canonicalQuery(search: string, host: string, drops: QueryRule): string {
  const kept = search
    .slice(1)
    .split('&')
    .flatMap((parameter) => {
      const [, name = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(parameter) ?? [];
      if (name === '' || drops(decoded(name), decoded(value), host)) return [];
      return value === '' ? querySpelling(name) : `${querySpelling(name)}=${querySpelling(value)}`;
    });
  return kept.length === 0 ? '' : `?${kept.toSorted().join('&')}`;
}

function querySpelling(text: string): string {
  return percentSpelling(text.replace(/%(?![0-9a-f]{2})/gi, '%25').replaceAll('+', '%20')).replace(
    /[^A-Za-z0-9._~%-]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  );
}

/** What a name or a value says, for the rules; as it stands where it is no UTF-8. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
