import { decodeHTML } from 'entities';
import { present, type RawEntry, type RawFeed, type RawText } from './rawFeed.ts';

/**
 * The entries of a document that is too broken for a parser: whatever stands between the tags of an entry that is
 * opened and closed, read field by field. An unfinished entry at the end is left out. Takes linear time.
 */
export function salvage(text: string, maxItems: number): RawFeed {
  const entries: RawEntry[] = [];
  const start = /<(?:[\w.-]+:)?(item|entry)(?:\s[^<>]*)?(\/?)>/gi;
  for (
    let open = start.exec(text);
    open !== null && entries.length < maxItems;
    open = start.exec(text)
  ) {
    const [tag, name = ''] = open;
    const from = open.index + tag.length;
    const end = new RegExp(`</(?:[\\w.-]+:)?${name}\\s*>`, 'gi');
    end.lastIndex = from;
    const close = tag.endsWith('/>') ? undefined : end.exec(text);
    if (close === null) break;
    const body = close === undefined ? '' : text.slice(from, close.index);
    entries.push(fromFields(body));
    start.lastIndex = from + body.length;
  }
  return { format: /<(?:\w+:)?feed[\s>]/i.test(text) ? 'atom' : 'rss', entries };
}

function fromFields(body: string): RawEntry {
  const all = (...names: string[]) => present(names.map((name) => field(body, name)));
  const guesses = (...names: string[]) =>
    all(...names).map((value): RawText => ({ value, kind: 'guess' }));
  return {
    titles: guesses('title'),
    links: present(
      /<(?:[\w.-]+:)?link\s[^<>]*?href\s*=\s*["']([^"'<>]*)/i.exec(body)?.[1],
      all('link'),
    ),
    permalinks: all('guid', 'id'),
    files: present(/<enclosure\s[^<>]*?url\s*=\s*["']([^"'<>]*)/i.exec(body)?.[1]),
    bases: [],
    bodies: guesses('encoded', 'content', 'description', 'summary'),
    authors: all('creator', 'name', 'author'),
    dates: all('pubdate', 'published', 'issued', 'date', 'updated', 'modified'),
    images: [],
    comments: [],
    categories: all('category', 'subject'),
  };
}

/** What stands in the first element of a name, whatever its prefix, decoded once. */
function field(body: string, name: string): string | undefined {
  const open = new RegExp(`<(?:[\\w.-]+:)?${name}(?:\\s[^<>]*)?>`, 'i').exec(body);
  if (open === null || open[0].endsWith('/>')) return undefined;
  const from = open.index + open[0].length;
  const rest = body.slice(from);
  const close = new RegExp(`</(?:[\\w.-]+:)?${name}\\s*>`, 'i').exec(rest);
  return decoded(close === null ? '' : rest.slice(0, close.index));
}

function decoded(xml: string): string {
  return xml
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((part) => (part.startsWith('<![CDATA[') ? part.slice(9, -3) : decodeHTML(part)))
    .join('')
    .trim();
}
