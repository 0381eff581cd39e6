import { cleanLine } from '../text/clean.ts';

/** An element of XML that holds text. */
export function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

/**
 * Attributes of XML, those without a value left out: ` a="1" b="2"`. Values are one line: every reader makes spaces of
 * line ends in attributes, and not all the same number.
 */
export function attributes(values: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(cleanLine(value))}"`))
    .join('');
}

/** What XML 1.0 does not allow even escaped. @see https://www.w3.org/TR/xml/#charsets */
const ILLEGAL = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Text for an element or for an attribute in double quotes. */
export function escaped(text: string): string {
  return text
    .replace(ILLEGAL, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
