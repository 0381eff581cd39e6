import type { NewTopic } from '../../../harvest/opml/folderTopics.ts';
import type { OpmlList } from '../../../harvest/opml/readOpml.ts';
import { faultText } from '../../../i18n/faultText.ts';
import type { CodedFault } from '../../../model/run/fault.ts';
import {
  IMPORT_RESULTS,
  type ImportedFeed,
  type ImportResult,
} from '../../../model/run/importedFeed.ts';
import { count } from '../../command/count.ts';
import type { Terminal } from '../../command/terminal.ts';

const WORDS: Readonly<Record<ImportResult, string>> = {
  written: 'written',
  there: 'already there',
  retired: 'already there, retired',
  twice: 'listed twice',
  unreadable: 'unreadable',
};

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
  const width = feeds.reduce(
    (most, { result }) => Math.max(most, wordFor(result, dryRun).length),
    WORDS.there.length,
  );
  for (const { path, result, feed, title, line, fault: why } of feeds) {
    const file = path === undefined ? undefined : `${folder}/${path}`;
    const written = result === 'written' && !dryRun;
    const unreadable = why === undefined ? undefined : unreadableFeed(feed || title, why);
    const fault = unreadable && faultText(unreadable, terminal.speech.lang).message;
    terminal.record({ kind: 'listed', feed, title, line, fate: result, fault, why, written, file });
    if (unreadable) {
      terminal.finding({ file: list, line, column: 1, severity: 'warning', ...unreadable });
    } else terminal.answer(`${wordFor(result, dryRun).padEnd(width)}  ${file}  ${feed}`);
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
    terminal.answer(`${dryRun ? 'topic to be written' : 'topic written'}  ${file}  ${title}`);
    terminal.record({ kind: 'topic', topic: name, file, title, written: !dryRun });
  }
}

/** What of a list was not read: all of it, if it has no feed, and lists that it points to. */
export function warnOfList(
  { feeds, lists }: OpmlList,
  { list }: Pick<ImportNames, 'list'>,
  terminal: Terminal,
): void {
  if (feeds.length === 0) {
    const hint = 'Export the list anew from your reader, as OPML.';
    terminal.warn('opml/no-feeds', `${list} has no feed in it.`, hint);
  }
  for (const other of lists) {
    const text = `${list} points to another list, which is not read: ${other}`;
    terminal.warn('opml/other-list', text, 'Save it as a file and import that.');
  }
}

/** How many sources were taken to be in the desk's first language, since the list does not say theirs. */
export function warnOfLanguage(number: number, language: string, terminal: Terminal): void {
  terminal.warn(
    'source/language-assumed',
    `The list does not say the language of ${count(number, 'new source')}: taken for ${language}, the desk's first.`,
    'Correct `language` in the files of the others, or import with --language.',
  );
}

/** That no audience is interested in the new topics yet. */
export function warnOfNewTopics(number: number, folder: string, terminal: Terminal): void {
  const them = number === 1 ? 'it' : 'them';
  terminal.warn(
    'topic/new',
    `${count(number, 'new topic')}: no audience is interested in ${them} yet, so nothing is chosen for ${them}.`,
    `Add more terms to each, and name it under \`interests\` in ${folder}/audiences/.`,
  );
}

/** An import in a line whose counts add up: `42 feeds = 30 written + 10 already there + 2 unreadable; 3 topics written`. */
export function importLine(
  { feeds, topics }: { feeds: readonly ImportedFeed[]; topics: number },
  dryRun: boolean,
): string {
  const parts = IMPORT_RESULTS.flatMap((result) => {
    const number = feeds.filter((feed) => feed.result === result).length;
    return number === 0 ? [] : [`${number} ${wordFor(result, dryRun)}`];
  });
  return [
    `${count(feeds.length, 'feed')}${parts.length > 0 ? ` = ${parts.join(' + ')}` : ''}`,
    ...(topics > 0 ? [`${count(topics, 'topic')} ${dryRun ? 'to be written' : 'written'}`] : []),
    ...(dryRun ? ['0 written (dry run)'] : []),
  ].join('; ');
}

function wordFor(result: ImportResult, dryRun: boolean): string {
  return result === 'written' && dryRun ? 'to be written' : WORDS[result];
}
