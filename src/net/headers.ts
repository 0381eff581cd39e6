import type { Dispatcher } from 'undici';
import { KEPT_HEADERS } from '../model/run/document.ts';

/** As the client gives them: names in lower case, each byte of a value a character. */
type Headers = Dispatcher.ResponseData['headers'];

// Of these, several are one list; of any other, the first counts.
const LISTS = new Set(['cache-control', 'content-encoding']);

/** One header; empty if it did not come. */
export function headerOf(headers: Headers, name: string): string {
  const value = headers[name];
  if (!Array.isArray(value)) return value ?? '';
  return LISTS.has(name) ? value.join(', ') : (value[0] ?? '');
}

/** Those of `KEPT_HEADERS` that came. */
export function keptHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    KEPT_HEADERS.flatMap((name) =>
      headers[name] === undefined ? [] : [[name, headerOf(headers, name)]],
    ),
  );
}

/**
 * Where a response redirects to; empty if it does not say. A header's bytes are characters to HTTP; servers that write
 * an address as it is read mean UTF-8.
 */
export function locationOf(headers: Headers): string {
  const value = headerOf(headers, 'location');
  const text = Buffer.from(value, 'latin1').toString('utf8');
  return text.includes('\ufffd') ? value : text;
}
