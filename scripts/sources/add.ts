import type { ExitCode, Invocation, Subcommand } from '../../src/cli/command/command.ts';
import { count } from '../../src/cli/command/count.ts';
import {
  alreadyThere,
  feedsOf,
  nothingFound,
  tell,
  tellUnread,
  undecided,
} from '../../src/cli/report/addReport.ts';
import { warnOfQuarantine } from '../../src/cli/report/warnOfQuarantine.ts';
import type { Discovery } from '../../src/harvest/discover/discover.ts';
import { type Followed, followed } from '../../src/harvest/followed.ts';
import { namedLanguage } from '../../src/harvest/namedLanguage.ts';
import { newSource } from '../../src/harvest/newSource.ts';
import { CribaError } from '../../src/model/run/error.ts';
import type { FoundFeed } from '../../src/model/run/foundFeed.ts';
import { applyChanges } from '../../src/store/applyChanges.ts';
import { ledgerPath } from '../../src/store/ledgerPath.ts';
import { readDesk } from '../../src/store/readDesk.ts';
import { addressing } from '../../src/text/address.ts';
import { EXAMPLE, readAddOptions, readAddress } from './addOptions.ts';
import { look } from './look.ts';
import { sourceRecord } from './sourceRecord.ts';

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
  if (there !== undefined) return alreadyThere(call, there, 'feed');

  const found = await look(address, desk, call);
  tell(found.feeds, places, desk, call);
  tellUnread(found, terminal);
  if (found.feeds.length === 0) return nothingFound(address, found, call);
  const chosen = choose(found, options.feed);
  const byFeed = chosen && feedsOf(chosen).map(places.byFeed).find(Boolean);
  if (byFeed !== undefined) return alreadyThere(call, byFeed, 'feed');
  // A site that we follow may have another feed for us: a person who gives its number or its address knows.
  const isNamed = options.feed !== undefined || chosen?.method === 'itself';
  const bySite = [address, chosen?.site].map((site) => site && places.bySite(site)).find(Boolean);
  if (bySite && !isNamed) return alreadyThere(call, bySite, 'site', freeFeed(found, places));
  if (chosen === undefined) {
    terminal.closing(undecided(found.feeds));
    return 1;
  }

  const source = newSource(
    {
      title: chosen.title ?? found.page?.title ?? '',
      site: chosen.site ?? found.page?.url,
      feed: chosen.feed,
      language:
        chosen.language ??
        namedLanguage(found.page?.language) ??
        desk.settings.languages[0] ??
        'es',
      topics: options.topics,
    },
    options.taken,
    options.name,
  );
  if (!dryRun) {
    applyChanges(folder, { changes: [source], lines: [] }, { ledger: ledgerPath(now, 'sources') });
  }
  terminal.answer(`${dryRun ? 'to be written' : 'written'}  ${folder}/${source.path}`);
  terminal.record({ ...sourceRecord(source, folder), written: !dryRun });
  terminal.closing(
    dryRun
      ? '0 written (dry run)'
      : '1 source written, on trial; say below its header why we follow it',
  );
  return leftOut ? 1 : 0;
}

/** The number of the first feed that nobody follows yet. */
function freeFeed({ feeds }: Discovery, places: Followed): number | undefined {
  const n = feeds.findIndex((found) => !feedsOf(found).some(places.byFeed));
  return n === -1 ? undefined : n + 1;
}

/** The one that a person names by its number, or the one that is clearly meant. */
function choose(
  { feeds, clearBest }: Discovery,
  number: number | undefined,
): FoundFeed | undefined {
  if (number === undefined) return clearBest;
  const chosen = feeds[number - 1];
  if (chosen !== undefined) return chosen;
  throw new CribaError(
    'usage/feed',
    `There is no feed ${number}: ${count(feeds.length, 'feed')} found.`,
    {
      hint: 'Leave --feed out to see them all.',
    },
  );
}
