import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Draft } from '../../src/harvest/normalise/draft.ts';
import type { ParsedFeed } from '../../src/harvest/parse/parsedFeed.ts';
import {
  sameAddress,
  sameDecoding,
  sameLanguage,
  sameLine,
  sameMarkup,
  sameMoment,
  sameSight,
} from './comparisons.ts';
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
 * `notApplicable`: Criba has no field for it. Of a file that need only be read without a crash the verdict says whether
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

type EntryCheck = (draft: Draft) => boolean;

/** How an assertion about an entry is checked; undefined if Criba has no field for it. */
function entryField(
  path: string,
  op: Assertion['op'],
  value: unknown,
  file: string,
): EntryCheck | undefined {
  if (path === 'link' && op === 'absent') return ({ url }) => url === undefined;
  if (path === 'guidislink') return ({ url, guid }) => (url === guid) === (op === 'truthy');
  if (op === 'len')
    return path === 'tags' ? ({ categories }) => categories.length === value : undefined;
  if (op === 'ne')
    return path === 'category' ? ({ categories }) => categories.length > 0 : undefined;
  if (op !== 'eq') return undefined;
  const number = Number(/\.(\d+)(?:\.|$)/.exec(path)?.[1] ?? 0);
  const plain = path.replace(/\.\d+(?=\.|$)/g, '.*');
  if (CATEGORIES.has(plain)) return ({ categories }) => sameLine(categories[number], value);
  // Of the others Criba has the first.
  if (number !== 0 || !Object.hasOwn(FIELDS, plain)) return undefined;
  return (draft) => FIELDS[plain]?.(draft, value, file) === true;
}

type FieldCheck = (draft: Draft, value: unknown, file: string) => boolean;

const title: FieldCheck = (draft, value) => sameLine(draft.title, value);
const link: FieldCheck = ({ url }, value) => sameAddress(url, value);
const guid: FieldCheck = (draft, value) => sameLine(draft.guid, value);
const author: FieldCheck = (draft, value) => sameLine(draft.author, value);
const published: FieldCheck = (draft, value) => sameMoment(draft.published, value);
const updated: FieldCheck = (draft, value) => sameMoment(draft.updated ?? draft.published, value);
const license: FieldCheck = (draft, value) => sameAddress(draft.license, value);
const language: FieldCheck = (draft, value) => sameLanguage(draft.language, value);
const image: FieldCheck = (draft, value) => sameAddress(draft.image, value);
const text: FieldCheck = ({ html }, value, file) =>
  file.includes('sanitize/') ? sameSight(html, value) : sameMarkup(html, value);

const CATEGORIES = new Set(['tags.*.term', 'tags.*.label', 'category']);

/** Checks by the path of the suite, `*` for a number. */
const FIELDS: Readonly<Record<string, FieldCheck>> = {
  title,
  'title_detail.value': title,
  summary: text,
  'summary_detail.value': text,
  description: text,
  'content.*.value': text,
  link,
  'links.*.href': link,
  id: guid,
  guid,
  author: (draft, value) => author(draft, String(value).replace(/\s*\(\S+@\S+\)$/, ''), ''),
  'author_detail.name': author,
  'authors.*.name': author,
  published_parsed: published,
  issued_parsed: published,
  created_parsed: published,
  updated_parsed: updated,
  modified_parsed: updated,
  comments: (draft, value) => sameAddress(draft.comments, value),
  license,
  'media_license.href': license,
  language,
  'title_detail.language': language,
  'summary_detail.language': language,
  'content.*.language': language,
  'media_thumbnail.*.url': image,
  'image.href': image,
};

function formatOf(version: string): string {
  if (/^rss(?:090|10)$/.test(version)) return 'rdf';
  return version.replace(/\d.*$/, '');
}
