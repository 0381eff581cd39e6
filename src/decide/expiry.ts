import type { Candidate } from '../model/desk/candidate.ts';
import type { Desk, Entry } from '../model/desk/desk.ts';
import type { ItemLine } from '../model/desk/ledger/itemLine.ts';
import { openings } from '../model/desk/ledger/openings.ts';
import type { Instant } from '../model/desk/time.ts';
import { daysSince } from '../text/time.ts';

/** Whether a candidate that nobody has touched has waited longer than the desk lets it, since it was proposed or reopened. */
export function hasExpired(
  entry: Entry<Candidate>,
  { ledger, settings }: Pick<Desk, 'ledger' | 'settings'>,
  now: Instant,
): boolean {
  if (!isUntouched(entry, ledger.items)) return false;
  const since = openings(ledger.items).get(entry.data.id)?.at;
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
