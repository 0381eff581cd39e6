import type { Change } from '../model/desk/desk.ts';
import { fillIn } from '../model/desk/kind.ts';
import { asciiWords } from '../model/desk/slug.ts';
import { SOURCES, type Source } from '../model/desk/source.ts';
import { cleanLine, cutAtWord } from '../text/clean.ts';
import { withoutSequences } from '../text/withoutSequences.ts';

/** What is known of a source when it is first written. */
export interface SourceDraft extends Pick<Source, 'feed' | 'language' | 'topics'> {
  /** may be empty: it is then called as its host is */
  title: string;
  site?: string | undefined;
}

export type NewSource = Extract<Change, { do: 'create' }> & { name: string };

const MAX_TITLE = 120;

/**
 * The file of a new source: on trial, and no more than linked to until somebody has asked. Its body is left to people.
 * @param taken names that other sources have; the new one is added
 * @param chosen a name instead of one made from the title
 */
export function newSource(
  { title, site, feed, language, topics }: SourceDraft,
  taken: Set<string>,
  chosen?: string,
): NewSource {
  const line = cleanLine(withoutSequences(title));
  const name = chosen ?? freeName(asciiWords(line) || asciiWords(hostOf(feed)) || 'source', taken);
  taken.add(name);
  const { template } = SOURCES;
  const data = fillIn(template, {
    title: cutAtWord(line, MAX_TITLE) || hostOf(feed),
    site,
    feed,
    language,
    topics,
  });
  const { body } = template;
  return { do: 'create', kind: 'sources', name, path: `sources/${name}.md`, data, body };
}

/** A name that is free: the preferred one, or if others have it already, that one with `-2`, `-3`, … to it. */
export function freeName(preferred: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? preferred : `${preferred}-${n}`;
    if (!taken.has(name)) return name;
  }
}

function hostOf(feed: string): string {
  return new URL(feed).host.replace(/^www\./, '');
}
