import type { Instant } from '../../model/desk/time.ts';
import type { SourceAdvice } from '../../model/run/runReport.ts';
import type { Hop } from '../../model/run/sourceError.ts';
import type { SourceMemory } from '../../model/run/sourceMemory.ts';
import { registrableDomain } from './registrableDomain.ts';

/** Days for which a feed may be gone or missing before people are asked to retire it: servers have bad weeks. */
const FORTNIGHT = 14 * 86_400_000;

/**
 * Where redirects say that a feed has moved for good: the end of the unbroken chain of 301 and 308 from its address.
 * Undefined if it has not.
 */
export function movedTo(hops: readonly Hop[]): string | undefined {
  let to: string | undefined;
  for (const hop of hops) {
    if (hop.status !== 301 && hop.status !== 308) break;
    to = hop.to;
  }
  return to;
}

/** What a person might change about a source; no program does. */
export function advise(
  memory: Pick<SourceMemory, 'feed' | 'moved' | 'failing'>,
  { path, now, hops = [] }: { path: string; now: Instant; hops?: readonly Hop[] },
): SourceAdvice[] {
  return [moveAdvice(memory, path), retireAdvice(memory, path, now), insecureAdvice(hops)].filter(
    (advice) => advice !== undefined,
  );
}

function moveAdvice(
  { feed, moved }: Pick<SourceMemory, 'feed' | 'moved'>,
  path: string,
): SourceAdvice | undefined {
  if (moved === undefined) return undefined;
  const { to } = moved;
  const kind = registrableDomain(to) === registrableDomain(feed) ? 'moved' : 'movedAway';
  return { kind, values: { since: { day: moved.since.slice(0, 10) }, to, file: path } };
}

function retireAdvice(
  { failing }: Pick<SourceMemory, 'failing'>,
  path: string,
  now: Instant,
): SourceAdvice | undefined {
  if (failing?.code !== 'gone' && failing?.code !== 'missing') return undefined;
  if (Date.parse(now) - Date.parse(failing.since) < FORTNIGHT) return undefined;
  const since = { day: failing.since.slice(0, 10) };
  return { kind: 'retire', values: { why: failing.code, since, file: path } };
}

function insecureAdvice(hops: readonly Hop[]): SourceAdvice | undefined {
  if (!hops.some(({ from, to }) => from.startsWith('https:') && to.startsWith('http:'))) {
    return undefined;
  }
  return { kind: 'insecure', values: {} };
}
