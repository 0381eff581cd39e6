import type { Discovery } from '../../../harvest/discover/discover.ts';
import type { Followed } from '../../../harvest/followed.ts';
import type { Entry } from '../../../model/desk/desk.ts';
import type { Source } from '../../../model/desk/source.ts';
import { type FoundFeed, feedsOf } from '../../../model/run/foundFeed.ts';
import type { SourceCode } from '../../../model/run/outcome.ts';
import { sourceErrorCode } from '../../../model/run/sourceError.ts';
import { count } from '../../command/count.ts';
import type { Terminal } from '../../command/terminal.ts';
import { describeFeed } from './describeFeed.ts';
import { type SourceFile, sourceRecord } from './sourceRecord.ts';

const UNREAD_WORDS: Readonly<Partial<Record<SourceCode, string>>> = {
  timeout: 'gave no answer in time',
  notAFeed: 'is no feed',
  refused: 'is not a public address',
  unreachable: 'gives no connection',
};

/** The feeds that were found, by number, each with its newest items. */
export function reportFound(
  feeds: readonly FoundFeed[],
  places: Followed,
  { folder, timeZone }: { folder: string; timeZone: string },
  terminal: Terminal,
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
export function reportUnread({ unread }: Discovery, terminal: Terminal): void {
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

/** Why no feed was taken, and how to take one all the same. */
export function reportUndecided(feeds: readonly FoundFeed[], terminal: Terminal): void {
  const [first] = feeds;
  const why =
    feeds.length > 1
      ? ', none of them clearly the one'
      : first?.comments
        ? ', and it is of comments'
        : ', and it has no items yet';
  const how = feeds.length > 1 ? 'Choose by number' : 'To follow it all the same';
  terminal.closing(`${count(feeds.length, 'feed')} found${why}; 0 written. ${how}: --feed 1`);
}

/** Who follows the feed or the site already. @param other the number of a feed that nobody follows */
export function reportFollowed(
  { path, data }: Entry<Source>,
  { folder, what, other }: { folder: string; what: 'feed' | 'site'; other?: number | undefined },
  terminal: Terminal,
): void {
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
}

/** That there is no feed, and where to look for one. */
export function reportNoFeed(
  address: string,
  { requested, unread }: Discovery,
  terminal: Terminal,
): void {
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
}

/** The source that was written, or would be. */
export function reportNewSource(
  source: SourceFile,
  { folder, dryRun }: { folder: string; dryRun: boolean },
  terminal: Terminal,
): void {
  terminal.answer(`${dryRun ? 'to be written' : 'written'}  ${folder}/${source.path}`);
  terminal.record({ ...sourceRecord(source, folder), written: !dryRun });
  terminal.closing(
    dryRun
      ? '0 written (dry run)'
      : '1 source written, on trial; say below its header why we follow it',
  );
}

/** A feed as `--json` gives it; the keys are those that docs/sources.md names. */
function foundFeedRecord({ feed, method, duplicates, ...facts }: FoundFeed): object {
  return { feed, way: method, ...facts, twins: duplicates };
}
