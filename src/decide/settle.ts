import type { Candidate } from '../model/desk/candidate.ts';
import type { Change, Changes, Desk, Entry } from '../model/desk/desk.ts';
import type { Finding } from '../model/desk/finding.ts';
import { byTime, type LedgerEvent, type LedgerLine, latestById } from '../model/desk/ledger.ts';
import type { PickEntry } from '../model/desk/pick.ts';
import type { Instant } from '../model/desk/time.ts';
import { dayOf, daysSince } from '../text/time.ts';
import { laterUntil } from './later.ts';
import { lateProposal, toLine } from './ledgerLine.ts';
import { deleted, movedByHand } from './withoutWords.ts';

/** What decisions come to: files to move and remove, lines to remember, and the desk as it is afterwards. */
export interface Settled extends Changes {
  desk: Desk;
  /** what a person has to look at */
  notes: Finding[];
}

export interface SettleOptions {
  now: Instant;
  /** who decided, where one person settles their own decisions */
  by?: string | undefined;
}

/** What one candidate comes to; nothing of it when it stays as it is. */
interface Verdict {
  change?: Change;
  line?: LedgerLine | undefined;
  note?: Finding;
  /** what it is among the picks */
  pick?: Entry<PickEntry>;
}

/** What a verdict is made from. */
interface Room extends SettleOptions {
  desk: Desk;
  latest: ReadonlyMap<string, LedgerLine>;
  picks: ReadonlyMap<string | undefined, Entry<PickEntry>>;
  /** paths that a pick cannot take, of files that cannot be read included */
  taken: ReadonlySet<string>;
}

/** Keys of a candidate that a pick has no use for; `reason` stays with the team, in the ledger. */
const LEFT_BEHIND = [
  'decision',
  'reason',
  'audiences',
  'suggestedTopics',
  'exploration',
  'keyphrases',
  'mentions',
  'image',
  'comments',
] as const;

/**
 * Turns decisions into places: a kept candidate becomes a pick, a dropped or expired one goes, and each leaves a line.
 * Nothing new to settle gives no changes and no lines, whenever it is asked.
 */
export function settle(desk: Desk, options: SettleOptions): Settled {
  const latest = latestById(desk.ledger);
  const picks = new Map(desk.picks.map((pick) => [pick.data.id, pick]));
  const taken = new Set([...desk.picks, ...desk.quarantine].map(({ path }) => path));
  const room: Room = { ...options, desk, latest, picks, taken };
  const verdicts = desk.candidates.map((entry) => settleOne(entry, room));
  const gone = new Set(desk.candidates.filter((_, index) => verdicts[index]?.change));
  const lines = [
    ...desk.candidates
      .filter(({ data }) => !latest.has(data.id))
      .map(({ data, body }) => lateProposal(data, body, options.now)),
    ...verdicts.flatMap(({ line }) => line ?? []),
    ...movedByHand(desk, latest, options.now),
    ...deleted(desk, latest, options.now),
  ];
  const kept = verdicts.flatMap(({ pick }) => pick ?? []);
  return {
    desk: {
      ...desk,
      candidates: desk.candidates.filter((entry) => !gone.has(entry)),
      picks: [...desk.picks, ...kept].sort((a, b) => (a.path < b.path ? -1 : 1)),
      ledger: [...desk.ledger, ...lines],
    },
    changes: verdicts.flatMap(({ change }) => change ?? []),
    lines,
    notes: verdicts.flatMap(({ note }) => note ?? []),
  };
}

/** Candidates that wait for a decision now: those postponed to a day that has not come are not among them. */
export function undecided(desk: Desk, now: Instant): Entry<Candidate>[] {
  const latest = latestById(desk.ledger);
  const { timeZone } = desk.settings;
  return desk.candidates.filter(({ data }) => {
    const last = latest.get(data.id);
    if (last?.event === 'takedown') return false;
    if (data.decision !== 'later') return data.decision === '';
    const since = last?.event === 'later' ? last.at : now;
    return laterUntil(data.reason, since, timeZone) <= dayOf(now, timeZone);
  });
}

/** Untouched means byte for byte as proposed: what a person has written in is never removed unasked. */
export function isUntouched(
  { data, hash }: Entry<Candidate>,
  ledger: readonly LedgerLine[],
): boolean {
  return ledger.some(
    (line) => line.event === 'proposed' && line.id === data.id && line.hash === hash,
  );
}

function settleOne(entry: Entry<Candidate>, room: Room): Verdict {
  const { data } = entry;
  const last = room.latest.get(data.id);
  if (last?.event === 'takedown') return {};
  const pick = room.picks.get(data.id);
  if (pick) return besidePick(entry, pick, room);
  if (data.decision === 'keep') return keep(entry, room);
  if (data.decision === 'drop')
    return { change: removal(entry), line: remember('drop', data, room) };
  if (data.decision === 'later') return { line: remember('later', data, room) };
  return hasExpired(entry, room)
    ? { change: removal(entry), line: remember('expire', data, room) }
    : {};
}

function keep(entry: Entry<Candidate>, room: Room): Verdict {
  const to = entry.path.replace(/^candidates\//, 'picks/');
  if (room.taken.has(to))
    return { note: note(entry, 'candidate/path-taken', `${to} is there already.`) };
  const { timeZone } = room.desk.settings;
  const set = { kept: dayOf(room.now, timeZone), ...(room.by && { keptBy: room.by }) };
  const { data, path: from, hash } = entry;
  return {
    change: {
      do: 'move',
      from,
      to,
      hash,
      id: data.id,
      kind: 'picks',
      set,
      remove: [...LEFT_BEHIND],
    },
    line: remember('keep', data, room),
    pick: { ...entry, path: to, data: { ...without(data, LEFT_BEHIND), ...set } },
  };
}

/** The rest of a run that was cut short after it had made the pick; what says more than the pick is left to people. */
function besidePick(entry: Entry<Candidate>, pick: Entry<PickEntry>, room: Room): Verdict {
  const { data } = entry;
  const sameWords = lineEnds(entry.body) === lineEnds(pick.body);
  if (data.decision === 'keep' && sameWords) {
    return { change: removal(entry), line: remember('keep', data, room) };
  }
  if (isUntouched(entry, room.desk.ledger)) return { change: removal(entry) };
  return {
    note: note(entry, 'candidate/already-picked', `The same item is a pick already: ${pick.path}.`),
  };
}

/** The line of a decision, unless the ledger ends with just that. */
function remember(
  event: LedgerEvent,
  data: Candidate,
  { latest, now, by }: Room,
): LedgerLine | undefined {
  const reason = event === 'expire' ? '' : data.reason.trim();
  const last = latest.get(data.id);
  const said = last?.event === event && (reason === '' || last.reason === reason);
  return said
    ? undefined
    : toLine(event, data, { at: now, by: event === 'expire' ? undefined : by, reason });
}

function hasExpired(entry: Entry<Candidate>, { desk, now }: Room): boolean {
  if (!isUntouched(entry, desk.ledger)) return false;
  const since = waitingSince(desk.ledger.filter(({ id }) => id === entry.data.id));
  return since !== undefined && daysSince(since, now) > desk.settings.expireAfter;
}

/**
 * From when a candidate waits, by the lines of its id: since it was first proposed, however often it has been scored
 * again; proposed anew after it was closed, or reopened, it waits from then.
 */
function waitingSince(lines: readonly LedgerLine[]): Instant | undefined {
  let since: Instant | undefined;
  let closed = true;
  for (const { event, at } of lines.toSorted(byTime)) {
    if ((event === 'proposed' && closed) || event === 'restore') since = at;
    if (event === 'proposed') closed = false;
    else if (event !== 'later') closed = true;
  }
  return since;
}

function removal({ path, hash, data }: Entry<Candidate>): Change {
  return { do: 'remove', path, hash, id: data.id };
}

function note({ path }: Entry<Candidate>, code: Finding['code'], message: string): Finding {
  const hint = 'Bring the words of both together in one file, and delete the other.';
  return { file: path, line: 1, column: 1, code, message, hint, severity: 'warning' };
}

function lineEnds(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}

function without<T extends object, K extends keyof T>(data: T, keys: readonly K[]): Omit<T, K> {
  const rest = { ...data };
  for (const key of keys) delete rest[key];
  return rest;
}
