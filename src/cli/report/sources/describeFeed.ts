import type { CommandWords } from '../../../i18n/commandWords.ts';
import type { FoundFeed } from '../../../model/run/foundFeed.ts';
import { dayOf } from '../../../text/time.ts';

const FORMATS: Readonly<Record<string, string>> = {
  rss: 'RSS',
  atom: 'Atom',
  rdf: 'RSS 1.0',
  cdf: 'CDF',
  json: 'JSON Feed',
};

export interface DescribeOptions {
  /** by which a person chooses it */
  number: number;
  /** of the desk, for the days of items */
  timeZone: string;
  /** the file of the source that follows it already */
  followedBy?: string | undefined;
  speech: CommandWords;
}

/** A feed in a few lines: what it is called, where it is, what is in it and what is newest. */
export function describeFeed(
  found: FoundFeed,
  { number, timeZone, followedBy, speech }: DescribeOptions,
): string {
  const { feed, title, format, total, language, comments, newest, duplicates } = found;
  const facts = [
    FORMATS[format] ?? format,
    speech.say('count.items', { n: total }),
    ...(language === undefined ? [] : [`${speech.language(language)} (${language})`]),
    ...(comments ? [speech.say('sources.comments')] : []),
  ];
  const days = newest.map(({ title, published }) => {
    const day =
      published === undefined
        ? speech.say('sources.noDate').padEnd(10)
        : dayOf(published, timeZone);
    return `${day}  ${title}`;
  });
  const lines = [
    feed,
    facts.join(', '),
    ...days,
    ...duplicates.map((duplicate) => speech.say('sources.twin', { feed: duplicate })),
    ...(followedBy === undefined ? [] : [speech.say('sources.followedBy', { path: followedBy })]),
  ];
  return [
    `${String(number).padStart(2)}  ${title ?? speech.say('sources.noTitle')}`,
    ...lines.map((line) => `    ${line}`),
  ].join('\n');
}
