import type { NewTopic } from '../../../harvest/opml/folderTopics.ts';
import type { OpmlList } from '../../../harvest/opml/readOpml.ts';
import type { CommandWords } from '../../../i18n/commandWords.ts';
import { faultText } from '../../../i18n/faultText.ts';
import type { CodedFault } from '../../../model/run/fault.ts';
import {
  IMPORT_RESULTS,
  type ImportedFeed,
  type ImportResult,
} from '../../../model/run/importedFeed.ts';
import type { Terminal } from '../../command/terminal.ts';

export interface ImportNames {
  /** the list, as a person wrote its name */
  list: string;
  /** the desk's folder */
  folder: string;
  dryRun: boolean;
}

/** What became of each feed of a list: a line for those that can be read, a finding for those that cannot. */
export function reportImport(
  feeds: readonly ImportedFeed[],
  { list, folder, dryRun }: ImportNames,
  terminal: Terminal,
): void {
  const { speech } = terminal;
  const wordFor = (result: ImportResult) => speech.say(`sources.fate.${done(result, dryRun)}`);
  const width = feeds.reduce(
    (most, { result }) => Math.max(most, wordFor(result).length),
    wordFor('there').length,
  );
  for (const { path, result, feed, title, line, fault: why } of feeds) {
    const file = path === undefined ? undefined : `${folder}/${path}`;
    const written = result === 'written' && !dryRun;
    const unreadable = why === undefined ? undefined : unreadableFeed(feed || title, why);
    const fault = unreadable && faultText(unreadable, terminal.speech.lang).message;
    terminal.record({ kind: 'listed', feed, title, line, fate: result, fault, why, written, file });
    if (unreadable) {
      terminal.finding({ file: list, line, column: 1, severity: 'warning', ...unreadable });
    } else terminal.answer(`${wordFor(result).padEnd(width)}  ${file}  ${feed}`);
  }
}

function unreadableFeed(
  name: string,
  why: NonNullable<ImportedFeed['fault']>,
): CodedFault<'opml/unreadable'> {
  const values = name === '' ? ({ why: 'nameless' } as const) : { why, name };
  return { code: 'opml/unreadable', values };
}

/** The topics that were written, or would be: one for each folder of a list that has none. */
export function reportTopics(
  topics: readonly NewTopic[],
  { folder, dryRun }: Pick<ImportNames, 'folder' | 'dryRun'>,
  terminal: Terminal,
): void {
  for (const { name, path, title } of topics) {
    const file = `${folder}/${path}`;
    const word = terminal.speech.say(dryRun ? 'sources.topicToBeWritten' : 'sources.topicWritten');
    terminal.answer(`${word}  ${file}  ${title}`);
    terminal.record({ kind: 'topic', topic: name, file, title, written: !dryRun });
  }
}

/** What of a list was not read: all of it, if it has no feed, and lists that it points to. */
export function warnOfList(
  { feeds, lists }: OpmlList,
  { list }: Pick<ImportNames, 'list'>,
  terminal: Terminal,
): void {
  const { speech } = terminal;
  if (feeds.length === 0) {
    const text = speech.say('sources.emptyList', { list });
    terminal.warn('opml/no-feeds', text, speech.say('sources.emptyListHint'));
  }
  for (const other of lists) {
    const text = speech.say('sources.otherList', { list, other });
    terminal.warn('opml/other-list', text, speech.say('sources.otherListHint'));
  }
}

/** How many sources were taken to be in the desk's first language, since the list does not say theirs. */
export function warnOfLanguage(number: number, language: string, terminal: Terminal): void {
  terminal.warn(
    'source/language-assumed',
    terminal.speech.say('sources.languageAssumed', { n: number, language }),
    terminal.speech.say('sources.languageAssumedHint'),
  );
}

/** That no audience is interested in the new topics yet. */
export function warnOfNewTopics(number: number, folder: string, terminal: Terminal): void {
  terminal.warn(
    'topic/new',
    terminal.speech.say('sources.newTopics', { n: number }),
    terminal.speech.say('sources.newTopicsHint', { folder }),
  );
}

/** An import in a line whose counts add up: `42 feeds = 30 written + 10 already there + 2 unreadable; 3 topics written`. */
export function importLine(
  { feeds, topics }: { feeds: readonly ImportedFeed[]; topics: number },
  { dryRun, speech }: { dryRun: boolean; speech: CommandWords },
): string {
  const parts = IMPORT_RESULTS.flatMap((result) => {
    const n = feeds.filter((feed) => feed.result === result).length;
    return n === 0 ? [] : [speech.say(`sources.result.${done(result, dryRun)}`, { n })];
  });
  const all = speech.say('count.feeds', { n: feeds.length });
  return [
    parts.length > 0 ? `${all} = ${parts.join(' + ')}` : all,
    ...(topics > 0
      ? [speech.say(dryRun ? 'sources.topicsToBeWritten' : 'sources.topics', { n: topics })]
      : []),
    ...(dryRun ? [speech.say('frame.dryRun')] : []),
  ].join('; ');
}

/** Under a dry run nothing is written, though it would be. */
function done(result: ImportResult, dryRun: boolean): ImportResult | 'toBeWritten' {
  return result === 'written' && dryRun ? 'toBeWritten' : result;
}
