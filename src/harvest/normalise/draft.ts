import type { Instant } from '../../model/desk/time.ts';
import { MAX_TEXT, MAX_TITLE } from '../../model/run/limits.ts';
import { cleanBlock, cleanLine, cutAtWord } from '../../text/clean.ts';
import { textBlocks, visibleText } from '../../text/visibleText.ts';
import { webAddress } from '../../text/webAddress.ts';
import type { RawEntry, RawText } from '../rawFeed.ts';
import { boundedHtml } from './boundedHtml.ts';
import { declaredLanguage } from './declaredLanguage.ts';
import { firstAddress } from './links.ts';
import { asHtml, isHtml, plainLine } from './markup.ts';
import { readDate } from './readDate.ts';

/** An entry, normalised: what an item is before it has a source, an id and a language. */
export interface Draft {
  /** may be empty if there is no text at all and no link */
  title: string;
  /** absent when the entry has no http(s) link */
  url?: string | undefined;
  /** the feed's own id, at most 500 characters */
  guid?: string | undefined;
  author?: string | undefined;
  published?: Instant | undefined;
  /** when it was last changed, if the feed says so */
  updated?: Instant | undefined;
  html: string;
  text: string;
  image?: string | undefined;
  comments?: string | undefined;
  /** http(s) address of the terms that it is under, its own or its feed's */
  license?: string | undefined;
  categories: string[];
  /** as the entry or its feed declares it */
  language?: string | undefined;
}

const DERIVED_TITLE = 90;
const MAX_CATEGORIES = 30;
const MAX_NAME = 120;
const MAX_GUID = 500;
// Twice what an item carries at most: more than its text and its HTML need.
const MAX_READ = 200_000;

/** @param now for dates that lie too far ahead; @param maxHtml characters of `html` at most */
export function toDraft(
  entry: RawEntry,
  { now, maxHtml }: { now: Instant; maxHtml: number },
): Draft {
  const link =
    firstAddress(entry.links) ?? first(entry.permalinks, absolute) ?? firstAddress(entry.files);
  const { raw, whole, ...body } = bodyOf(entry, maxHtml);
  return {
    title: titleOf(entry, whole, link),
    url: link,
    guid: guidOf(entry),
    author: first(entry.authors, authorOf),
    published: first(entry.dates, (date) => readDate(date, now)),
    updated: first(entry.updates, (date) => readDate(date, now)),
    ...body,
    image: firstAddress(entry.images),
    comments: firstAddress(entry.comments),
    license: firstAddress(entry.licenses),
    categories: categoriesOf(entry),
    language: declaredLanguage((raw ?? entry.titles[0])?.language ?? entry.language),
  };
}

function absolute(link: string): string | undefined {
  return /^\s*https?:/i.test(link) ? webAddress(link) : undefined;
}

function guidOf({ guid = '' }: RawEntry): string | undefined {
  const clean = cleanLine(guid.slice(0, 2 * MAX_GUID)).slice(0, MAX_GUID);
  return clean.replace(/\p{Surrogate}$/u, '') || undefined;
}

interface Body {
  html: string;
  text: string;
  /** its HTML before it was cut */
  whole: string;
  /** what it was made from; absent if there is nothing to read */
  raw?: RawText;
}

/** The first body that there is something to read in; the text does not depend on how much HTML is kept. */
function bodyOf(entry: RawEntry, maxHtml: number): Body {
  let spare = '';
  for (const raw of entry.bodies()) {
    const whole = cleanBlock(asHtml({ ...raw, value: readable(raw) }));
    const text = visibleText(whole, MAX_TEXT);
    if (text === '' && spare !== '') continue;
    const html = boundedHtml(whole, { base: raw.base, max: maxHtml });
    if (text !== '') return { html, text, raw, whole };
    spare = html;
  }
  return { html: spare, text: '', whole: '' };
}

/** As much of a body as is read, with line ends as in Unix. */
function readable({ value, kind }: RawText): string {
  const trimmed = value.trim();
  let piece = trimmed;
  if (trimmed.length > MAX_READ) {
    piece = trimmed.slice(0, MAX_READ);
    if (isHtml({ value: piece, kind })) piece = boundedHtml(trimmed, { max: MAX_READ });
  }
  return piece.replace(/\r\n?/g, '\n');
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
export function authorOf(written: string): string | undefined {
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
