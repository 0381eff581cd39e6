import type { Invocation } from '../../src/cli/command/command.ts';
import { feedAddress } from '../../src/harvest/opml/feedAddress.ts';
import type { Desk } from '../../src/model/desk/desk.ts';
import { Name } from '../../src/model/desk/text.ts';
import { CribaError } from '../../src/model/run/error.ts';

export const EXAMPLE = 'npm run sources -- add https://water.example/blog';

export function readAddress(rest: readonly string[]): string {
  const [written = ''] = rest;
  const address = feedAddress(written, { bare: true });
  if (rest.length === 1 && 'feed' in address) return address.feed;
  const message =
    rest.length === 0
      ? 'add needs the address of a site or of its feed.'
      : rest.length > 1
        ? `"${rest.join(' ')}" is more than one address.`
        : `"${written}" ${'fault' in address ? address.fault : ''}.`;
  throw new CribaError('usage/address', message, { hint: EXAMPLE });
}

/** What the flags of `sources add` ask for. */
export interface AddOptions {
  /** the number of the feed to follow, from 1 */
  feed: number | undefined;
  topics: string[];
  /** names that other sources have */
  taken: Set<string>;
  name: string | undefined;
}

export function readAddOptions({ values }: Invocation, desk: Desk): AddOptions {
  const aside = desk.quarantine.filter(({ kind }) => kind === 'sources');
  return {
    feed: readNumber(values.feed),
    topics: readTopics(values.topics, desk),
    taken: new Set([...desk.sources, ...aside].map(({ name }) => name)),
    name: readName(values.name, [...desk.sources, ...aside]),
  };
}

function readNumber(value: unknown): number | undefined {
  if (value === undefined || /^[1-9]\d{0,2}$/.test(String(value))) {
    return value === undefined ? undefined : Number(value);
  }
  throw new CribaError('usage/feed', `--feed is "${String(value)}".`, {
    hint: 'Give the number that stands before the feed: --feed 2',
  });
}

function readName(
  value: unknown,
  others: readonly { name: string; path: string }[],
): string | undefined {
  if (value === undefined) return undefined;
  const name = Name.safeParse(value);
  const other = others.find((one) => one.name === value);
  if (name.success && other === undefined) return name.data;
  throw new CribaError(
    'usage/name',
    other === undefined ? `--name is "${String(value)}".` : `There is ${other.path} already.`,
    {
      hint: 'A name is written with a-z, 0-9 and hyphens, at most 80 of them, and no two sources have the same.',
    },
  );
}

function readTopics(value: unknown, { topics, quarantine }: Desk): string[] {
  const aside = quarantine.filter(({ kind }) => kind === 'topics');
  const known = [...topics, ...aside].map(({ name }) => name);
  const named = String(value ?? '')
    .split(',')
    .map((topic) => topic.trim())
    .filter(Boolean);
  const unknown = named.find((topic) => !known.includes(topic));
  if (unknown === undefined) return [...new Set(named)];
  throw new CribaError('usage/topic', `There is no topic "${unknown}".`, {
    hint: `Topics of this desk: ${known.join(', ') || 'none'}`,
  });
}
