import type { Candidate } from '../model/candidate.ts';
import type { Change, Changes, Desk, Entry, Quarantined } from '../model/desk.ts';
import type { Finding } from '../model/finding.ts';
import { type LedgerEvent, type LedgerLine, latestById } from '../model/ledger.ts';
import type { PickEntry } from '../model/pick.ts';
import type { Instant } from '../model/time.ts';
import { dayOf, daysSince } from '../text/time.ts';
import { laterUntil } from './later.ts';

/** What decisions come to: files to move and remove, lines to remember, and the desk as it is afterwards. */
export interface Settled extends Changes {
  desk: Desk;
  /** what a person has to look at */
  notes: Finding[];
}

export interface SettleOptions {
  now: Instant;
  /** who decided, where one person settles their own decisions */
  by?: string;
}

/** Keys of a candidate that a pick has no use for; `reason` stays with the team, in the ledger. */
const LEFT_BEHIND = ['decision', 'reason', 'audiences', 'image', 'comments'] as const;

/**
 * Turns decisions into places: a kept candidate becomes a pick, a dropped or expired one goes, and each leaves a line.
 * Nothing new to settle gives no changes and no lines, whenever it is asked.
 */
export function settle(desk: Desk, { now, by }: SettleOptions): Settled {
  const latest = latestById(desk.ledger);
  const changes: Change[] = [];
  const lines: LedgerLine[] = [];
  const notes: Finding[] = [];
  const moved: Entry<PickEntry>[] = [];
  const gone = new Set<string>();
  const picks = new Map(desk.picks.map((pick) => [pick.data.id, pick]));

  const remember = (event: LedgerEvent, candidate: Candidate, reason = candidate.reason) => {
    if (latest.get(candidate.id)?.event !== event)
      lines.push(toLine(event, candidate, { at: now, by, reason }));
  };
  for (const entry of desk.candidates) {
    const { data } = entry;
    const last = latest.get(data.id);
    if (last?.event === 'takedown') continue;
    const pick = picks.get(data.id);
    if (pick && data.decision !== 'drop') {
      if (pick.body === entry.body) {
        remove(entry);
        if (data.decision === 'keep') remember('keep', data);
      } else notes.push(alreadyPicked(entry, pick));
    } else if (data.decision === 'keep') {
      const to = entry.path.replace(/^candidates\//, 'picks/');
      const set = { kept: dayOf(now, desk.settings.timeZone), ...(by && { keptBy: by }) };
      changes.push({
        do: 'move',
        from: entry.path,
        to,
        kind: 'picks',
        set,
        remove: [...LEFT_BEHIND],
      });
      moved.push(toPick(entry, to, set));
      gone.add(entry.path);
      remember('keep', data);
    } else if (data.decision === 'drop') {
      remove(entry);
      remember('drop', data);
    } else if (data.decision === 'later') {
      const said = last?.event === 'later' && (last.reason ?? '') === data.reason.trim();
      if (!said) lines.push(toLine('later', data, { at: now, by, reason: data.reason }));
    } else if (hasExpired(entry, last, desk, now)) {
      remove(entry);
      remember('expire', data);
    }
  }
  lines.push(...movedByHand(desk, latest, now), ...deleted(desk, latest, now));
  return {
    desk: {
      ...desk,
      candidates: desk.candidates.filter((entry) => !gone.has(entry.path)),
      picks: [...desk.picks, ...moved].sort((a, b) => (a.path < b.path ? -1 : 1)),
      ledger: [...desk.ledger, ...lines],
    },
    changes,
    lines,
    notes,
  };

  function remove(entry: Entry<Candidate>): void {
    changes.push({ do: 'remove', path: entry.path });
    gone.add(entry.path);
  }
}

/** Candidates that wait for a decision now: those put off until a day that has not come are not among them. */
export function undecided(desk: Desk, now: Instant): Entry<Candidate>[] {
  const latest = latestById(desk.ledger);
  return desk.candidates.filter(({ data }) => {
    const last = latest.get(data.id);
    if (last?.event === 'takedown') return false;
    if (data.decision !== 'later') return data.decision === '';
    const since = last?.event === 'later' ? last.at : now;
    return (
      laterUntil(data.reason, since, desk.settings.timeZone) <= dayOf(now, desk.settings.timeZone)
    );
  });
}

/** A candidate's line in the ledger. */
export function toLine(
  event: LedgerEvent,
  { id, score, audience, source, title, url, language }: Candidate,
  { at, by, reason }: { at: Instant; by?: string | undefined; reason?: string },
): LedgerLine {
  const why = reason?.trim();
  return {
    at,
    id,
    event,
    ...(why && { reason: why }),
    ...(by && { by }),
    score,
    audience,
    source,
    title,
    url,
    language,
  };
}

function toPick(entry: Entry<Candidate>, path: string, set: Partial<PickEntry>): Entry<PickEntry> {
  const { decision, reason, audiences, image, comments, ...rest } = entry.data;
  return { ...entry, path, data: { ...rest, ...set } };
}

/** Untouched means byte for byte as proposed: what a person has written in is never removed. */
function hasExpired(
  entry: Entry<Candidate>,
  last: LedgerLine | undefined,
  desk: Desk,
  now: Instant,
): boolean {
  const proposed = desk.ledger.findLast(
    (line) => line.event === 'proposed' && line.hash === entry.hash && line.id === entry.data.id,
  );
  if (!proposed) return false;
  const since = last?.event === 'restore' ? last.at : proposed.at;
  return daysSince(since, now) > desk.settings.expireAfter;
}

/** A proposed file that a person put among the picks themselves is kept, and the ledger says so. */
function movedByHand(
  desk: Desk,
  latest: ReadonlyMap<string, LedgerLine>,
  now: Instant,
): LedgerLine[] {
  const waiting = new Set(desk.candidates.map((entry) => entry.data.id));
  return desk.picks.flatMap(({ data }) => {
    const last = data.id === undefined || waiting.has(data.id) ? undefined : latest.get(data.id);
    return last && isOpen(last) ? [repeat(last, 'keep', now)] : [];
  });
}

/** What was proposed and has no file any more, readable or not, was deleted: a drop like any other. */
function deleted(desk: Desk, latest: ReadonlyMap<string, LedgerLine>, now: Instant): LedgerLine[] {
  const ids = new Set<string | undefined>();
  const endings = new Set<string>();
  for (const file of [...desk.candidates, ...desk.picks, ...desk.quarantine.filter(holdsItems)]) {
    ids.add('data' in file ? file.data.id : file.id);
    endings.add(file.name.slice(-6));
  }
  return [...latest.values()]
    .filter((line) => isOpen(line) && !ids.has(line.id) && !endings.has(line.id.slice(0, 6)))
    .map((line) => ({ ...repeat(line, 'drop', now), reason: 'deleted' }));
}

function isOpen(line: LedgerLine): boolean {
  return line.event === 'proposed' || line.event === 'later';
}

function holdsItems(file: Quarantined): boolean {
  return file.kind === 'candidates' || file.kind === 'picks';
}

function repeat(
  { hash, text, reason, by, ...line }: LedgerLine,
  event: LedgerEvent,
  at: Instant,
): LedgerLine {
  return { ...line, event, at };
}

function alreadyPicked(entry: Entry<Candidate>, pick: Entry<PickEntry>): Finding {
  return {
    file: entry.path,
    line: 1,
    column: 1,
    code: 'candidate/already-picked',
    message: `The same item is a pick already, with other words: ${pick.path}.`,
    hint: 'Move into the pick what is worth keeping, then delete this file.',
    severity: 'warning',
  };
}
