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
  if (rest.length > 1) {
    const given = rest.join(' ');
    throw new CribaError('usage/address', { why: 'several', given, example: EXAMPLE });
  }
  const why = 'fault' in address ? address.fault : 'empty';
  throw why === 'empty'
    ? new CribaError('usage/address', { why: 'siteMissing', example: EXAMPLE })
    : new CribaError('usage/address', { why, given: written, example: EXAMPLE });
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
  throw new CribaError('usage/feed', { why: 'noNumber', given: String(value) });
}

function readName(
  value: unknown,
  others: readonly { name: string; path: string }[],
): string | undefined {
  if (value === undefined) return undefined;
  const name = Name.safeParse(value);
  const other = others.find((one) => one.name === value);
  if (name.success && other === undefined) return name.data;
  throw other === undefined
    ? new CribaError('usage/name', { why: 'form', given: String(value) })
    : new CribaError('usage/name', { why: 'taken', path: other.path });
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
  throw new CribaError('usage/topic', { name: unknown, known });
}
