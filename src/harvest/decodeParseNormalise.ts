import type { Entry } from '../model/desk/desk.ts';
import type { Source } from '../model/desk/source.ts';
import type { Instant } from '../model/desk/time.ts';
import { MAX_HTML } from '../model/run/limits.ts';
import { SourceError } from '../model/run/sourceError.ts';
import type {
  CachedResponse,
  FailedResponse,
  FreshResponse,
  SkippedResponse,
  SourceResponse,
} from '../model/run/sourceResponse.ts';
import type { ParseFeed } from './parse/openParser.ts';
import type { ParsedFeed } from './parse/parsedFeed.ts';

/** What parsing a response came to. */
export type Parsing =
  | { kind: 'parsed'; response: ResponseWithDocument; feed: ParsedFeed }
  | { kind: 'unparsable'; response: ResponseWithDocument; error: SourceError }
  /** there was no document to parse */
  | { kind: 'skipped'; response: SkippedResponse }
  | { kind: 'failed'; response: FailedResponse };

type ResponseWithDocument = FreshResponse | CachedResponse;

export interface ParsingOptions {
  now: Instant;
  parse: ParseFeed;
  signal?: AbortSignal | undefined;
}

/** Characters of HTML that a candidate's excerpt can need: 400 words, with all the markup that publishers wrap them in. */
const EXCERPT_HTML = 16_000;

/**
 * Turns a document into normalised entries. The three steps run in a worker thread, which a document that takes too long
 * is ended with: `parseDocument` calls `decodeText`, `readFeed`, and for each entry `toDraft`.
 */
export async function decodeParseNormalise(
  response: SourceResponse,
  { data }: Entry<Source>,
  options: ParsingOptions,
): Promise<Parsing> {
  switch (response.kind) {
    case 'fresh':
    case 'cached':
      return parseInWorker(response, data, options);
    case 'skipped':
      return { kind: 'skipped', response };
    case 'failed':
      return { kind: 'failed', response };
  }
}

async function parseInWorker(
  response: ResponseWithDocument,
  source: Source,
  { now, parse, signal }: ParsingOptions,
): Promise<Parsing> {
  const maxHtml = quotesInFull(source) ? MAX_HTML : EXCERPT_HTML;
  try {
    const feed = await parse(response.document, { now, maxHtml });
    return { kind: 'parsed', response, feed };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof SourceError) return { kind: 'unparsable', response, error };
    throw error;
  }
}

function quotesInFull({ permission }: Source): boolean {
  return permission.scope === 'full' && permission.status === 'granted';
}
