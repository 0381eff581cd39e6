import type { FoundFeed } from '../../../model/run/foundFeed.ts';
import { dayOf } from '../../../text/time.ts';
import { count } from '../../command/count.ts';

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
}

/** A feed in a few lines: what it is called, where it is, what is in it and what is newest. */
export function describeFeed(
  found: FoundFeed,
  { number, timeZone, followedBy }: DescribeOptions,
): string {
  const { feed, title, format, total, language, comments, newest, duplicates } = found;
  const facts = [
    FORMATS[format] ?? format,
    count(total, 'item'),
    ...(language === undefined ? [] : [languageName(language)]),
    ...(comments ? ['comments, not articles'] : []),
  ];
  const days = newest.map(({ title, published }) => {
    const day = published === undefined ? 'no date   ' : dayOf(published, timeZone);
    return `${day}  ${title}`;
  });
  const lines = [
    feed,
    facts.join(', '),
    ...days,
    ...duplicates.map((duplicate) => `the same at ${duplicate}`),
    ...(followedBy === undefined ? [] : [`followed already: ${followedBy}`]),
  ];
  return [
    `${String(number).padStart(2)}  ${title ?? '(no title)'}`,
    ...lines.map((line) => `    ${line}`),
  ].join('\n');
}

function languageName(language: string): string {
  return `${new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language} (${language})`;
}
