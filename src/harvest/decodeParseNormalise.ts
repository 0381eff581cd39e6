import type { Entry } from '../model/desk/desk.ts';
import type { Source } from '../model/desk/source.ts';
import type { Instant } from '../model/desk/time.ts';
import type { FeedDocument } from '../model/run/document.ts';
import { MAX_HTML } from '../model/run/limits.ts';
import { SourceError } from '../model/run/sourceError.ts';
import type { SourceResponse } from '../model/run/sourceResponse.ts';
import type { ParseFeed } from './parse/openParser.ts';
import type { ParsedFeed } from './parse/parsedFeed.ts';

/** What parsing a response came to. */
export type Parsing =
  | { kind: 'parsed'; feed: ParsedFeed }
  /** there was no document, or none that could be parsed */
  | { kind: 'failed'; error: SourceError }
  /** there was nothing to parse */
  | { kind: 'skipped' };

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
      return parseInWorker(response.document, data, options);
    case 'skipped':
      return { kind: 'skipped' };
    case 'failed':
      return { kind: 'failed', error: response.error };
  }
}

async function parseInWorker(
  document: FeedDocument,
  source: Source,
  { now, parse, signal }: ParsingOptions,
): Promise<Parsing> {
  const maxHtml = quotesInFull(source) ? MAX_HTML : EXCERPT_HTML;
  try {
    return { kind: 'parsed', feed: await parse(document, { now, maxHtml }) };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof SourceError) return { kind: 'failed', error };
    throw error;
  }
}

function quotesInFull({ permission }: Source): boolean {
  return permission.scope === 'full' && permission.status === 'granted';
}
