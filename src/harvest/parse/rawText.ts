import type { RawText } from '../rawFeed.ts';
import { inlineMarkup } from './inlineMarkup.ts';
import { attribute, hasElements, ownText, type XmlElement } from './xmlElement.ts';

/** Media types of markup, and the short names that Atom has for them. */
const MARKUP = /^x?html$|[/+](?:html|xml)$/;

/** What is HTML by its name, whatever its attributes. */
const HTML = new Set(['content:encoded', 'xhtml:body', 'rss:body', 'rss:fullitem']);

/**
 * A text of any format with how it is written: Atom by its `type`, Atom 0.3 by its `mode` too, others by whether there
 * are tags in it. Undefined if there is no text, or if the element holds none (a picture in base64).
 * @param entryLang `xml:lang` around the entry: only what differs is the text's own
 * @see https://www.rfc-editor.org/rfc/rfc4287#section-4.1.3.3
 */
export function rawText(element: XmlElement, entryLang?: string): RawText | undefined {
  const { value, kind } = written(element);
  if (value.trim() === '') return undefined;
  const language = element.lang === entryLang ? undefined : element.lang;
  return { value, kind, base: element.base, language };
}

function written(element: XmlElement): Pick<RawText, 'value' | 'kind'> {
  const type = attribute(element, 'type')?.toLowerCase().replace(/;.*/s, '').trim();
  const mode = attribute(element, 'mode')?.toLowerCase();
  if (hasElements(element))
    return { value: inlineMarkup(element, type === 'xhtml' || type === 'html'), kind: 'html' };
  const value = ownText(element);
  if (mode === 'base64') {
    const decoded = fromBase64(value);
    // Some write the attribute and forget the deed.
    return { value: decoded ?? value, kind: MARKUP.test(type ?? '') ? 'html' : 'guess' };
  }
  if (HTML.has(element.key)) return { value, kind: 'html' };
  // Publishers of Atom forget `type="html"` far more often than they write about tags without saying so.
  if (type === undefined || !isConstruct(element)) return { value, kind: 'guess' };
  if (MARKUP.test(type)) return { value, kind: 'html' };
  if (!type.includes('/') || type.startsWith('text/')) return { value, kind: 'text' };
  return { value: fromBase64(value) ?? '', kind: 'guess' };
}

/** Elements whose `type` says how their text is written. */
function isConstruct({ key }: XmlElement): boolean {
  return key.startsWith('atom:') || key.startsWith('media:');
}

// More than any text that is kept.
const MAX_BASE64 = 1_000_000;

/** Undefined for what is no base64, or no text once decoded. */
function fromBase64(value: string): string | undefined {
  const compact = value.slice(0, MAX_BASE64).replace(/\s+/g, '');
  if (compact === '' || !/^[A-Za-z0-9+/_-]+=*$/.test(compact)) return undefined;
  const text = Buffer.from(compact, 'base64').toString('utf8');
  return /[^\P{Cc}\t\n\r]|\uFFFD/u.test(text) ? undefined : text;
}
