import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Words, words } from '../i18n/words.ts';
import { CANDIDATES_NOTE, monthFolder } from '../model/desk/candidatePlace.ts';
import type { Change } from '../model/desk/desk.ts';
import { SiteLanguage } from '../model/desk/text.ts';
import type { Instant } from '../model/desk/time.ts';
import { listFiles } from './listFiles.ts';

type Languages = readonly SiteLanguage[];

/** What becomes of the README.md files below `candidates/`. */
export interface FolderNotes {
  /** texts by path */
  write: Map<string, string>;
  remove: string[];
}

/**
 * The README.md files that changes to candidates bring with them, so that git never finds `candidates/`, or a month's folder
 * in it, empty. If people have edited one, it stays as they left it. A month's folder that holds nothing else goes when the
 * month has been over for a year.
 * @param languages the desk's
 */
export function folderNotes(
  folder: string,
  changes: readonly Change[],
  { languages, now }: { languages: Languages; now: Instant },
): FolderNotes {
  const paths = changes.flatMap(placesOf).filter((path) => path.startsWith('candidates/'));
  const months = new Set(paths.flatMap((path) => monthFolder(path) ?? []));
  const wanted = [
    ...(paths.length > 0 ? [[CANDIDATES_NOTE, candidatesNote] as const] : []),
    ...[...months]
      .filter((month) => !isYearOld(month, now))
      .map((month) => [`${month}/README.md`, monthNote(month)] as const),
  ];
  return {
    write: new Map(
      wanted
        .filter(([path, text]) => isToWrite(join(folder, path), text, languages))
        .map(([path, text]) => [path, text(languages)]),
    ),
    remove: abandonedNotes(folder, now),
  };
}

/** Where a change adds a file or takes one away. */
function placesOf(change: Change): string[] {
  if (change.do === 'edit') return [];
  if (change.do === 'copy') return [change.to];
  return 'from' in change ? [change.from, change.to] : [change.path];
}

/** Whether a README is missing, or is as Criba wrote it for a desk of other languages. */
function isToWrite(place: string, text: (languages: Languages) => string, languages: Languages) {
  const stat = lstatSync(place, { throwIfNoEntry: false });
  if (stat === undefined) return true;
  if (!stat.isFile()) return false;
  const now = readFileSync(place, 'utf8');
  return now !== text(languages) && isOurs(now, text);
}

function isOurs(text: string, made: (languages: Languages) => string): boolean {
  const all = SiteLanguage.options;
  const orders = [...all.map((one) => [one]), all, all.toReversed()];
  return orders.some((languages) => made(languages) === text);
}

/** The notes of months that have been over for a year, if nothing else stands beside them and nobody has edited them. */
function abandonedNotes(folder: string, now: Instant): string[] {
  const { files, links } = listFiles(folder, 'candidates');
  const byMonth = Map.groupBy([...files, ...links], monthFolder);
  return [...byMonth].flatMap(([month, [path = '', ...others]]) =>
    month !== undefined &&
    others.length === 0 &&
    path === `${month}/README.md` &&
    isYearOld(month, now) &&
    isOurs(readFileSync(join(folder, path), 'utf8'), monthNote(month))
      ? [path]
      : [],
  );
}

function isYearOld(month: string, now: Instant): boolean {
  const [, year = '', number = ''] = month.split('/');
  return Date.parse(now) >= Date.UTC(Number(year) + 1, Number(number));
}

/** What the folder of candidates is for, and how to decide: in each of the desk's languages, one after the other. */
export function candidatesNote(languages: Languages): string {
  return languages.map((lang) => candidatesText(words(lang))).join('\n');
}

function candidatesText({ say }: Words): string {
  const blocks = [
    `# ${say('candidatesNote.title')}`,
    say('candidatesNote.about'),
    say('candidatesNote.decide'),
    [say('candidatesNote.keep'), say('candidatesNote.drop'), say('candidatesNote.later')]
      .map((line) => `- ${line}`)
      .join('\n'),
    say('candidatesNote.delete'),
    say('candidatesNote.settle'),
    say('candidatesNote.stay'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** That the candidates of a month's folder have moved up, and when the folder may go. */
function monthNote(month: string): (languages: Languages) => string {
  return (languages) =>
    languages
      .map((lang) => `${words(lang).say('monthNote.moved', { folder: month })}\n`)
      .join('\n');
}
