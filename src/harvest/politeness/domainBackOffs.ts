import type { Instant } from '../../model/desk/time.ts';
import type { SourceError } from '../../model/run/sourceError.ts';
import { domainBackOff } from './backOff.ts';
import { dueAt, isAhead } from './dueAt.ts';
import { addMilliseconds, retryAfter } from './freshness.ts';
import { latest } from './nextSourceMemory.ts';
import { registrableDomain } from './registrableDomain.ts';
import type { SourceRequest } from './sourceRequest.ts';

/** The earliest moment for the next request: the later of what the source and its domain asked for. */
export function nextRequestAt({ memory, previous, feed, now }: SourceRequest): Instant {
  const due = dueAt(now, previous ?? {});
  const hold = memory.domains.get(registrableDomain(feed))?.until;
  return hold !== undefined && isAhead(hold, now) ? (latest([hold, due]) ?? due) : due;
}

/** Backs off from a whole domain when one of its servers is busy. If two say so, the longer time counts. @returns until when */
export function backOffDomain(
  { memory, feed, now, random }: SourceRequest,
  { refusal }: SourceError,
): Instant {
  const domain = registrableDomain(refusal?.hops.at(-1)?.to ?? feed);
  const held = memory.domains.get(domain);
  const times = (held?.times ?? 0) + 1;
  const wait = retryAfter(refusal?.headers['retry-after'], now);
  const own =
    wait === undefined ? domainBackOff({ now, times, random }) : addMilliseconds(now, wait);
  const until = latest([own, held && isAhead(held.until, now) ? held.until : undefined]) ?? own;
  memory.domains.set(domain, { until, times });
  return until;
}

/** Ends the back-off of a domain that responds, unless another source has been told meanwhile that it is busy. */
export function clearBackOff({ memory, feed, now }: SourceRequest): void {
  const domain = registrableDomain(feed);
  const held = memory.domains.get(domain);
  if (held !== undefined && !isAhead(held.until, now)) memory.domains.delete(domain);
}
