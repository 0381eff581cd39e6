import type { Desk, Entry } from '../model/desk/desk.ts';
import { feedPlace, type Source } from '../model/desk/source.ts';
import type { SiteLanguage } from '../model/desk/text.ts';
import type { Instant } from '../model/desk/time.ts';
import { cleanLine } from '../text/clean.ts';
import { attributes, element } from './xml.ts';

export interface OpmlOptions {
  now: Instant;
  /** the retired ones, too */
  retired?: boolean;
}

/** A subscription list and what is in it. */
export interface Opml {
  text: string;
  /** the sources that it lists, in the order of their files */
  listed: Entry<Source>[];
  /** sources whose feed is no web address, so that no other reader could ask for it */
  leftOut: Entry<Source>[];
}

/**
 * The sources of a desk as OPML 2.0. Folders are topics, called as in the desk's first language: a source of several
 * stands in each, one of none beside them.
 * @see http://opml.org/spec2.opml
 */
export function opml(
  { settings, sources, topics }: Pick<Desk, 'settings' | 'sources' | 'topics'>,
  { now, retired = false }: OpmlOptions,
): Opml {
  const wanted = sources.filter(({ data }) => retired || data.state !== 'retired');
  const listed = wanted.filter(({ data }) => feedPlace(data.feed) === 'address');
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '<head>',
    element('title', cleanLine(settings.name)),
    element('dateCreated', new Date(now).toUTCString()),
    element('docs', 'http://opml.org/spec2.opml'),
    '</head>',
    '<body>',
    ...folders(listed, topics, settings.languages),
    ...listed.filter(({ data }) => data.topics.length === 0).map(outline),
    '</body>',
    '</opml>',
  ];
  return {
    text: `${lines.join('\n')}\n`,
    listed,
    leftOut: wanted.filter((source) => !listed.includes(source)),
  };
}

/** A folder for each topic that has a source: first in the order of the topics' files, then those without a file. */
function folders(
  sources: readonly Entry<Source>[],
  topics: Desk['topics'],
  languages: readonly SiteLanguage[],
): string[] {
  const titles = new Map(topics.map(({ name, data }) => [name, data.title]));
  const names = new Set([...titles.keys(), ...sources.flatMap(({ data }) => data.topics)]);
  return [...names].flatMap((topic) => {
    const inside = sources.filter(({ data }) => data.topics.includes(topic));
    if (inside.length === 0) return [];
    const title = titleIn(titles.get(topic) ?? {}, languages) ?? topic;
    const opening = `<outline${attributes({ text: title, title })}>`;
    return [opening, ...inside.map(outline), '</outline>'];
  });
}

function outline({ data: { title, feed, site, language } }: Entry<Source>): string {
  // Readers take `rss` for every kind of feed.
  const values = { text: title, title, type: 'rss', xmlUrl: feed, htmlUrl: site, language };
  return `<outline${attributes(values)}/>`;
}

function titleIn(
  title: Partial<Record<SiteLanguage, string>>,
  languages: readonly SiteLanguage[],
): string | undefined {
  return languages.map((language) => title[language]).find(Boolean) ?? Object.values(title)[0];
}
