import type { Desk } from '../../model/desk/desk.ts';
import type { ImportedFeed } from '../../model/run/importedFeed.ts';
import { primarySubtag } from '../../text/primarySubtag.ts';
import type { Followed } from '../followed.ts';
import { namedLanguage } from '../namedLanguage.ts';
import { type NewSource, newSource } from '../newSource.ts';
import { feedAddress } from './feedAddress.ts';
import { folderTopics, type NewTopic } from './folderTopics.ts';
import type { OpmlFeed } from './readOpml.ts';

/** What an import writes. */
export interface ImportPlan {
  /** in the order of the list */
  feeds: ImportedFeed[];
  sources: NewSource[];
  /** for folders that no topic of the desk is called like */
  topics: NewTopic[];
  /** sources whose language the list does not say */
  languageAssumed: number;
}

export interface ImportOptions {
  followed: Followed;
  /** brings all spellings of an address to one */
  canonical(address: string): string;
  /** why an address is not to be read, or nothing: one of a private network, say */
  refuse(address: string): string | undefined;
  /** of feeds whose language the list does not say */
  language: string;
  /** whether folders become topics */
  topics: boolean;
}

/**
 * What to write so that the desk follows a list: a source for each feed that it does not follow yet, and a topic for
 * each folder that has none. Nothing that is there changes, and nothing is fetched.
 */
export function planImport(
  listed: readonly OpmlFeed[],
  desk: Pick<Desk, 'settings' | 'sources' | 'topics' | 'quarantine'>,
  options: ImportOptions,
): ImportPlan {
  const wanted = new Map<string, { feed: string; outlines: OpmlFeed[]; told: ImportedFeed[] }>();
  const feeds = listed.map((outline): ImportedFeed => {
    const { title, line, feed: written } = outline;
    const about = { feed: written, title, line };
    const address = feedAddress(written);
    if ('fault' in address) return { ...about, result: 'unreadable', fault: address.fault };
    const { feed } = address;
    const fault = options.refuse(feed);
    if (fault !== undefined) return { ...about, result: 'unreadable', fault };
    const there = options.followed.byFeed(feed);
    if (there !== undefined) {
      const result = there.data.state === 'retired' ? 'retired' : 'there';
      return { ...about, result, path: there.path };
    }
    const key = options.canonical(feed);
    const one = wanted.get(key) ?? { feed, outlines: [], told: [] };
    wanted.set(key, one);
    const imported: ImportedFeed = {
      ...about,
      result: one.told.length === 0 ? 'written' : 'twice',
    };
    one.outlines.push(outline);
    one.told.push(imported);
    return imported;
  });

  const aside = desk.quarantine.filter(({ kind }) => kind === 'sources');
  const taken = new Set([...desk.sources, ...aside].map(({ name }) => name));
  const topics = folderTopics(desk);
  let languageAssumed = 0;
  const sources = [...wanted.values()].map(({ feed, outlines, told }) => {
    const said = outlines.map(languageOf).find((one) => one !== undefined);
    if (said === undefined) languageAssumed += 1;
    const language = said ?? options.language;
    const folders = options.topics ? outlines.flatMap((outline) => outline.folders) : [];
    const source = newSource(
      {
        title: outlines.map(({ title }) => title).find((title) => title !== '') ?? '',
        site: outlines.map(siteOf).find((site) => site !== undefined),
        feed,
        language,
        topics: topics.of(folders, primarySubtag(language) ?? language),
      },
      taken,
    );
    for (const one of told) one.path = source.path;
    return source;
  });
  return { feeds, sources, topics: topics.made, languageAssumed };
}

function siteOf({ site }: OpmlFeed): string | undefined {
  const address = feedAddress(site);
  return 'feed' in address ? address.feed : undefined;
}

function languageOf({ language }: OpmlFeed): string | undefined {
  return namedLanguage(language);
}
