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
  takes: 'url',
  flags: {
    feed: { type: 'string', value: 'n' },
    name: { type: 'string', value: 'name' },
    topics: { type: 'string', value: 'list' },
  },
  examples: [
    EXAMPLE,
    `${EXAMPLE} --dry-run`,
    `${EXAMPLE} --feed 2 --topics agua,clima`,
    'npm run sources -- add youtube.com/@rivers',
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
