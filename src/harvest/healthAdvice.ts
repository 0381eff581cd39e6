import type { Source } from '../model/desk/source.ts';
import type { Instant } from '../model/desk/time.ts';
import { codedAdvice } from '../model/run/codedAdvice.ts';
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
  if (source.state === 'retired') return { action: 'retired' };
  const advice = memory ? advise(memory, { path: facts.file, now: memory.lastAsked }) : [];
  const gone = advice.find(({ kind }) => kind === 'retire');
  if (gone) return { action: 'retire', advice: codedAdvice(gone) };
  const moved = advice.find(
    (one: SourceAdvice) => one.kind === 'moved' || one.kind === 'movedAway',
  );
  if (moved) return { action: 'move', advice: codedAdvice(moved) };
  return (
    stale(facts) ??
    failing(facts) ??
    silent(facts) ??
    fruitless(facts) ??
    empty(facts) ??
    quieter(facts) ??
    trusted(facts) ?? { action: memory === undefined ? 'unknown' : 'fine' }
  );
}

/** Nobody has asked, be it for a holiday or because harvests run elsewhere: that is no fault of the source. */
function stale({ memory, now }: HealthFacts): HealthAdvice | undefined {
  if (memory === undefined || daysSince(memory.lastAsked, now) <= STALE) return undefined;
  if (memory.next !== undefined && Date.parse(memory.next) > Date.parse(now)) return undefined;
  return {
    action: 'unknown',
    advice: { code: 'health/stale', values: { since: { day: memory.lastAsked.slice(0, 10) } } },
  };
}

function failing({ memory }: HealthFacts): HealthAdvice | undefined {
  if (memory?.failing === undefined || memory.failing.times < FAILURES) return undefined;
  const { since, times, code } = memory.failing;
  if (daysSince(since, memory.lastAsked) < FAILING_DAYS) return undefined;
  const values = { n: times, since: { day: since.slice(0, 10) }, fault: code, feed: memory.feed };
  return { action: 'look', advice: { code: 'health/failing', values } };
}

function silent({ file, rhythm: { newest, quiet } }: HealthFacts): HealthAdvice | undefined {
  if (newest === undefined || quiet < YEAR) return undefined;
  const values = { since: { day: newest.slice(0, 10) }, file };
  return { action: 'retire', advice: { code: 'health/silent', values } };
}

function fruitless({ file, came }: HealthFacts): HealthAdvice | undefined {
  // What expired nobody has looked at.
  if (came.kept > 0 || came.dropped < FRUITLESS) return undefined;
  const values = { n: came.dropped, file };
  return { action: 'retire', advice: { code: 'health/fruitless', values } };
}

function empty({ memory }: HealthFacts): HealthAdvice | undefined {
  if (memory?.lastSuccess === undefined || memory.items?.length !== 0) return undefined;
  return { action: 'look', advice: { code: 'health/empty', values: { feed: memory.feed } } };
}

function quieter({ rhythm: { quiet, usual, longest } }: HealthFacts): HealthAdvice | undefined {
  if (usual === undefined || longest === undefined) return undefined;
  if (quiet <= Math.max(14, 4 * usual, 1.5 * longest)) return undefined;
  const values = { n: Math.floor(quiet), ...rhythmOf(usual) };
  return { action: 'look', advice: { code: 'health/quieter', values } };
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
    advice: { code: 'health/trusted', values: { kept, n: decided, file } },
  };
}

/** How often something comes: several times a day, every day, or every so many days. */
function rhythmOf(days: number): { why: 'often' | 'daily' } | { why: 'days'; usual: number } {
  if (days < 0.75) return { why: 'often' };
  const whole = Math.round(days);
  return whole <= 1 ? { why: 'daily' } : { why: 'days', usual: whole };
}
