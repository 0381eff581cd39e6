import type { Desk } from '../../model/desk/desk.ts';
import type { ImportedFeed } from '../../model/run/importedFeed.ts';
import { primarySubtag } from '../../text/primarySubtag.ts';
import type { Followed } from '../followed.ts';
import { namedLanguage } from '../namedLanguage.ts';
import { type NewSource, newSource, type SourceDraft } from '../newSource.ts';
import { feedAddress } from './feedAddress.ts';
import { type FolderTopics, folderTopics, type NewTopic } from './folderTopics.ts';
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
  refuse(address: string): ImportedFeed['fault'];
  /** of feeds whose language the list does not say */
  language: string;
  /** whether folders become topics */
  topics: boolean;
}

/** A feed of the list that the desk does not follow yet. */
interface NewFeed {
  feed: string;
  /** those that name it, in the order of the list */
  outlines: OpmlFeed[];
  /** what is said of each of them */
  imported: ImportedFeed[];
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
  const newFeeds = new Map<string, NewFeed>();
  const feeds = listed.map((outline) => importFeed(outline, newFeeds, options));
  const quarantined = desk.quarantine.filter(({ kind }) => kind === 'sources');
  const taken = new Set([...desk.sources, ...quarantined].map(({ name }) => name));
  const topics = folderTopics(desk);
  const sources = [...newFeeds.values()].map((one) => {
    const source = newSource(toDraft(one, topics, options), taken);
    for (const imported of one.imported) imported.path = source.path;
    return source;
  });
  const unsaid = [...newFeeds.values()].filter((one) => languageOf(one) === undefined);
  return { feeds, sources, topics: topics.made, languageAssumed: unsaid.length };
}

/** Says what becomes of an outline. One that is to be followed is added to `newFeeds`, by its canonical address. */
function importFeed(
  outline: OpmlFeed,
  newFeeds: Map<string, NewFeed>,
  { refuse, followed, canonical }: ImportOptions,
): ImportedFeed {
  const { title, line, feed: written } = outline;
  const facts = { feed: written, title, line };
  const address = feedAddress(written);
  if ('fault' in address) return { ...facts, result: 'unreadable', fault: address.fault };
  const { feed } = address;
  const fault = refuse(feed);
  if (fault !== undefined) return { ...facts, result: 'unreadable', fault };
  const source = followed.byFeed(feed);
  if (source !== undefined) {
    const result = source.data.state === 'retired' ? 'retired' : 'there';
    return { ...facts, result, path: source.path };
  }
  const key = canonical(feed);
  const known = newFeeds.get(key);
  const imported: ImportedFeed = { ...facts, result: known === undefined ? 'written' : 'twice' };
  if (known === undefined) newFeeds.set(key, { feed, outlines: [outline], imported: [imported] });
  else {
    known.outlines.push(outline);
    known.imported.push(imported);
  }
  return imported;
}

function toDraft(one: NewFeed, topics: FolderTopics, options: ImportOptions): SourceDraft {
  const { feed, outlines } = one;
  const language = languageOf(one) ?? options.language;
  const folders = options.topics ? outlines.flatMap((outline) => outline.folders) : [];
  return {
    title: outlines.map(({ title }) => title).find((title) => title !== '') ?? '',
    site: outlines.map(siteOf).find((site) => site !== undefined),
    feed,
    language,
    topics: topics.of(folders, primarySubtag(language) ?? language),
  };
}

function siteOf({ site }: OpmlFeed): string | undefined {
  const address = feedAddress(site);
  return 'feed' in address ? address.feed : undefined;
}

/** The language that the list says; undefined if it says none. */
function languageOf({ outlines }: NewFeed): string | undefined {
  return outlines
    .map(({ language }) => namedLanguage(language))
    .find((language) => language !== undefined);
}
