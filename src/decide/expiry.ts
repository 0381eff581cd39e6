import type { Candidate } from '../model/desk/candidate.ts';
import type { Desk, Entry } from '../model/desk/desk.ts';
import { byTime } from '../model/desk/ledger/byTime.ts';
import type { ItemLine } from '../model/desk/ledger/itemLine.ts';
import type { Instant } from '../model/desk/time.ts';
import { daysSince } from '../text/time.ts';

/** Whether a candidate that nobody has touched has waited longer than the desk lets it. */
export function hasExpired(
  entry: Entry<Candidate>,
  { ledger, settings }: Pick<Desk, 'ledger' | 'settings'>,
  now: Instant,
): boolean {
  if (!isUntouched(entry, ledger.items)) return false;
  const since = waitingSince(ledger.items.filter(({ id }) => id === entry.data.id));
  return since !== undefined && daysSince(since, now) > settings.expireAfter;
}

/** Whether a file is byte for byte as proposed. A file that a person has edited is never removed unasked. */
export function isUntouched(
  { data, hash }: Entry<Candidate>,
  ledger: readonly ItemLine[],
): boolean {
  return ledger.some(
    (line) => line.event === 'proposed' && line.id === data.id && line.hash === hash,
  );
}

/**
 * Since when a candidate has waited, by the lines of its id: since it was first proposed, however often it has been scored
 * again. If it was proposed again after it had been closed, or reopened, it has waited since then.
 */
function waitingSince(lines: readonly ItemLine[]): Instant | undefined {
  let since: Instant | undefined;
  let closed = true;
  for (const { event, at } of lines.toSorted(byTime)) {
    if ((event === 'proposed' && closed) || event === 'restore') since = at;
    if (event === 'proposed') closed = false;
    else if (event !== 'later') closed = true;
  }
  return since;
}
