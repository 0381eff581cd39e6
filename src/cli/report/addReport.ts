import type { Discovery } from '../../harvest/discover/discover.ts';
import type { Followed } from '../../harvest/followed.ts';
import type { Desk, Entry } from '../../model/desk/desk.ts';
import type { Source } from '../../model/desk/source.ts';
import type { FoundFeed } from '../../model/run/foundFeed.ts';
import type { SourceCode } from '../../model/run/outcome.ts';
import { sourceErrorCode } from '../../model/run/sourceError.ts';
import type { ExitCode, Invocation } from '../command/command.ts';
import { count } from '../command/count.ts';
import type { Terminal } from '../command/terminal.ts';
import { describeFeed } from './describeFeed.ts';

const UNREAD_WORDS: Readonly<Partial<Record<SourceCode, string>>> = {
  timeout: 'gave no answer in time',
  notAFeed: 'is no feed',
  refused: 'is not a public address',
  unreachable: 'gives no connection',
};

/** The feeds that were found, by number, each with its newest items. */
export function tell(
  feeds: readonly FoundFeed[],
  places: Followed,
  { settings: { timeZone } }: Desk,
  { desk: folder, terminal }: Invocation,
): void {
  feeds.forEach((found, n) => {
    const number = n + 1;
    const by = feedsOf(found).map(places.byFeed).find(Boolean);
    const followedBy = by && `${folder}/${by.path}`;
    terminal.answer(`${describeFeed(found, { number, timeZone, followedBy })}\n`);
    terminal.record({ kind: 'feed', number, ...foundFeedRecord(found), followedBy });
  });
}

/** Feeds that the page names and that a person would otherwise look for in vain. */
export function tellUnread({ unread }: Discovery, terminal: Terminal): void {
  for (const one of unread) {
    const { feed, code, status } = one;
    const answer = status === undefined ? UNREAD_WORDS[code] : `answered ${status}`;
    terminal.record({ kind: 'unread', feed, way: one.method, code, status });
    terminal.warn(
      sourceErrorCode(code),
      `It names ${feed}, which ${answer ?? `could not be read (${code})`}.`,
    );
  }
}

/** Why none was taken, and how to take one all the same. */
export function undecided(feeds: readonly FoundFeed[]): string {
  const [first] = feeds;
  const why =
    feeds.length > 1
      ? ', none of them clearly the one'
      : first?.comments
        ? ', and it is of comments'
        : ', and it has no items yet';
  const how = feeds.length > 1 ? 'Choose by number' : 'To follow it all the same';
  return `${count(feeds.length, 'feed')} found${why}; 0 written. ${how}: --feed 1`;
}

/** Who follows it already. @param other the number of a feed that nobody follows */
export function alreadyThere(
  { desk: folder, terminal }: Invocation,
  { path, data }: Entry<Source>,
  what: 'feed' | 'site',
  other?: number,
): ExitCode {
  const retired = data.state === 'retired';
  const hint = retired
    ? 'To read it again, change its `state` in that file.'
    : other === undefined
      ? 'Nothing is to be done.'
      : `To follow another of its feeds as well, give the number of that one: --feed ${other}`;
  terminal.warn(
    'source/already-there',
    `${folder}/${path} follows this ${what} already${retired ? ', and is retired' : ''}.`,
    hint,
  );
  terminal.closing('0 written');
  return 1;
}

/** That there is no feed, and where to look for one. */
export function nothingFound(
  address: string,
  { requested, unread }: Discovery,
  { terminal }: Invocation,
): ExitCode {
  terminal.warn(
    'source/no-feed',
    `${address}: no feed found.`,
    unread.length > 0
      ? 'Open what it names in a browser. If it answers there, write to the publisher, or try again tomorrow.'
      : 'Look on its pages for a link called RSS, and give its address. Some sites have none.',
  );
  terminal.closing(
    `0 feeds found at ${count(requested.length, 'address', 'addresses')}; 0 written`,
  );
  return 1;
}

/** All addresses of a feed. */
export function feedsOf({ feed, duplicates }: FoundFeed): string[] {
  return [feed, ...duplicates];
}

/** A feed as `--json` gives it; the keys are those that docs/sources.md names. */
function foundFeedRecord({ feed, method, duplicates, ...facts }: FoundFeed): object {
  return { feed, way: method, ...facts, twins: duplicates };
}
