import { isWebAddress } from '../../model/desk/text.ts';
import type { FoundFeed } from '../../model/run/foundFeed.ts';
import { canonicalAddress } from '../../text/address.ts';
import { cleanLine, cutAtWord } from '../../text/clean.ts';
import { detectLanguage } from '../../text/language.ts';
import { namedLanguage } from '../namedLanguage.ts';
import type { Draft } from '../normalise/draft.ts';
import type { ParsedFeed } from '../parse/parsedFeed.ts';

const NEWEST = 3;
/** Items whose words tell the feed's language. */
const READ_FOR_LANGUAGE = 10;
const MAX_TITLE = 120;

const COMMENTS_TITLE = new RegExp(
  [
    // How WordPress calls them, and what others do alike, without accents: "Comentarios en: …", "Kommentare zu …".
    String.raw`^(?:comments|comentarios|comentaris|commentaires|kommentare|commenti|iruzkinak|reacties)(?:\s*:|\s+(?:on|for|en|de|para|a|al|als|per|em|no|na|ao|sobre|sur|pour|zu|zum|zur|fur|su|op|voor)\b)`,
    String.raw`» (?:comments|comentarios|comentaris|commentaires|kommentare|commenti|iruzkinak)\b`,
    `comments feed$|(?:feed|flux|canal|fil) (?:de|dels|des|dei|dos|de los?|de les) (?:comentarios?|comentaris|commentaires|commenti)$`,
    String.raw`kommentar-feed$|\biruzkinak$`,
  ].join('|'),
  'i',
);
const COMMENTS_ADDRESS =
  /\/(?:comments?|comentarios?|comentaris|commentaires|kommentare|commenti|iruzkinak)(?:\/|$)|comments?\.(?:xml|rss|atom)$/i;
/** Where a comment stands on the page of its article. */
const COMMENT = /#(?:comment|comentario|c|isso|respond)-?\d+$|[?&](?:showComment|replytocom|lc)=/i;

/** What a curator wants to know of a feed before following it, and all that is in it. */
export interface ReadFeed {
  found: FoundFeed;
  /** what tells its items from each other, in their order: addresses, or titles of those without */
  items: string[];
}

/** @param feed the address to follow */
export function foundFeed(
  parsed: Pick<ParsedFeed, 'format' | 'title' | 'site' | 'language' | 'total' | 'entries'>,
  { feed, method }: Pick<FoundFeed, 'feed' | 'method'>,
): ReadFeed {
  const title = cutAtWord(cleanLine(parsed.title ?? ''), MAX_TITLE);
  const site = parsed.site !== undefined && isWebAddress(parsed.site) ? parsed.site : undefined;
  const language = languageOf(parsed);
  const entries = byDate(parsed.entries);
  const found = {
    feed,
    method,
    format: parsed.format,
    ...(title !== '' && { title }),
    ...(site !== undefined && { site }),
    ...(language !== undefined && { language }),
    total: parsed.total,
    newest: newestOf(entries),
    comments: areComments({ title, feed, entries }),
    duplicates: [],
  };
  const items = entries.map(({ title, url }) =>
    url === undefined ? title : canonicalAddress(url),
  );
  return { found, items };
}

/**
 * Whether two feeds bring the same items, as the RSS and the Atom of one blog do. Of one format they must have all in
 * common: the newest items of a lively section are the newest of the whole site.
 */
export function areDuplicates(a: ReadFeed, b: ReadFeed): boolean {
  if (a.items.length === 0 || b.items.length === 0) return false;
  if (a.found.comments !== b.found.comments) return false;
  const isOneFormat = a.found.format === b.found.format;
  if (isOneFormat && a.found.total !== b.found.total) return false;
  const [first, second] = [a, b].map(
    ({ items }) => new Set(isOneFormat ? items : items.slice(0, NEWEST)),
  );
  return first?.symmetricDifference(second ?? new Set()).size === 0;
}

function areComments({
  title,
  feed,
  entries,
}: {
  title: string;
  feed: string;
  entries: readonly Draft[];
}): boolean {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '');
  if (COMMENTS_TITLE.test(plain) || COMMENTS_ADDRESS.test(new URL(feed).pathname)) return true;
  return entries.length > 0 && entries.every(({ url = '' }) => COMMENT.test(url));
}

function languageOf({ language: declared, entries }: Pick<ParsedFeed, 'language' | 'entries'>) {
  const languages = entries
    .slice(0, READ_FOR_LANGUAGE)
    .map(({ title, text }) => detectLanguage(`${title}. ${text.slice(0, 300)}`, { declared }))
    .filter((language) => language !== 'und');
  const counts = [...Map.groupBy(languages, (language) => language)];
  const [most] = counts.toSorted(([, a], [, b]) => b.length - a.length);
  return namedLanguage(most?.[0]) ?? namedLanguage(declared);
}

/** The newest first; a feed without dates is read from its top. */
function byDate(entries: readonly Draft[]): Draft[] {
  return entries.toSorted((a, b) => time(b) - time(a));
}

function newestOf(sorted: readonly Draft[]): FoundFeed['newest'] {
  return sorted.slice(0, NEWEST).map(({ title, url, published }) => ({
    title,
    ...(url !== undefined && { url }),
    ...(published !== undefined && { published }),
  }));
}

function time({ published }: Draft): number {
  return published === undefined ? Number.NEGATIVE_INFINITY : Date.parse(published);
}
