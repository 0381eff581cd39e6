import type { RememberedItem } from '../model/run/sourceMemory.ts';
import type { FollowUp, ParseResult, SourceResponse } from '../model/run/sourceResponse.ts';
import type { Parsing } from './decodeParseNormalise.ts';

/** Lets whoever gave a response remember what came of it. @param items that were in it */
export function rememberParsing(
  response: SourceResponse,
  parsing: Parsing,
  items: readonly RememberedItem[],
): FollowUp {
  switch (response.kind) {
    case 'fresh':
    case 'cached':
      return response.onParsed(parseResult(parsing, items));
    case 'skipped':
    case 'failed':
      return response.onUnparsed();
  }
}

function parseResult(parsing: Parsing, items: readonly RememberedItem[]): ParseResult {
  if (parsing.kind === 'failed') return parsing;
  const hints = parsing.kind === 'parsed' ? parsing.feed.hints : undefined;
  return { kind: 'parsed', items, hints };
}
