/** Longer ones are tracking or an attack; browsers and search engines cut at about this. */
const MAX_ADDRESS = 4_000;

/** What a host can be called; `URL` lets quotes and braces pass, which no name has. */
const HOST = /^(?:[a-z0-9_.-]+|\[[0-9a-f:.]+\])$/;

/**
 * A link as an http(s) address without user name, resolved; undefined if it is none.
 * @param base what it is relative to, if that is known
 */
export function webAddress(link: string, base?: string | undefined): string | undefined {
  const written = link.trim();
  if (written === '' || written.length > MAX_ADDRESS) return undefined;
  const whole = written
    .replace(/^(?=www\.[^/\s]+\.)/i, 'https://')
    .replace(/^\/\/(?=[^/])/, base === undefined ? 'https://' : '//');
  const url = URL.parse(whole, base);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined;
  if (!HOST.test(url.hostname)) return undefined;
  url.username = '';
  url.password = '';
  return url.href;
}
