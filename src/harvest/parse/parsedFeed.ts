import type { Instant } from '../../model/desk/time.ts';
import type { FeedDocument } from '../../model/run/document.ts';
import { MAX_HTML, MAX_TITLE } from '../../model/run/limits.ts';
import type { FeedHints } from '../../model/run/sourceMemory.ts';
import { decodeText } from '../../text/charset.ts';
import { cutAtWord } from '../../text/clean.ts';
import { replaceInPieces } from '../../text/replaceInPieces.ts';
import { declaredLanguage } from '../normalise/declaredLanguage.ts';
import { authorOf, type Draft, toDraft } from '../normalise/draft.ts';
import { firstAddress } from '../normalise/links.ts';
import { plainLine } from '../normalise/markup.ts';
import type { FeedFormat } from '../rawFeed.ts';
import { readFeed } from './readFeed.ts';

/** A feed, read and normalised: plain data that can cross from a worker. */
export interface ParsedFeed {
  format: FeedFormat;
  /** one line of plain text */
  title?: string | undefined;
  /** the page that it belongs to, absolute */
  site?: string | undefined;
  /** as the feed declares it */
  language?: string | undefined;
  /** that its bytes were read with */
  charset: string;
  /** how often it wants to be asked */
  hints?: FeedHints | undefined;
  /** entries in the document; more than `entries` has where there were too many to read */
  total: number;
  /** in the order of the feed */
  entries: Draft[];
}

export interface ParseOptions {
  /** for dates that lie too far ahead */
  now: Instant;
  /** characters of HTML that a draft carries at most; `MAX_HTML` */
  maxHtml?: number | undefined;
}

/**
 * Bytes to entries: decode, parse, normalise. Throws `source/not-a-feed`. The bytes may be many, and the second reader slow:
 * call it in a worker with a deadline.
 */
export async function parseDocument(
  { bytes, contentType, contentLanguage, url }: FeedDocument,
  { now, maxHtml = MAX_HTML }: ParseOptions,
): Promise<ParsedFeed> {
  const { text, charset } = decodeText(bytes, contentType);
  const { format, title, sites, authors, licenses, hints, total, entries, ...feed } =
    await readFeed(text.includes('\0') ? replaceInPieces(text, /\0/g, '') : text, {
      url,
      each: (entry) => toDraft(entry, { now, maxHtml }),
    });
  const language = declaredLanguage(feed.language ?? oneLanguage(contentLanguage));
  const author = authors.map(authorOf).find((name) => name !== undefined);
  const license = firstAddress(licenses);
  for (const draft of entries) {
    draft.author ??= author;
    draft.license ??= license;
    draft.language = (draft.language ?? language) || undefined;
  }
  return {
    format,
    title: title === undefined ? undefined : cutAtWord(plainLine(title), MAX_TITLE) || undefined,
    site: firstAddress(sites),
    language: language || undefined,
    charset,
    hints,
    total,
    entries,
  };
}

/** The language of a header; several are those of its readers, and none of them need be that of an entry. */
function oneLanguage(header: string | undefined): string | undefined {
  return /^\s*([a-z]{2,8}(?:-[a-z0-9]{1,8}){0,4})\s*$/i.exec(header ?? '')?.[1];
}
