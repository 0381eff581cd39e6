import type { Desk } from '../model/desk/desk.ts';
import type { Source } from '../model/desk/source.ts';
import type { Instant } from '../model/desk/time.ts';
import type { SourceAdvice } from '../model/run/runReport.ts';
import type { Action, SourceHealth, SourceYield } from '../model/run/sourceHealth.ts';
import type { SourceMemory } from '../model/run/sourceMemory.ts';
import { daysSince } from '../text/time.ts';
import { advise } from './politeness/advise.ts';
import { type Rhythm, rhythmOf } from './rhythm.ts';
import { yieldBySource } from './sourceYield.ts';

const NEEDED: ReadonlySet<Action> = new Set(['retire', 'move', 'look']);
/** In a row, and days that they take; servers have bad days. */
const FAILURES = 3;
const FAILING_DAYS = 2;
/** Days without a question after which what is remembered says little of how things are. */
const STALE = 14;
const YEAR = 365;
/** Proposals that were dropped, after which having kept none says something. */
const FRUITLESS = 40;
/** Decisions, and the share of them that kept, after which a source may be trusted. */
const TRUSTED_AFTER = 12;
const TRUSTED_SHARE = 0.75;

/**
 * How each source of a desk does, in the order of their files: what it answered, by what is remembered of it, and what
 * came of it, by the ledger.
 * @param memories by the source's name; of another feed than the source has now, they count as none
 * @param options `folder`: the desk's, for the names of files
 */
export function health(
  desk: Pick<Desk, 'sources' | 'ledger'>,
  memories: ReadonlyMap<string, SourceMemory>,
  { now, folder }: { now: Instant; folder: string },
): SourceHealth[] {
  const yieldOf = yieldBySource(desk.ledger);
  return desk.sources.map((source) => {
    const { name, data } = source;
    const remembered = memories.get(name);
    const memory = remembered?.feed === data.feed ? remembered : undefined;
    const dates = memory?.items?.flatMap(({ published }) => published ?? []) ?? [];
    const file = `${folder}/${source.path}`;
    // What it has published since nobody has seen.
    const rhythm = rhythmOf(dates, memory?.lastSuccess ?? now);
    const about: About = { source: data, file, memory, rhythm, came: yieldOf(name), now };
    const { action, advice } = adviceOn(about);
    const { newest, quiet, usual } = rhythm;
    return {
      source: name,
      file,
      title: data.title,
      state: data.state,
      feed: data.feed,
      topics: data.topics,
      action,
      needed: NEEDED.has(action),
      advice,
      ...(memory && { lastAsked: memory.lastAsked }),
      ...(memory?.lastSuccess && { lastSuccess: memory.lastSuccess }),
      ...(newest !== undefined && { newest, quietDays: Math.floor(quiet) }),
      ...(usual !== undefined && { usualDays: usual }),
      ...(memory?.failing && { failing: memory.failing }),
      ...(memory?.moved && { moved: memory.moved }),
      yield: about.came,
    };
  });
}

interface About {
  source: Source;
  file: string;
  memory: SourceMemory | undefined;
  rhythm: Rhythm;
  came: SourceYield;
  now: Instant;
}
type Advice = Pick<SourceHealth, 'action' | 'advice'>;

/** The first that holds: what is wrong with the address comes before what is wrong with its items. */
function adviceOn(about: About): Advice {
  const { source, memory } = about;
  if (source.state === 'retired') return { action: 'retired', advice: '' };
  const said =
    memory === undefined ? [] : advise(memory, { path: about.file, now: memory.lastAsked });
  const gone = said.find(({ kind }) => kind === 'retire');
  if (gone) return { action: 'retire', advice: gone.text };
  const moved = said.find((one: SourceAdvice) => one.kind === 'moved' || one.kind === 'movedAway');
  if (moved) return { action: 'move', advice: moved.text };
  return (
    stale(about) ??
    failing(about) ??
    silent(about) ??
    fruitless(about) ??
    empty(about) ??
    quieter(about) ??
    trusted(about) ?? { action: memory === undefined ? 'unknown' : 'fine', advice: '' }
  );
}

/** Nobody has asked, be it for a holiday or because harvests run elsewhere: that is no fault of the source. */
function stale({ memory, now }: About): Advice | undefined {
  if (memory === undefined || daysSince(memory.lastAsked, now) <= STALE) return undefined;
  if (memory.next !== undefined && Date.parse(memory.next) > Date.parse(now)) return undefined;
  return {
    action: 'unknown',
    advice: `It has not been asked since ${memory.lastAsked.slice(0, 10)}. To know how it does: npm run harvest`,
  };
}

function failing({ memory }: About): Advice | undefined {
  if (memory?.failing === undefined || memory.failing.times < FAILURES) return undefined;
  const { since, times, code } = memory.failing;
  if (daysSince(since, memory.lastAsked) < FAILING_DAYS) return undefined;
  return {
    action: 'look',
    advice: `It has failed ${times} times in a row since ${since.slice(0, 10)} (${code}). See what is there: ${memory.feed}`,
  };
}

function silent({ file, rhythm: { newest, quiet } }: About): Advice | undefined {
  if (newest === undefined || quiet < YEAR) return undefined;
  return {
    action: 'retire',
    advice: `It has published nothing since ${newest.slice(0, 10)}. If it is over, write in ${file}: state: "retired"`,
  };
}

function fruitless({ file, came }: About): Advice | undefined {
  // What expired nobody has looked at.
  if (came.kept > 0 || came.dropped < FRUITLESS) return undefined;
  return {
    action: 'retire',
    advice: `All ${came.dropped} items of it that were decided on were dropped. If it is not for us, write in ${file}: state: "retired"`,
  };
}

function empty({ memory }: About): Advice | undefined {
  if (memory?.lastSuccess === undefined || memory.items?.length !== 0) return undefined;
  return {
    action: 'look',
    advice: `Its feed has no items. See whether it is the right one: ${memory.feed}`,
  };
}

function quieter({ rhythm: { quiet, usual, longest } }: About): Advice | undefined {
  if (usual === undefined || longest === undefined) return undefined;
  if (quiet <= Math.max(14, 4 * usual, 1.5 * longest)) return undefined;
  return {
    action: 'look',
    advice: `It has been quiet for ${Math.floor(quiet)} days and used to publish ${inWords(usual)}. See whether it has moved or ended.`,
  };
}

function trusted({ source: { state }, file, came: { kept, dropped } }: About): Advice | undefined {
  const decided = kept + dropped;
  if (state === 'trusted' || decided < TRUSTED_AFTER || kept / decided < TRUSTED_SHARE) {
    return undefined;
  }
  return {
    action: 'trust',
    advice: `${kept} of the ${decided} items that were decided on were kept. To say so, write in ${file}: state: "trusted"`,
  };
}

/** A rhythm in words: `every 3 days`. */
function inWords(days: number): string {
  if (days < 0.75) return 'several times a day';
  const whole = Math.round(days);
  return whole <= 1 ? 'every day' : `every ${whole} days`;
}
