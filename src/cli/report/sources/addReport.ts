import type { Discovery } from '../../../harvest/discover/discover.ts';
import type { Followed } from '../../../harvest/followed.ts';
import type { CommandKey } from '../../../i18n/commandWords.ts';
import type { Entry } from '../../../model/desk/desk.ts';
import type { Source } from '../../../model/desk/source.ts';
import { type FoundFeed, feedsOf } from '../../../model/run/foundFeed.ts';
import type { SourceCode } from '../../../model/run/outcome.ts';
import { sourceErrorCode } from '../../../model/run/sourceError.ts';
import type { Terminal } from '../../command/terminal.ts';
import { describeFeed } from './describeFeed.ts';
import { type SourceFile, sourceRecord } from './sourceRecord.ts';

/** Why a feed that a page names could not be read, where there are words for it. */
const UNREAD: Readonly<Partial<Record<SourceCode, CommandKey>>> = {
  timeout: 'sources.unread.timeout',
  notAFeed: 'sources.unread.notAFeed',
  refused: 'sources.unread.refused',
  unreachable: 'sources.unread.unreachable',
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
    terminal.answer(
      `${describeFeed(found, { number, timeZone, followedBy, speech: terminal.speech })}\n`,
    );
    terminal.record({ kind: 'feed', number, ...foundFeedRecord(found), followedBy });
  });
}

/** Feeds that the page names and that a person would otherwise look for in vain. */
export function reportUnread({ unread }: Discovery, terminal: Terminal): void {
  const { speech } = terminal;
  for (const one of unread) {
    const { feed, code, status } = one;
    const text =
      status === undefined
        ? speech.say(UNREAD[code] ?? 'sources.unread.other', { feed, code })
        : speech.say('sources.unread.status', { feed, status: String(status) });
    terminal.record({ kind: 'unread', feed, way: one.method, code, status });
    terminal.warn(sourceErrorCode(code), text);
  }
}

/** Why no feed was taken, and how to take one all the same. */
export function reportUndecided(feeds: readonly FoundFeed[], terminal: Terminal): void {
  const [first] = feeds;
  const { speech } = terminal;
  const only = first?.comments ? 'sources.undecidedComments' : 'sources.undecidedEmpty';
  const key = feeds.length > 1 ? 'sources.undecidedMany' : only;
  const found = speech.say('count.feeds', { n: feeds.length });
  terminal.closing(speech.say(key, { feeds: found }));
}

/** Who follows the feed or the site already. @param other the number of a feed that nobody follows */
export function reportFollowed(
  { path, data }: Entry<Source>,
  { folder, what, other }: { folder: string; what: 'feed' | 'site'; other?: number | undefined },
  terminal: Terminal,
): void {
  const retired = data.state === 'retired';
  const { speech } = terminal;
  const hint = retired
    ? speech.say('sources.thereHintRetired')
    : other === undefined
      ? speech.say('sources.thereHint')
      : speech.say('sources.thereHintOther', { other });
  const text = speech.say(`sources.there.${what}${retired ? 'Retired' : ''}`, {
    path: `${folder}/${path}`,
  });
  terminal.warn('source/already-there', text, hint);
  terminal.closing(speech.say('sources.noneWritten'));
}

/** That there is no feed, and where to look for one. */
export function reportNoFeed(
  address: string,
  { requested, unread }: Discovery,
  terminal: Terminal,
): void {
  const { speech } = terminal;
  terminal.warn(
    'source/no-feed',
    speech.say('sources.noFeed', { address }),
    speech.say(unread.length > 0 ? 'sources.noFeedHintUnread' : 'sources.noFeedHint'),
  );
  terminal.closing(speech.say('sources.noFeedLine', { n: requested.length }));
}

/** The source that was written, or would be. */
export function reportNewSource(
  source: SourceFile,
  { folder, dryRun }: { folder: string; dryRun: boolean },
  terminal: Terminal,
): void {
  const { speech } = terminal;
  const path = `${folder}/${source.path}`;
  terminal.answer(speech.say(dryRun ? 'sources.toBeWrittenFile' : 'sources.writtenFile', { path }));
  terminal.record({ ...sourceRecord(source, folder), written: !dryRun });
  terminal.closing(speech.say(dryRun ? 'frame.dryRun' : 'sources.newSource'));
}

/** A feed as `--json` gives it; the keys are those that docs/sources.md names. */
function foundFeedRecord({ feed, method, duplicates, ...facts }: FoundFeed): object {
  return { feed, way: method, ...facts, twins: duplicates };
}
