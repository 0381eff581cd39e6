import type { Desk, Entry } from '../model/desk/desk.ts';
import type { Source } from '../model/desk/source.ts';
import type { Instant } from '../model/desk/time.ts';
import type { Action, SourceHealth } from '../model/run/sourceHealth.ts';
import type { SourceMemory } from '../model/run/sourceMemory.ts';
import { type HealthFacts, healthAdvice } from './healthAdvice.ts';
import { rhythmOf } from './rhythm.ts';
import { yieldBySource } from './sourceYield.ts';

const NEEDED: ReadonlySet<Action> = new Set(['retire', 'move', 'look']);

/**
 * How each source of a desk does, in the order of their files: what it responded, by what is remembered of it, and what
 * came of its items, by the ledger.
 * @param memories by the source's name; a memory of another feed than the source has now does not count
 * @param options `folder`: the desk's, for the names of files
 */
export function health(
  desk: Pick<Desk, 'sources' | 'ledger'>,
  memories: ReadonlyMap<string, SourceMemory>,
  { now, folder }: { now: Instant; folder: string },
): SourceHealth[] {
  const yieldOf = yieldBySource(desk.ledger.items);
  return desk.sources.map((source) => {
    const memory = memories.get(source.name);
    return healthOf(source, {
      source: source.data,
      file: `${folder}/${source.path}`,
      memory: memory?.feed === source.data.feed ? memory : undefined,
      came: yieldOf(source.name),
      now,
    });
  });
}

function healthOf({ name }: Entry<Source>, known: Omit<HealthFacts, 'rhythm'>): SourceHealth {
  const { source, file, memory, came, now } = known;
  const dates = memory?.items?.flatMap(({ published }) => published ?? []) ?? [];
  // Nobody has seen what it has published since.
  const rhythm = rhythmOf(dates, memory?.lastSuccess ?? now);
  const { action, advice } = healthAdvice({ ...known, rhythm });
  const { title, state, feed, topics } = source;
  const { newest, quiet, usual } = rhythm;
  return {
    source: name,
    file,
    title,
    state,
    feed,
    topics,
    action,
    needed: NEEDED.has(action),
    ...(advice && { advice }),
    lastAsked: memory?.lastAsked,
    lastSuccess: memory?.lastSuccess,
    newest,
    quietDays: newest === undefined ? undefined : Math.floor(quiet),
    usualDays: usual,
    failing: memory?.failing,
    moved: memory?.moved,
    yield: came,
  };
}
