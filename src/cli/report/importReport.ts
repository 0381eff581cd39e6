import {
  IMPORT_RESULTS,
  type ImportedFeed,
  type ImportResult,
} from '../../model/run/importedFeed.ts';
import { count } from '../command/count.ts';
import type { Terminal } from '../command/terminal.ts';

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
export function tellImport(
  feeds: readonly ImportedFeed[],
  { list, folder, dryRun }: ImportNames,
  terminal: Terminal,
): void {
  const width = feeds.reduce(
    (most, { result }) => Math.max(most, wordFor(result, dryRun).length),
    WORDS.there.length,
  );
  for (const { path, result, feed, title, line, fault } of feeds) {
    const file = path === undefined ? undefined : `${folder}/${path}`;
    const written = result === 'written' && !dryRun;
    terminal.record({ kind: 'listed', feed, title, line, fate: result, fault, written, file });
    if (result !== 'unreadable') {
      terminal.answer(`${wordFor(result, dryRun).padEnd(width)}  ${file}  ${feed}`);
      continue;
    }
    const name = feed === '' ? title || 'An outline' : feed;
    terminal.finding({
      file: list,
      line,
      column: 1,
      code: 'opml/unreadable',
      severity: 'warning',
      message: `${name} ${fault}.`,
      hint: 'Find its address on its pages: npm run sources -- add <address>',
    });
  }
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
