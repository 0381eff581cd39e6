import type { FeedDocument } from '../model/run/document.ts';
import { MAX_FEED_BYTES } from '../model/run/limits.ts';
import type { StoredResponse } from '../model/run/sourceMemory.ts';
import { decodeBody } from '../text/decodeBody.ts';
import type { Bodies } from './bodies.ts';

/**
 * The document of a stored response; undefined if its body is not there any more.
 * Throws a `SourceError` if the body does not decompress.
 */
export function storedDocument(
  { body, url, headers }: StoredResponse,
  bodies: Bodies,
): FeedDocument | undefined {
  const raw = bodies.find(body);
  if (raw === undefined) return undefined;
  const bytes = decodeBody(raw, headers['content-encoding'] ?? '', {
    maxBytes: MAX_FEED_BYTES,
    url: url ?? '',
  });
  return {
    url,
    contentType: headers['content-type'] ?? '',
    contentLanguage: headers['content-language'],
    bytes,
  };
}
