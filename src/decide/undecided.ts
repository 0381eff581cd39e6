import type { Candidate } from '../model/desk/candidate.ts';
import type { Desk, Entry } from '../model/desk/desk.ts';
import { latestById } from '../model/desk/ledger/latestById.ts';
import type { Instant } from '../model/desk/time.ts';
import { dayOf } from '../text/time.ts';
import { laterUntil } from './later.ts';

/** Candidates that wait for a decision now. A postponed one is not among them until its day has come. */
export function undecided(desk: Desk, now: Instant): Entry<Candidate>[] {
  const latest = latestById(desk.ledger.items);
  const { timeZone } = desk.settings;
  return desk.candidates.filter(({ data }) => {
    const last = latest.get(data.id);
    if (last?.event === 'takedown') return false;
    if (data.decision !== 'later') return data.decision === '';
    const since = last?.event === 'later' ? last.at : now;
    return laterUntil(data.reason, since, timeZone) <= dayOf(now, timeZone);
  });
}
