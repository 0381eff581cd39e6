import { Parser } from 'htmlparser2';
import { isWebAddress, Language } from '../../model/desk/text.ts';
import type { FeedDocument } from '../../model/run/document.ts';
import { decodeText } from '../../text/charset.ts';
import { cleanLine } from '../../text/clean.ts';
import type { PageSigns } from './pageKind.ts';

/** What a page says about feeds, and about itself, as far as that helps to find them. */
export interface FeedLinks extends PageSigns {
  /** addresses of `<link rel=alternate>` with the media type of a feed, as the page orders them, JSON last */
  links: string[];
  /** addresses of ordinary links that look like feeds */
  anchors: string[];
  /** the address that the page gives itself (`rel=canonical`, `og:url`), on whatever host */
  canonical: string[];
  title?: string;
  /** as `<html lang>` has it, if that is a language */
  language?: string;
}

const FEED_TYPE =
  /^\s*(?:(?:application|text)\/(?:rss|atom|rdf)(?:\+xml)?|application\/feed\+json|(?:application|text)\/(?:xml|json))\s*(?:;|$)/i;
/** WordPress links every page to itself as data with the media type of a JSON feed. */
const NO_FEED = /\/wp-json(?:\/|$)|[?&]rest_route=/i;
const LOOKS_LIKE_FEED = /(?:^|[/._=-])(?:rss2?|atom|feeds?|rdf)(?:[/._?&-]|$)/i;
const LOOKS_LIKE_ELSE = /\.(?:html?|png|gif|jpe?g|svg|webp|pdf)(?:[?#]|$)/i;
const MAX_LINKS = 40;

/** Reads a page for the feeds that it names. Takes any bytes; what a page does not say is empty or absent. */
export function readFeedLinks({ bytes, contentType, url }: FeedDocument): FeedLinks {
  const page: PageState = {
    links: [],
    json: [],
    anchors: [],
    canonical: [],
    wordpress: false,
    url,
    base: undefined,
  };
  let title: string | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'title' && page.title === undefined) title = '';
      else readTag(page, name, attributes);
    },
    ontext(text) {
      if (title !== undefined) title += text;
    },
    onclosetag(name) {
      if (name !== 'title' || title === undefined) return;
      page.title ??= cleanLine(title) || undefined;
      title = undefined;
    },
  });
  parser.end(decodeText(bytes, contentType).text);
  const { json, url: _, base: __, ...links } = page;
  return { ...links, links: [...links.links, ...json.filter((one) => !links.links.includes(one))] };
}

interface PageState extends FeedLinks {
  /** those of `links` that are JSON */
  json: string[];
  /** of the page */
  url: string | undefined;
  /** as the first `<base>` says */
  base: string | undefined;
}

type TagAttributes = Record<string, string>;

function readTag(page: PageState, name: string, attributes: TagAttributes): void {
  const { href } = attributes;
  if (name === 'link') readLink(page, attributes);
  else if (name === 'meta') readMeta(page, attributes);
  else if (name === 'a' && looksLikeFeed(href)) addAddress(page, page.anchors, href);
  else if (name === 'base' && href !== undefined) {
    page.base ??= URL.parse(href, page.url)?.href ?? page.url;
  } else if (name === 'body') page.body ??= attributes.class;
  else if (name === 'html' && Language.safeParse(attributes.lang).success) {
    page.language = attributes.lang;
  }
}

function readLink(page: PageState, { rel = '', type = '', href }: TagAttributes): void {
  const relations = rel.toLowerCase().split(/\s+/);
  if (relations.includes('canonical')) addAddress(page, page.canonical, href);
  if (relations.includes('https://api.w.org/')) page.wordpress = true;
  if (!relations.includes('alternate') && !relations.includes('feed')) return;
  if (FEED_TYPE.test(type)) addAddress(page, /json/i.test(type) ? page.json : page.links, href);
}

function readMeta(
  page: PageState,
  { name = '', property = '', content = '' }: TagAttributes,
): void {
  if (property === 'og:url') addAddress(page, page.canonical, content);
  if (property === 'og:type') page.type ??= content.trim().toLowerCase();
  if (name.toLowerCase() === 'generator' && /wordpress/i.test(content)) page.wordpress = true;
}

/** Adds an address to a list of the page, resolved and once, if it is one. */
function addAddress({ url, base = url }: PageState, list: string[], href = ''): void {
  const written = href.trim();
  const address = URL.parse(written, base);
  if (written === '' || address === null) return;
  address.hash = '';
  if (!isWebAddress(address.href) || NO_FEED.test(address.href)) return;
  if (list.length < MAX_LINKS && !list.includes(address.href)) list.push(address.href);
}

function looksLikeFeed(href = ''): boolean {
  return LOOKS_LIKE_FEED.test(href) && !LOOKS_LIKE_ELSE.test(href);
}
