import type { RememberedItem } from '../model/run/sourceMemory.ts';
import type { FollowUp } from '../model/run/sourceResponse.ts';
import type { Parsing } from './decodeParseNormalise.ts';

/** Lets whoever gave a response remember what came of it. @param items that were in it */
export function rememberParsing(parsing: Parsing, items: readonly RememberedItem[]): FollowUp {
  switch (parsing.kind) {
    case 'parsed':
      return parsing.response.onParsed({ kind: 'parsed', items, hints: parsing.feed.hints });
    case 'unparsable':
      return parsing.response.onParsed({ kind: 'failed', error: parsing.error });
    case 'skipped':
    case 'failed':
      return parsing.response.onUnparsed();
  }
}
