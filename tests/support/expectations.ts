import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import iconv from 'iconv-lite';
import type { Draft } from '../../src/harvest/normalise/draft.ts';
import type { ParsedFeed } from '../../src/harvest/parse/parsedFeed.ts';
import { visibleText } from '../../src/text/visibleText.ts';
import { CORPORA } from './corpora.ts';

/** What a correct reader sees in a file, by the place where feedparser for Python keeps it. */
export interface Expectation {
  file: string;
  headers: Record<string, string>;
  asserts: Assertion[];
}

export interface Assertion {
  op: 'eq' | 'ne' | 'len' | 'absent' | 'truthy' | 'falsy' | 'parse';
  path: (string | number)[];
  value?: unknown;
  /** `value` is seconds since 1970 */
  date?: boolean;
}

/**
 * `notApplicable`: Criba has no field for it. Of a file that need but be read without a crash it is only told whether
 * it was `read` or `refused`.
 */
export type Verdict = 'pass' | 'fail' | 'notApplicable' | 'read' | 'refused';

export const CONFORMANCE = join(CORPORA, 'feeds/conformance');

export function readExpectations(): Expectation[] {
  return JSON.parse(readFileSync(join(CONFORMANCE, 'expectations.json'), 'utf8'));
}

interface Read {
  file: string;
  asserts: readonly Assertion[];
  bytes: Uint8Array;
  /** undefined where the file is no feed */
  feed: ParsedFeed | undefined;
}

/** Whether what Criba reads in a file is what an assertion says. */
export function verdictOn(assertion: Assertion, read: Read): Verdict {
  if (assertion.op === 'parse') return read.feed === undefined ? 'refused' : 'read';
  const field = fieldOf(assertion, read);
  if (field === undefined) return 'notApplicable';
  return read.feed !== undefined && field(read.feed) ? 'pass' : 'fail';
}

type Check = (feed: ParsedFeed) => boolean;

/** How an assertion is checked; undefined where Criba has no field for it. */
function fieldOf(
  { op, path, value }: Assertion,
  { file, bytes, feed, asserts }: Read,
): Check | undefined {
  const [root, second, ...rest] = path;
  if (op === 'len' && root === 'entries' && second === undefined) {
    return ({ total }) => total === value;
  }
  if (root === 'entries' && typeof second === 'number') {
    // Of a whole text and its summary Criba keeps the whole.
    const whole = asserts.some(({ path }) => path[1] === second && path[2] === 'content');
    if (whole && (rest[0] === 'summary' || rest[0] === 'summary_detail')) return undefined;
    const check = entryField(rest.join('.'), op, value, file);
    if (check === undefined) return undefined;
    return ({ entries }) => {
      const draft = entries[second];
      return draft !== undefined && check(draft);
    };
  }
  if (op !== 'eq') return undefined;
  if (root === 'encoding') return ({ charset }) => sameDecoding(bytes, charset, String(value));
  if (root === 'version') return ({ format }) => format === formatOf(String(value));
  // The authors of a feed are those of its entries, where these name none.
  if (second === 'author' || second === 'author_detail' || second === 'authors') {
    const names = asserts.some(({ path }) => path[0] === 'entries' && path[2] === second);
    if (names || feed?.entries[0] === undefined) return undefined;
    const check = entryField(path.slice(1).join('.'), op, value, file);
    return check && (({ entries }) => entries[0] !== undefined && check(entries[0]));
  }
  return feedField(path.slice(1).join('.'), value);
}

function feedField(path: string, value: unknown): Check | undefined {
  switch (path) {
    case 'title':
    case 'title_detail.value':
      return ({ title }) => sameLine(title, value);
    case 'language':
    case 'title_detail.language':
      return ({ language }) => sameLanguage(language, value);
    case 'link':
      return ({ site }) => sameAddress(site, value);
    case 'ttl':
      return ({ hints }) => String(hints?.ttl) === value;
    default:
      return undefined;
  }
}

function entryField(
  path: string,
  op: Assertion['op'],
  value: unknown,
  file: string,
): ((draft: Draft) => boolean) | undefined {
  const sanitised = file.includes('sanitize/');
  if (path === 'link' && op === 'absent') return ({ url }) => url === undefined;
  if (path === 'guidislink') return ({ url, guid }) => (url === guid) === (op === 'truthy');
  if (op === 'len')
    return path === 'tags' ? ({ categories }) => categories.length === value : undefined;
  if (op === 'ne')
    return path === 'category' ? ({ categories }) => categories.length > 0 : undefined;
  if (op !== 'eq') return undefined;
  const plain = path.replace(/\.\d+(?=\.|$)/g, '.*');
  const number = Number(/\.(\d+)(?:\.|$)/.exec(path)?.[1] ?? 0);
  const text = ({ html }: Draft) => (sanitised ? sameSight(html, value) : sameMarkup(html, value));
  switch (plain) {
    case 'title':
    case 'title_detail.value':
      return ({ title }) => sameLine(title, value);
    case 'summary':
    case 'summary_detail.value':
    case 'description':
      return text;
    case 'content.*.value':
      return number === 0 ? text : undefined;
    case 'link':
      return ({ url }) => sameAddress(url, value);
    case 'links.*.href':
      return number === 0 ? ({ url }) => sameAddress(url, value) : undefined;
    case 'id':
    case 'guid':
      return ({ guid }) => sameLine(guid, value);
    case 'author':
      return ({ author }) => sameLine(author, String(value).replace(/\s*\(\S+@\S+\)$/, ''));
    case 'author_detail.name':
      return ({ author }) => sameLine(author, value);
    case 'authors.*.name':
      return number === 0 ? ({ author }) => sameLine(author, value) : undefined;
    case 'published_parsed':
    case 'issued_parsed':
    case 'created_parsed':
      return ({ published }) => sameMoment(published, value);
    case 'updated_parsed':
    case 'modified_parsed':
      return ({ published, updated }) => sameMoment(updated ?? published, value);
    case 'tags.*.term':
    case 'tags.*.label':
    case 'category':
      return ({ categories }) => sameLine(categories[number], value);
    case 'comments':
      return ({ comments }) => sameAddress(comments, value);
    case 'license':
    case 'media_license.href':
      return ({ license }) => sameAddress(license, value);
    case 'language':
    case 'title_detail.language':
    case 'summary_detail.language':
    case 'content.*.language':
      return ({ language }) => sameLanguage(language, value);
    case 'media_thumbnail.*.url':
    case 'image.href':
      return number === 0 ? ({ image }) => sameAddress(image, value) : undefined;
    default:
      return undefined;
  }
}

/** A title is one line of plain text: what a reader would see of the expected one, or that itself where it is plain. */
function sameLine(ours: string | undefined, expected: unknown): boolean {
  const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const wanted = String(expected ?? '');
  return plain(ours ?? '') === plain(wanted) || plain(ours ?? '') === visibleText(wanted);
}

function sameLanguage(ours: string | undefined, expected: unknown): boolean {
  const plain = (language: string) => language.toLowerCase().replaceAll('_', '-');
  return plain(ours ?? '') === plain(String(expected ?? ''));
}

/** Addresses are written alike where a browser would go to the same place. */
function sameAddress(ours: string | undefined, expected: unknown): boolean {
  return ours === URL.parse(String(expected))?.href;
}

function sameMoment(ours: string | undefined, expected: unknown): boolean {
  return ours !== undefined && Date.parse(ours) / 1000 === expected;
}

/** The same tags, attributes and texts, whatever their white space, entities and quotes. */
function sameMarkup(ours: string, expected: unknown): boolean {
  return canonical(ours) === canonical(String(expected ?? ''));
}

/** The same words and the same links for a reader, whatever else is in the markup: Criba sanitises later. */
function sameSight(ours: string, expected: unknown): boolean {
  const wanted = String(expected ?? '');
  const links = linksIn(ours);
  return (
    visibleText(ours) === visibleText(wanted) &&
    linksIn(wanted).every((link) => links.includes(link))
  );
}

/** Where the links of a text lead that a sanitiser would leave. */
function linksIn(html: string): string[] {
  return [...canonical(html).matchAll(/ href="(https?:[^"]*)"/g)].map(([, link = '']) => link);
}

function canonical(html: string): string {
  let out = '';
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const written = Object.entries(attributes)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([key, value]) => ` ${key}="${value.trim()}"`);
      out += `<${name}${written.join('')}>`;
    },
    ontext: (text) => {
      out += text;
    },
    onclosetag: (name, implied) => {
      if (!implied) out += `</${name}>`;
    },
  });
  parser.end(html);
  return out
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/> | </g, (piece) => piece.trim())
    .trim();
}

/** Names of encodings are alike where they read these bytes alike. */
function sameDecoding(bytes: Uint8Array, ours: string, expected: string): boolean {
  if (ours.toLowerCase() === expected.toLowerCase()) return true;
  const read = (name: string) =>
    iconv.encodingExists(name) ? iconv.decode(Buffer.from(bytes), name) : undefined;
  return read(ours) !== undefined && read(ours) === read(expected);
}

function formatOf(version: string): string {
  if (/^rss(?:090|10)$/.test(version)) return 'rdf';
  return version.replace(/\d.*$/, '');
}
