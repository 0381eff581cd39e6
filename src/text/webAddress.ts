/** Longer ones are tracking or an attack; browsers and search engines cut at about this. */
const MAX_ADDRESS = 4_000;

/**
 * A link as an http(s) address without user name, resolved; undefined where it is none.
 * @param base what it is relative to, if that is known
 */
export function webAddress(link: string, base?: string | undefined): string | undefined {
  const written = link.trim();
  if (written === '' || written.length > MAX_ADDRESS) return undefined;
  const whole = written
    .replace(/^(?=www\.[^/\s]+\.)/i, 'https://')
    .replace(/^\/\/(?=[^/])/, base === undefined ? 'https://' : '//');
  const url = URL.parse(whole, base);
  if (
    url === null ||
    (url.protocol !== 'https:' && url.protocol !== 'http:') ||
    url.hostname === ''
  )
    return undefined;
  url.username = '';
  url.password = '';
  return url.href;
}
