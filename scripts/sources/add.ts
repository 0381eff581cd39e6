import type { ExitCode, Invocation, Subcommand } from '../../src/cli/command/command.ts';
import {
  reportFollowed,
  reportFound,
  reportNewSource,
  reportNoFeed,
  reportUndecided,
  reportUnread,
} from '../../src/cli/report/sources/addReport.ts';
import { warnOfQuarantine } from '../../src/cli/report/warnOfQuarantine.ts';
import { followed } from '../../src/harvest/followed.ts';
import { applyChanges } from '../../src/store/applyChanges.ts';
import { readDesk } from '../../src/store/readDesk.ts';
import { addressing } from '../../src/text/address.ts';
import { EXAMPLE, readAddOptions, readAddress } from './addOptions.ts';
import { chooseFeed, followerOf, freeFeed, sourceOf } from './chooseFeed.ts';
import { look } from './look.ts';

export const addCommand: Subcommand = {
  about: 'find the feed of a site and follow it',
  summary:
    'Finds the feeds of a site, shows what is newest in them, and writes the file of a new source where one is clearly meant.',
  takes: '<url>',
  flags: {
    feed: { type: 'string', value: '<n>', help: 'follow this one of the feeds that it lists' },
    name: { type: 'string', value: '<name>', help: 'call the file so (made from the title)' },
    topics: { type: 'string', value: '<a,b>', help: 'topics that it writes about' },
  },
  examples: [
    [EXAMPLE, 'show its feeds, write content/sources/<title>.md'],
    [`${EXAMPLE} --dry-run`, 'show its feeds, and write nothing'],
    [`${EXAMPLE} --feed 2 --topics agua,clima`, 'follow the second of them'],
    [
      'npm run sources -- add youtube.com/@rivers',
      'also pages of Mastodon, Bluesky, Reddit, GitHub, …',
    ],
  ],
  run: addSource,
};

async function addSource(call: Invocation): Promise<ExitCode> {
  const { desk: folder, now, dryRun, terminal } = call;
  const address = readAddress(call.rest);
  const desk = await readDesk(folder);
  const options = readAddOptions(call, desk);
  const leftOut = warnOfQuarantine(desk, folder, terminal);
  const places = followed(desk.sources, addressing(desk.rules.addresses).canonical);
  const there = places.byFeed(address);
  if (there !== undefined) {
    reportFollowed(there, { folder, what: 'feed' }, terminal);
    return 1;
  }

  const found = await look(address, desk, call);
  reportFound(found.feeds, places, { folder, timeZone: desk.settings.timeZone }, terminal);
  reportUnread(found, terminal);
  if (found.feeds.length === 0) {
    reportNoFeed(address, found, terminal);
    return 1;
  }
  const chosen = chooseFeed(found, options.feed);
  const by = followerOf(address, chosen, places, options.feed !== undefined);
  if (by !== undefined) {
    const other = by.what === 'site' ? freeFeed(found, places) : undefined;
    reportFollowed(by.source, { folder, what: by.what, other }, terminal);
    return 1;
  }
  if (chosen === undefined) {
    reportUndecided(found.feeds, terminal);
    return 1;
  }

  const source = sourceOf(chosen, found, desk, options);
  if (!dryRun) {
    applyChanges(folder, { changes: [source], lines: [] }, { now, command: 'sources' });
  }
  reportNewSource(source, { folder, dryRun }, terminal);
  return leftOut ? 1 : 0;
}
