import type { Element, Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { isWebAddress, Language } from '../model/desk/text.ts';
import type { FeedDocument } from '../model/run/document.ts';
import { decodeText } from '../text/charset.ts';
import { cleanLine } from '../text/clean.ts';

/** The metadata in a page's head. */
export interface PageFacts {
  title?: string;
  /** `rel=canonical` if it names the same host, else the address of the page */
  url?: string;
  author?: string;
  language?: string;
  /** as the page writes it */
  published?: string;
}

const HTML = unified().use(rehypeParse);

/** Reads the metadata in a page's head; what it does not say is absent. */
export function readPage({ bytes, contentType, url }: FeedDocument): PageFacts {
  const tree: Root = HTML.parse(decodeText(bytes, contentType).text);
  const meta = new Map<string, string>();
  const facts: PageFacts = { url };
  let heading: string | undefined;
  for (const element of elements(tree)) {
    const { tagName, properties } = element;
    const text = (name: string) =>
      typeof properties[name] === 'string' ? String(properties[name]) : undefined;
    if (tagName === 'html' && Language.safeParse(text('lang')).success)
      facts.language = text('lang');
    if (tagName === 'title' && facts.title === undefined) facts.title = line(textOf(element));
    if (tagName === 'h1') heading ??= line(textOf(element));
    if (tagName === 'meta')
      meta.set(
        (text('name') ?? text('property') ?? '').toLowerCase(),
        line(text('content') ?? '') ?? '',
      );
    if (tagName === 'link' && String(properties.rel).toLowerCase() === 'canonical') {
      facts.url = sameHost(text('href'), url) ?? facts.url;
    }
  }
  return {
    ...facts,
    title: meta.get('og:title') || heading || facts.title,
    author: meta.get('author') || undefined,
    published: meta.get('article:published_time') || undefined,
  };
}

function* elements(node: Nodes): Generator<Element> {
  // A stack and not recursion: a page may nest deeper than the call stack goes.
  const stack: Nodes[] = [node];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.type === 'element') yield next;
    if ('children' in next) stack.push(...next.children.toReversed());
  }
}

function textOf(element: Element): string {
  return element.children
    .map((child) =>
      child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : '',
    )
    .join('');
}

function line(text: string): string | undefined {
  return cleanLine(text) || undefined;
}

function sameHost(href: string | undefined, url: string | undefined): string | undefined {
  const target = URL.parse(href ?? '', url);
  return target && url && isWebAddress(target.href) && target.host === new URL(url).host
    ? target.href
    : undefined;
}
