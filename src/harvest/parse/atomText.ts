import type { RawText } from './rawFeed.ts';

/** A text construct of Atom; `title`, `summary` and `content` are of this shape. */
interface Written {
  value?: string | undefined;
  type?: string | undefined;
  xml?: { base?: string | undefined } | undefined;
}

/**
 * What a text of Atom is by its `type`: escaped HTML, inline XHTML, plain text, or base64 for everything else.
 * @see https://www.rfc-editor.org/rfc/rfc4287#section-4.1.3.3
 */
export function atomText(written: Written | undefined): RawText[] {
  const value = written?.value;
  if (value === undefined) return [];
  const type = written?.type?.toLowerCase().replace(/;.*/, '').trim() ?? 'text';
  const base = written?.xml?.base;
  if (type === 'html' || type === 'xhtml' || /[/+](?:html|xml|xhtml\+xml)$/.test(type)) {
    return [{ value, kind: 'html', base }];
  }
  if (!type.includes('/') || type.startsWith('text/')) return [{ value, kind: 'text', base }];
  const decoded = fromBase64(value);
  return decoded === undefined ? [] : [{ value: decoded, kind: 'guess', base }];
}

/** Undefined for what is no base64, or no text once decoded. */
function fromBase64(value: string): string | undefined {
  const compact = value.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/_-]+=*$/.test(compact)) return undefined;
  const text = Buffer.from(compact, 'base64').toString('utf8');
  return /[\p{Cc}\uFFFD]/u.test(text.replace(/[\t\n\r]/g, '')) ? undefined : text;
}
