import type { Candidate } from '../model/desk/candidate.ts';
import type { Change, Desk, Entry } from '../model/desk/desk.ts';
import { type Finding, fileFinding } from '../model/desk/finding.ts';
import type { ItemEvent, ItemLine } from '../model/desk/ledger/itemLine.ts';
import { LEFT_BEHIND, type PickEntry } from '../model/desk/pick.ts';
import type { Instant } from '../model/desk/time.ts';
import type { CodedFault } from '../model/run/fault.ts';
import { dayOf } from '../text/time.ts';
import { hasExpired, isUntouched } from './expiry.ts';
import { toLine } from './ledgerLine.ts';

export interface SettleOptions {
  now: Instant;
  /** who decided, if one person settles their own decisions */
  by?: string | undefined;
}

/** What one candidate comes to; empty if it stays as it is. */
export interface Verdict {
  change?: Change;
  line?: ItemLine | undefined;
  note?: Finding;
  /** the pick that it becomes */
  pick?: Entry<PickEntry>;
}

/** The desk and its indexes, to settle each candidate by. */
export interface SettleContext extends SettleOptions {
  desk: Desk;
  latest: ReadonlyMap<string, ItemLine>;
  /** by id */
  picks: ReadonlyMap<string | undefined, Entry<PickEntry>>;
  /** a pick that has no id to know it by, of the candidate's address */
  namelessPick(candidate: Candidate): Entry<PickEntry> | undefined;
  /** paths that a pick cannot take: files that cannot be read have one, and so have picks that are being made */
  taken: Set<string>;
  /** where a candidate's file stands now */
  placeOf(entry: Entry<Candidate>): string;
}

/**
 * What the files of one item come to: mostly there is one. If a merge has brought two and people have decided in one of
 * them, one that nobody touched goes with the decision; one that somebody did is left to people, with a note.
 */
export function settleItem(
  files: readonly Entry<Candidate>[],
  context: SettleContext,
): Map<Entry<Candidate>, Verdict> {
  const decided = files.filter(({ data }) => data.decision !== '');
  const [first, ...others] = decided;
  if (first === undefined || files.length === 1 || isClosed(first, context))
    return new Map(files.map((file) => [file, settleOne(file, context)]));
  if (others.some(({ data }) => data.decision !== first.data.decision))
    return new Map(decided.map((file) => [file, decidedTwice(file, decided)]));
  const verdict = settleOne(first, context);
  const twins = verdict.note === undefined ? files.filter((one) => one !== first) : [];
  return new Map([
    [first, verdict],
    ...twins.map((twin) => [twin, settleTwin(twin, first, context)] as const),
  ]);
}

/** Whether the item is a pick already, or was taken down. */
function isClosed({ data: { id } }: Entry<Candidate>, { picks, latest }: SettleContext): boolean {
  return picks.has(id) || latest.get(id)?.event === 'takedown';
}

/** What a second file of an item comes to, when the first has been decided. */
function settleTwin(
  twin: Entry<Candidate>,
  first: Entry<Candidate>,
  context: SettleContext,
): Verdict {
  const { decision } = first.data;
  const saysNoMore = isUntouched(twin, context.desk.ledger.items) || twin.hash === first.hash;
  if (saysNoMore || (decision === 'drop' && twin.data.decision === 'drop'))
    return { change: removal(twin, context) };
  const values = { other: first.path, decision };
  return { note: note(twin, { code: 'candidate/same-item', values }) };
}

function settleOne(entry: Entry<Candidate>, context: SettleContext): Verdict {
  const { data } = entry;
  const last = context.latest.get(data.id);
  if (last?.event === 'takedown') return {};
  const pick = context.picks.get(data.id);
  if (pick) return settleBesidePick(entry, pick, context);
  if (data.decision === 'keep') return keep(entry, context);
  if (data.decision === 'drop')
    return { change: removal(entry, context), line: decisionLine('drop', data, context) };
  if (data.decision === 'later') return { line: decisionLine('later', data, context) };
  if (isLeftOver(entry, last, context)) return { change: removal(entry, context) };
  return hasExpired(entry, context.desk, context.now)
    ? { change: removal(entry, context), line: decisionLine('expire', data, context) }
    : {};
}

/** Whether people have decided on the item in another file, and nobody has touched this one. */
function isLeftOver(
  entry: Entry<Candidate>,
  last: ItemLine | undefined,
  { desk }: SettleContext,
): boolean {
  return (
    (last?.event === 'drop' || last?.event === 'keep') && isUntouched(entry, desk.ledger.items)
  );
}

function keep(entry: Entry<Candidate>, context: SettleContext): Verdict {
  const { settings } = context.desk;
  const nameless = context.namelessPick(entry.data);
  if (nameless) return { note: besideNameless(entry, nameless) };
  const to = pickPath(entry, settings.timeZone);
  if (context.taken.has(to)) return { note: pathTaken(entry, to) };
  context.taken.add(to);
  const kept = dayOf(context.now, settings.timeZone);
  const set = { kept, ...(context.by && { keptBy: context.by }) };
  const { data, hash } = entry;
  return {
    change: {
      do: 'move',
      from: context.placeOf(entry),
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

/** Where a candidate stands once it is kept: under the month of its harvest, for good, since pages have their address by it. */
function pickPath({ name, data }: Entry<Candidate>, timeZone: string): string {
  const [year, month] = dayOf(data.harvested, timeZone).split('-');
  return `picks/${year}/${month}/${name}.md`;
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
    return { change: removal(entry, context), line: decisionLine('keep', data, context) };
  }
  if (isUntouched(entry, context.desk.ledger.items)) return { change: removal(entry, context) };
  const values = { path: pick.path };
  return { note: note(entry, { code: 'candidate/already-picked', values }) };
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

function removal(entry: Entry<Candidate>, { placeOf }: Pick<SettleContext, 'placeOf'>): Change {
  return { do: 'remove', path: placeOf(entry), hash: entry.hash, id: entry.data.id };
}

function note({ path }: Entry<Candidate>, fault: CodedFault): Finding {
  return fileFinding(path, fault, 'warning');
}

function besideNameless(entry: Entry<Candidate>, pick: Entry<PickEntry>): Finding {
  const values = { path: pick.path, id: entry.data.id };
  return note(entry, { code: 'candidate/nameless-pick', values });
}

/** The note on a candidate whose place is another file's. */
export function pathTaken(entry: Entry<Candidate>, path: string): Finding {
  return note(entry, { code: 'candidate/path-taken', values: { path } });
}

function decidedTwice(entry: Entry<Candidate>, files: readonly Entry<Candidate>[]): Verdict {
  const { decision } = entry.data;
  const other = files.find(({ data }) => data.decision !== decision);
  const values = {
    decision,
    other: other?.path ?? '',
    otherDecision: other?.data.decision ?? '',
  };
  return { note: note(entry, { code: 'candidate/decided-twice', values }) };
}

function withUnixLineEnds(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}

function without<T extends object, K extends keyof T>(data: T, keys: readonly K[]): Omit<T, K> {
  const rest = { ...data };
  for (const key of keys) delete rest[key];
  return rest;
}
