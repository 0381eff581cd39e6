import type { Candidate } from '../model/desk/candidate.ts';
import type { Change, Changes, Desk, Entry } from '../model/desk/desk.ts';
import type { Finding } from '../model/desk/finding.ts';
import type { ItemEvent, ItemLine } from '../model/desk/ledger/itemLine.ts';
import { latestById } from '../model/desk/ledger/latestById.ts';
import { LEFT_BEHIND, type PickEntry } from '../model/desk/pick.ts';
import type { Instant } from '../model/desk/time.ts';
import { dayOf } from '../text/time.ts';
import { hasExpired, isUntouched } from './expiry.ts';
import { implicitDrops, implicitKeeps } from './implicitDecisions.ts';
import { lateProposal, toLine } from './ledgerLine.ts';

/** What settling comes to: files to move and remove, lines for the ledger, and the desk as it is afterwards. */
export interface Settled extends Changes {
  lines: ItemLine[];
  desk: Desk;
  /** what a person has to resolve */
  notes: Finding[];
}

export interface SettleOptions {
  now: Instant;
  /** who decided, if one person settles their own decisions */
  by?: string | undefined;
}

/** What one candidate comes to; empty if it stays as it is. */
interface Verdict {
  change?: Change;
  line?: ItemLine | undefined;
  note?: Finding;
  /** the pick that it becomes */
  pick?: Entry<PickEntry>;
}

/** The desk and its indexes, to settle each candidate by. */
interface SettleContext extends SettleOptions {
  desk: Desk;
  latest: ReadonlyMap<string, ItemLine>;
  picks: ReadonlyMap<string | undefined, Entry<PickEntry>>;
  /** paths that a pick cannot take, those of files that cannot be read included */
  taken: ReadonlySet<string>;
}

/**
 * Turns decisions into places: a kept candidate becomes a pick, a dropped or expired one goes, and each leaves a line. If
 * nothing is left to settle, there are no changes and no lines, however often it is called.
 */
export function settle(desk: Desk, options: SettleOptions): Settled {
  const latest = latestById(desk.ledger.items);
  const picks = new Map(desk.picks.map((pick) => [pick.data.id, pick]));
  const taken = new Set([...desk.picks, ...desk.quarantine].map(({ path }) => path));
  const context: SettleContext = { ...options, desk, latest, picks, taken };
  const verdicts = desk.candidates.map((entry) => settleOne(entry, context));
  const gone = new Set(desk.candidates.filter((_, index) => verdicts[index]?.change));
  const lines = [
    ...desk.candidates
      .filter(({ data }) => !latest.has(data.id))
      .map(({ data, body }) => lateProposal(data, body, options.now)),
    ...verdicts.flatMap(({ line }) => line ?? []),
    ...implicitKeeps(desk, latest, options.now),
    ...implicitDrops(desk, latest, options.now),
  ];
  const kept = verdicts.flatMap(({ pick }) => pick ?? []);
  return {
    desk: {
      ...desk,
      candidates: desk.candidates.filter((entry) => !gone.has(entry)),
      picks: [...desk.picks, ...kept].sort((a, b) => (a.path < b.path ? -1 : 1)),
      ledger: { ...desk.ledger, items: [...desk.ledger.items, ...lines] },
    },
    changes: verdicts.flatMap(({ change }) => change ?? []),
    lines,
    notes: verdicts.flatMap(({ note }) => note ?? []),
  };
}

function settleOne(entry: Entry<Candidate>, context: SettleContext): Verdict {
  const { data } = entry;
  const last = context.latest.get(data.id);
  if (last?.event === 'takedown') return {};
  const pick = context.picks.get(data.id);
  if (pick) return settleBesidePick(entry, pick, context);
  if (data.decision === 'keep') return keep(entry, context);
  if (data.decision === 'drop')
    return { change: removal(entry), line: decisionLine('drop', data, context) };
  if (data.decision === 'later') return { line: decisionLine('later', data, context) };
  return hasExpired(entry, context.desk, context.now)
    ? { change: removal(entry), line: decisionLine('expire', data, context) }
    : {};
}

function keep(entry: Entry<Candidate>, context: SettleContext): Verdict {
  const to = entry.path.replace(/^candidates\//, 'picks/');
  if (context.taken.has(to))
    return { note: note(entry, 'candidate/path-taken', `${to} is there already.`) };
  const { timeZone } = context.desk.settings;
  const set = { kept: dayOf(context.now, timeZone), ...(context.by && { keptBy: context.by }) };
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
    line: decisionLine('keep', data, context),
    pick: { ...entry, path: to, data: { ...without(data, LEFT_BEHIND), ...set } },
  };
}

/**
 * Finishes a run that was cut short after it had made the pick: removes the candidate. If a person has edited the candidate
 * and it says something else than the pick, a note leaves it to people.
 */
function settleBesidePick(
  entry: Entry<Candidate>,
  pick: Entry<PickEntry>,
  context: SettleContext,
): Verdict {
  const { data } = entry;
  const sameWords = withUnixLineEnds(entry.body) === withUnixLineEnds(pick.body);
  if (data.decision === 'keep' && sameWords) {
    return { change: removal(entry), line: decisionLine('keep', data, context) };
  }
  if (isUntouched(entry, context.desk.ledger.items)) return { change: removal(entry) };
  return {
    note: note(entry, 'candidate/already-picked', `The same item is a pick already: ${pick.path}.`),
  };
}

/** The ledger's line for a decision; undefined if the item's last line says just that. */
function decisionLine(
  event: ItemEvent,
  data: Candidate,
  { latest, now, by }: SettleContext,
): ItemLine | undefined {
  const reason = event === 'expire' ? '' : data.reason.trim();
  const last = latest.get(data.id);
  const isRecorded = last?.event === event && (reason === '' || last.reason === reason);
  return isRecorded
    ? undefined
    : toLine(event, data, { at: now, by: event === 'expire' ? undefined : by, reason });
}

function removal({ path, hash, data }: Entry<Candidate>): Change {
  return { do: 'remove', path, hash, id: data.id };
}

function note({ path }: Entry<Candidate>, code: Finding['code'], message: string): Finding {
  const hint = 'Bring the words of both together in one file, and delete the other.';
  return { file: path, line: 1, column: 1, code, message, hint, severity: 'warning' };
}

function withUnixLineEnds(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}

function without<T extends object, K extends keyof T>(data: T, keys: readonly K[]): Omit<T, K> {
  const rest = { ...data };
  for (const key of keys) delete rest[key];
  return rest;
}
