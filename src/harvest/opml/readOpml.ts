import { decodeHTMLAttribute } from 'entities';
import { decodeText } from '../../text/charset.ts';
import { cleanLine } from '../../text/clean.ts';
import { withoutSequences } from '../../text/withoutSequences.ts';
import { type Attributes, readTags } from './readTags.ts';

/** A feed as a subscription list has it. */
export interface OpmlFeed {
  /** as written, white space around it aside; may be empty */
  feed: string;
  title: string;
  /** as written; empty if the list has none */
  site: string;
  /** as written; empty if the list has none */
  language: string;
  /** the folders that it stands in, each from the outermost to the innermost; none at the top */
  folders: string[][];
  /** in the list, from 1 */
  line: number;
}

/** Folders one in another that are kept, the innermost; people make two or three. */
const MAX_DEPTH = 8;
/** Outlines that may be open at a time; those inside so many count as inside the last. */
const MAX_OPEN = 1_000;

/** What a subscription list holds. */
export interface OpmlList {
  /** every outline with an `xmlUrl`, in order: duplicates and empty ones too */
  feeds: OpmlFeed[];
  /** addresses of further lists that it points to */
  lists: string[];
}

/**
 * Reads a subscription list as far as it can be read: any charset, attributes in any case, bare `&`, folders that are
 * not closed, documents one after another, text around them. What is no list at all has no feeds.
 * @see http://opml.org/spec2.opml
 */
export function readOpml(bytes: Uint8Array): OpmlList {
  const { text } = decodeText(bytes);
  const list: OpmlList = { feeds: [], lists: [] };
  const state: ReaderState = { list, open: [], beyond: 0, lineAt: lineCounter(text) };
  readTags(text, {
    onOpen(name, attributes, place) {
      if (name === 'outline') openOutline(state, attributes, place);
    },
    onText: (rest, place) => readStrayAttributes(state, rest, place),
    onClose: (name) => closeTag(state, name),
  });
  return list;
}

interface ReaderState {
  list: OpmlList;
  /** outlines that are open, the outermost first */
  open: Attributes[];
  /** how many are open beyond `MAX_OPEN` */
  beyond: number;
  lineAt(place: number): number;
}

function openOutline(state: ReaderState, attributes: Attributes, place: number): void {
  const { list, open } = state;
  const address = addressIn(attributes);
  if (address !== undefined) addFeed(state, attributes, address, place);
  else if (isList(attributes)) list.lists.push(value(attributes, 'url'));
  if (open.length < MAX_OPEN) open.push(attributes);
  else state.beyond += 1;
}

function addFeed(
  { list, open, lineAt }: ReaderState,
  attributes: Attributes,
  address: string,
  place: number,
): void {
  const path = open.slice(-MAX_DEPTH).map(folderName).filter(Boolean);
  list.feeds.push({
    feed: value(attributes, address),
    title: titleOf(attributes),
    site: value(attributes, 'htmlurl'),
    language: value(attributes, 'language'),
    folders: [...(path.length > 0 ? [path] : []), ...categories(value(attributes, 'category'))],
    line: lineAt(place),
  });
}

/** A quote inside an attribute ends its tag early: what was meant for the tag then stands in the text. */
function readStrayAttributes(state: ReaderState, rest: string, place: number): void {
  const { open, beyond } = state;
  const outline = beyond > 0 ? undefined : open.at(-1);
  if (outline === undefined || 'xmlurl' in outline || !/\bxmlurl\s*=/i.test(rest)) return;
  for (const [, name = '', double, single] of rest.matchAll(ATTRIBUTE)) {
    outline[name.toLowerCase()] ??= double ?? single ?? '';
  }
  open.pop();
  if ('xmlurl' in outline) addFeed(state, outline, 'xmlurl', place);
  if (!/\/\s*>/.test(rest)) open.push(outline);
}

function closeTag(state: ReaderState, name: string): void {
  if (name === 'body' || name === 'opml') {
    state.open.length = 0;
    state.beyond = 0;
  } else if (name === 'outline' && state.beyond > 0) state.beyond -= 1;
  else if (name === 'outline') state.open.pop();
}

const ATTRIBUTE = /\s(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function value(attributes: Attributes, name: string): string {
  return cleanLine(withoutSequences(decodeHTMLAttribute(attributes[name] ?? '')));
}

function titleOf(attributes: Attributes): string {
  return value(attributes, 'text') || value(attributes, 'title');
}

/** The attribute that holds a feed's address. Lists of the first years say `url`, and so do links to other lists. */
function addressIn(attributes: Attributes): 'xmlurl' | 'url' | undefined {
  if (attributes.xmlurl !== undefined) return 'xmlurl';
  const isFeed = /^(?:rss|atom|feed)$/i.test(value(attributes, 'type'));
  return isFeed && attributes.url !== undefined ? 'url' : undefined;
}

function isList(attributes: Attributes): boolean {
  return /^(?:include|link)$/i.test(value(attributes, 'type')) && value(attributes, 'url') !== '';
}

/** An outline within a feed's outline counts as beside it, so a feed is no folder. */
function folderName(outline: Attributes): string {
  return addressIn(outline) === undefined ? titleOf(outline) : '';
}

/** `category`: tags and paths, by commas: `water,/news/local`. */
function categories(text: string): string[][] {
  return text
    .split(',')
    .map((path) => path.split('/').map(cleanLine).filter(Boolean))
    .filter((path) => path.length > 0);
}

/** Gives the line of a place in a text; places are asked for in order. */
function lineCounter(text: string): (place: number) => number {
  let line = 1;
  let at = 0;
  return (place) => {
    for (
      let next = text.indexOf('\n', at);
      next !== -1 && next < place;
      next = text.indexOf('\n', at)
    ) {
      line += 1;
      at = next + 1;
    }
    return line;
  };
}
