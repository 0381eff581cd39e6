import type { Source } from '../model/desk/source.ts';
import type { Instant } from '../model/desk/time.ts';
import type { SourceAdvice } from '../model/run/runReport.ts';
import type { SourceHealth, SourceYield } from '../model/run/sourceHealth.ts';
import type { SourceMemory } from '../model/run/sourceMemory.ts';
import { daysSince } from '../text/time.ts';
import { advise } from './politeness/advise.ts';
import type { Rhythm } from './rhythm.ts';

/** In a row, and days that they take; servers have bad days. */
const FAILURES = 3;
const FAILING_DAYS = 2;
/** Days without a request after which what is remembered says little of how things are. */
const STALE = 14;
const YEAR = 365;
/** Dropped proposals after which it says something that none was kept. */
const FRUITLESS = 40;
/** Decisions, and the share of them that kept, after which a source may be trusted. */
const TRUSTED_AFTER = 12;
const TRUSTED_SHARE = 0.75;

/** What is known of a source. */
export interface HealthFacts {
  source: Source;
  /** as a person would type it: `content/sources/x.md` */
  file: string;
  memory: SourceMemory | undefined;
  rhythm: Rhythm;
  /** what came of its proposals */
  came: SourceYield;
  now: Instant;
}

export type HealthAdvice = Pick<SourceHealth, 'action' | 'advice'>;

/** What a person might do about a source. The first that holds: trouble with the address comes before trouble with its items. */
export function healthAdvice(facts: HealthFacts): HealthAdvice {
  const { source, memory } = facts;
  if (source.state === 'retired') return { action: 'retired', advice: '' };
  const advice = memory ? advise(memory, { path: facts.file, now: memory.lastAsked }) : [];
  const gone = advice.find(({ kind }) => kind === 'retire');
  if (gone) return { action: 'retire', advice: gone.text };
  const moved = advice.find(
    (one: SourceAdvice) => one.kind === 'moved' || one.kind === 'movedAway',
  );
  if (moved) return { action: 'move', advice: moved.text };
  return (
    stale(facts) ??
    failing(facts) ??
    silent(facts) ??
    fruitless(facts) ??
    empty(facts) ??
    quieter(facts) ??
    trusted(facts) ?? { action: memory === undefined ? 'unknown' : 'fine', advice: '' }
  );
}

/** Nobody has asked, be it for a holiday or because harvests run elsewhere: that is no fault of the source. */
function stale({ memory, now }: HealthFacts): HealthAdvice | undefined {
  if (memory === undefined || daysSince(memory.lastAsked, now) <= STALE) return undefined;
  if (memory.next !== undefined && Date.parse(memory.next) > Date.parse(now)) return undefined;
  return {
    action: 'unknown',
    advice: `It has not been asked since ${memory.lastAsked.slice(0, 10)}. To know how it does: npm run harvest`,
  };
}

function failing({ memory }: HealthFacts): HealthAdvice | undefined {
  if (memory?.failing === undefined || memory.failing.times < FAILURES) return undefined;
  const { since, times, code } = memory.failing;
  if (daysSince(since, memory.lastAsked) < FAILING_DAYS) return undefined;
  return {
    action: 'look',
    advice: `It has failed ${times} times in a row since ${since.slice(0, 10)} (${code}). See what is there: ${memory.feed}`,
  };
}

function silent({ file, rhythm: { newest, quiet } }: HealthFacts): HealthAdvice | undefined {
  if (newest === undefined || quiet < YEAR) return undefined;
  return {
    action: 'retire',
    advice: `It has published nothing since ${newest.slice(0, 10)}. If it is over, write in ${file}: state: "retired"`,
  };
}

function fruitless({ file, came }: HealthFacts): HealthAdvice | undefined {
  // What expired nobody has looked at.
  if (came.kept > 0 || came.dropped < FRUITLESS) return undefined;
  return {
    action: 'retire',
    advice: `All ${came.dropped} items of it that were decided on were dropped. If it is not for us, write in ${file}: state: "retired"`,
  };
}

function empty({ memory }: HealthFacts): HealthAdvice | undefined {
  if (memory?.lastSuccess === undefined || memory.items?.length !== 0) return undefined;
  return {
    action: 'look',
    advice: `Its feed has no items. See whether it is the right one: ${memory.feed}`,
  };
}

function quieter({ rhythm: { quiet, usual, longest } }: HealthFacts): HealthAdvice | undefined {
  if (usual === undefined || longest === undefined) return undefined;
  if (quiet <= Math.max(14, 4 * usual, 1.5 * longest)) return undefined;
  return {
    action: 'look',
    advice: `It has been quiet for ${Math.floor(quiet)} days and used to publish ${inWords(usual)}. See whether it has moved or ended.`,
  };
}

function trusted({
  source: { state },
  file,
  came: { kept, dropped },
}: HealthFacts): HealthAdvice | undefined {
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
