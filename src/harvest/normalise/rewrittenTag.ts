import { webAddress } from '../../text/webAddress.ts';

/** Attributes as a browser reads them: a value in quotes ends at its quote, another at white space. */
const ATTRIBUTE = /([\s/]*)([^\s/>][^\s/>=]*)(?:(\s*=\s*)("[^"]*"|'[^']*'|(?!["'])[^\s>]+))?/y;
const TAG_NAME = /<\/?[a-z][^\s/>]*/iy;

/** No attribute that a reader is meant to have is longer. */
const LONG_VALUE = 4_000;

const MAYBE_LINK = /[\s/"'](?:href|src)\s*=/i;

/**
 * A tag with the relative links of `href` and `src` made absolute and without attributes that are pages long.
 * @param tag from its `<` to its `>`
 * @param base what links are relative to; links that cannot be resolved are left as they are
 * @param max characters after which the rest is of no use
 */
export function rewrittenTag(
  tag: string,
  { base, max }: { base?: string | undefined; max: number },
): string {
  if (tag.length <= LONG_VALUE && !MAYBE_LINK.test(tag)) return tag;
  TAG_NAME.lastIndex = 0;
  let written = TAG_NAME.exec(tag)?.[0] ?? '';
  let at = written.length;
  while (written.length <= max) {
    ATTRIBUTE.lastIndex = at;
    const [whole, space = '', name = '', equals = '', value = ''] = ATTRIBUTE.exec(tag) ?? [];
    if (whole === undefined) break;
    at += whole.length;
    if (whole.length > LONG_VALUE) continue;
    const link = base !== undefined && /^(?:href|src)$/i.test(name) ? resolved(value, base) : '';
    written += link === '' ? whole : `${space}${name}${equals}"${link}"`;
  }
  return written + tag.slice(at);
}

/** The address that a value means, fit for double quotes; empty if it is absolute already or none. */
function resolved(value: string, base: string): string {
  const link = (/^["']/.test(value) ? value.slice(1, -1) : value).trim();
  if (link === '' || /^[a-z][a-z0-9+.-]*:/i.test(link)) return '';
  return webAddress(link, base)?.replaceAll('"', '%22') ?? '';
}
