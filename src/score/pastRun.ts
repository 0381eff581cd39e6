import type { Candidate } from '../model/desk/candidate.ts';
import type { Desk, Entry } from '../model/desk/desk.ts';
import { byTime } from '../model/desk/ledger/byTime.ts';
import type { Instant } from '../model/desk/time.ts';
import type { ScoredText } from '../model/run/scoredText.ts';
import { dayTaken } from '../stories/nodes.ts';
import { dayOf } from '../text/time.ts';
import { scoredTexts } from './scoredTexts.ts';

/** What a past run scored by, as far as the desk still has it. */
export interface PastRun {
  now: Instant;
  /** the desk as it was then, but with today's rules, topics, audiences, sources and settings */
  desk: Desk;
  /** the items that the run proposed, in the order of ids; those that it did not propose are not remembered */
  batch: ScoredText[];
}

/** Reconstructs the run that harvested at an instant: its desk and its batch. */
export function pastRun(desk: Desk, now: Instant): PastRun {
  const moment = Date.parse(now);
  const texts = scoredTexts(desk);
  const when = harvestedBy(desk);
  const batch = new Map<string, ScoredText>();
  for (const line of desk.ledger.items.toSorted(byTime)) {
    // If its file was harvested at another time, this line is from scoring it again.
    const own = Date.parse(when.get(line.id) ?? line.at) === Date.parse(line.at);
    if (line.event === 'proposed' && Date.parse(line.at) === moment && own)
      batch.set(line.id, texts.fromLine(line));
  }
  for (const { data } of desk.candidates.filter((entry) => isOf(entry, moment)))
    batch.delete(data.id);
  const own = desk.candidates.filter((entry) => isOf(entry, moment)).map(texts.fromFile);
  return {
    now,
    desk: deskAt(desk, now),
    batch: [...batch.values(), ...own].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** The desk as a run of that instant had it, after it had settled the decisions made before. */
function deskAt(desk: Desk, now: Instant): Desk {
  const moment = Date.parse(now);
  const today = dayOf(now, desk.settings.timeZone);
  const items = desk.ledger.items.filter(({ at, event }) => {
    const from = Date.parse(at) - moment;
    return from < 0 || (from === 0 && event !== 'proposed');
  });
  const keeps = Map.groupBy(
    desk.ledger.items.filter(({ event }) => event === 'keep'),
    ({ id }) => id,
  );
  return {
    ...desk,
    ledger: { ...desk.ledger, items },
    candidates: desk.candidates.filter(({ data }) => Date.parse(data.harvested) < moment),
    picks: desk.picks.filter(({ data, path }) => {
      const lines = keeps.get(data.id ?? '');
      if (lines === undefined) return dayTaken(data, path, desk) < today;
      return lines.some(({ at }) => Date.parse(at) <= moment);
    }),
  };
}

function harvestedBy({ candidates, picks }: Desk): ReadonlyMap<string | undefined, string> {
  return new Map(
    [...picks, ...candidates].flatMap(({ data }) =>
      data.harvested === undefined ? [] : [[data.id, data.harvested] as const],
    ),
  );
}

function isOf({ data }: Entry<Candidate>, moment: number): boolean {
  return Date.parse(data.harvested) === moment;
}
