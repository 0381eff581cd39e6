import { Parser } from 'htmlparser2';
import { isWebAddress, Language } from '../../model/desk/text.ts';
import type { FeedDocument } from '../../model/run/document.ts';
import { decodeText } from '../../text/charset.ts';
import { cleanLine } from '../../text/clean.ts';
import type { PageSigns } from './pageKind.ts';

/** What a page says about feeds, and about itself where that helps to find them. */
export interface FeedLinks extends PageSigns {
  /** addresses of `<link rel=alternate>` with the media type of a feed, as the page orders them, JSON last */
  links: string[];
  /** addresses of ordinary links that look like feeds */
  anchors: string[];
  /** where the page says that it stands (`rel=canonical`, `og:url`), on whatever host */
  canonical: string[];
  title?: string;
  /** as `<html lang>` has it, where that is a language */
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
  const page: FeedLinks = { links: [], anchors: [], canonical: [], wordpress: false };
  const json: string[] = [];
  let base = url;
  let based = false;
  let title: string | undefined;
  const add = (list: string[], href: string | undefined) => {
    const address = URL.parse((href ?? '').trim(), base);
    if (href === undefined || href.trim() === '' || address === null) return;
    address.hash = '';
    if (!isWebAddress(address.href) || NO_FEED.test(address.href)) return;
    if (list.length < MAX_LINKS && !list.includes(address.href)) list.push(address.href);
  };
  const onLink = ({ rel = '', type = '', href }: Record<string, string>) => {
    const relations = rel.toLowerCase().split(/\s+/);
    if (relations.includes('canonical')) add(page.canonical, href);
    if (relations.includes('https://api.w.org/')) page.wordpress = true;
    if (!relations.includes('alternate') && !relations.includes('feed')) return;
    if (FEED_TYPE.test(type)) add(/json/i.test(type) ? json : page.links, href);
  };
  const onMeta = ({ name = '', property = '', content = '' }: Record<string, string>) => {
    if (property === 'og:url') add(page.canonical, content);
    if (property === 'og:type') page.type ??= content.trim().toLowerCase();
    if (name.toLowerCase() === 'generator' && /wordpress/i.test(content)) page.wordpress = true;
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'base' && !based && attributes.href !== undefined) {
        based = true;
        base = URL.parse(attributes.href, url)?.href ?? base;
      } else if (name === 'link') onLink(attributes);
      else if (name === 'meta') onMeta(attributes);
      else if (name === 'a' && looksLikeFeed(attributes.href)) add(page.anchors, attributes.href);
      else if (name === 'body') page.body ??= attributes.class;
      else if (name === 'title' && page.title === undefined) title = '';
      else if (name === 'html' && Language.safeParse(attributes.lang).success)
        page.language = attributes.lang;
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
  return { ...page, links: [...page.links, ...json.filter((link) => !page.links.includes(link))] };
}

function looksLikeFeed(href = ''): boolean {
  return LOOKS_LIKE_FEED.test(href) && !LOOKS_LIKE_ELSE.test(href);
}
