import { MAX_HTML, MAX_TEXT, MAX_TITLE } from '../../model/item.ts';
import type { Instant } from '../../model/time.ts';
import { cleanBlock, cleanLine, cutAtWord } from '../../text/clean.ts';
import { textBlocks, visibleText } from '../../text/visibleText.ts';
import type { RawEntry } from '../parse/rawFeed.ts';
import { readDate } from './dates.ts';
import { absoluteLinks, baseOf, webAddress } from './links.ts';
import { asHtml, plainLine } from './markup.ts';

/** An entry, normalised: what an item is before it has a source, an id and a language. */
export interface Draft {
  /** may be empty where there is no text at all and no link */
  title: string;
  /** absent when the entry has no http(s) link */
  url?: string | undefined;
  author?: string | undefined;
  published?: Instant | undefined;
  html: string;
  text: string;
  image?: string | undefined;
  comments?: string | undefined;
  categories: string[];
  /** as the entry declares it */
  language?: string | undefined;
}

const DERIVED_TITLE = 90;
const MAX_CATEGORIES = 30;
const MAX_NAME = 120;

/** @param url where the feed came from; @param now for dates that lie too far ahead */
export function toDraft(
  entry: RawEntry,
  { url, now }: { url: string | undefined; now: Instant },
): Draft {
  const base = baseOf(entry.bases, url);
  const address = (links: readonly string[]) => first(links, (link) => webAddress(link, base));
  const link = address(entry.links) ?? first(entry.permalinks, absolute) ?? address(entry.files);
  const body = bodyOf(entry, base);
  return {
    title: titleOf(entry, body.html, link),
    url: link,
    author: first(entry.authors, authorOf),
    published: first(entry.dates, (date) => readDate(date, now)),
    ...body,
    image: address(entry.images),
    comments: address(entry.comments),
    categories: categoriesOf(entry),
    language: entry.language,
  };
}

function absolute(link: string): string | undefined {
  return /^\s*https?:/i.test(link) ? webAddress(link) : undefined;
}

function bodyOf(entry: RawEntry, base: string | undefined): { html: string; text: string } {
  let spare = '';
  for (const raw of entry.bodies) {
    const html = absoluteLinks(cutHtml(cleanBlock(asHtml(raw))), baseOf([raw.base], base));
    const text = visibleText(html, MAX_TEXT);
    if (text !== '') return { html: cutHtml(html), text };
    spare ||= cutHtml(html);
  }
  return { html: spare, text: '' };
}

function cutHtml(html: string): string {
  return html.length <= MAX_HTML
    ? html
    : html.slice(0, MAX_HTML).replace(/(?:<[^<>]*|&[^;\s]*|\p{Surrogate})$/u, '');
}

function titleOf(entry: RawEntry, html: string, link: string | undefined): string {
  const written = first(entry.titles, (title) => plainLine(title) || undefined);
  if (written !== undefined) return cutAtWord(written, MAX_TITLE);
  const opening = textBlocks(html, 1000)[0];
  if (opening !== undefined) {
    const sentence = /^.{10,}?[.!?…](?=\s)/u.exec(opening)?.[0] ?? opening;
    return cutAtWord(sentence, DERIVED_TITLE);
  }
  return link === undefined
    ? ''
    : cutAtWord(cleanLine(link.replace(/^https?:\/\//, '')), DERIVED_TITLE);
}

function nameOf(written: string): string | undefined {
  return cutAtWord(plainLine({ value: written, kind: 'guess' }), MAX_NAME) || undefined;
}

/** `Name (a@b.example)`, `a@b.example (Name)`, `Name <a@b.example>`: the name; the address alone where there is none. */
function authorOf(written: string): string | undefined {
  const name = nameOf(written);
  const bare = name?.replace(/[(<[]?(?:mailto:)?[^\s()<>[\]]+@[^\s()<>[\]]+[)>\]]?/g, '').trim();
  return bare?.replace(/^\((.*)\)$/, '$1').trim() || name;
}

function categoriesOf(entry: RawEntry): string[] {
  const names = entry.categories.slice(0, 200).map((name) => nameOf(name));
  return [...new Set(names.filter((name) => name !== undefined))].slice(0, MAX_CATEGORIES);
}

/** The first of the candidates that comes to something. */
function first<C, T>(
  candidates: readonly C[],
  read: (candidate: C) => T | undefined,
): T | undefined {
  for (const candidate of candidates) {
    const found = read(candidate);
    if (found !== undefined) return found;
  }
  return undefined;
}
