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

/** Where relative links stand: each `xml:base` resolved against the one around it, the outermost against `url`. */
export function baseOf(
  bases: readonly (string | undefined)[],
  url: string | undefined,
): string | undefined {
  return bases.reduce<string | undefined>(
    (outer, base) => (base === undefined ? outer : (webAddress(base, outer) ?? outer)),
    url,
  );
}

const LINKS = /(<[a-z][^<>]*?\s(?:href|src)\s*=\s*)(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))/gi;

/** HTML with the relative links of its tags made absolute; links that cannot be are left as they are. */
export function absoluteLinks(html: string, base: string | undefined): string {
  if (base === undefined) return html;
  return html.replace(
    LINKS,
    (whole, before: string, double?: string, single?: string, bare?: string) => {
      const link = (double ?? single ?? bare ?? '').trim();
      if (/^[a-z][a-z0-9+.-]*:/i.test(link) || link === '') return whole;
      const absolute = webAddress(link, base);
      return absolute === undefined ? whole : `${before}"${absolute.replaceAll('"', '%22')}"`;
    },
  );
}
