import { Candidate } from '../model/desk/candidate.ts';
import type { Change, Changes, Desk, Entry } from '../model/desk/desk.ts';
import { LEDGER_TEXT, type LedgerLine } from '../model/desk/ledger.ts';
import type { Instant } from '../model/desk/time.ts';
import type { Reason } from '../model/desk/why.ts';
import type { Item } from '../model/run/item.ts';
import type { Judge } from './judge.ts';
import { hintsOf, withoutBlanks } from './propose.ts';
import { itemMaker, runAt } from './runAt.ts';
import { type Scored, score } from './score.ts';

/** A candidate that was scored again. */
export interface Rescored {
  entry: Entry<Candidate>;
  /** 0 to 100; that of the file where nobody reads its language any more */
  score: number;
  /** whether its file says anything else than before */
  changed: boolean;
  /** reasons whose points are others than before, the greatest difference first; `points` is the difference */
  moves: Pick<Reason, 'signal' | 'points' | 'evidence'>[];
  /** what stands in its way now: a person decides what becomes of it */
  now?: 'vetoed' | 'belowThreshold' | 'otherLanguage';
  /** the veto's name */
  veto?: string;
}

/** What scoring again comes to. */
export interface Rescoring extends Changes {
  /** the changed ones and those that are not, in the order of their paths */
  rescored: Rescored[];
}

/** What is written anew; all else in a file stays as it is. */
const REWRITTEN = [
  'audience',
  'score',
  'why',
  'topics',
  'suggestedTopics',
  'audiences',
  'keyphrases',
  'mentions',
] as const;
type Rewritten = Pick<Candidate, (typeof REWRITTEN)[number]>;
const Anew = Candidate.pick({
  audience: true,
  score: true,
  why: true,
  topics: true,
  suggestedTopics: true,
  audiences: true,
  keyphrases: true,
  mentions: true,
});

/**
 * Scores candidates again, each as of its own harvest: by what the desk had decided and published by then and by what
 * that run proposed, but with the rules, topics, audiences, sources and settings of today. So what changes is what a
 * change of these comes to, and a second time nothing changes.
 * @param untouched those whose bytes are as they were proposed: the others are people's
 * @param now when: the instant of the new `proposed` lines
 */
export function rescore(
  desk: Desk,
  untouched: ReadonlySet<Entry<Candidate>>,
  { now }: { now: Instant },
): Rescoring {
  const { fromFile } = itemMaker(desk);
  const due = desk.candidates.filter((entry) => untouched.has(entry));
  const runs = Map.groupBy(due, ({ data }) => Date.parse(data.harvested));
  const judged = [...runs].flatMap(([, entries]) => {
    const run = runAt(desk, entries[0]?.data.harvested ?? now);
    const { scored, judge } = score(run.batch, run.desk, run);
    const byId = new Map(scored.map((one) => [one.item.id, one]));
    return entries.flatMap((entry) => {
      const one = byId.get(entry.data.id);
      return one === undefined ? [] : [rescoreOne(entry, one, judge)];
    });
  });
  judged.sort((a, b) => (a.rescored.entry.path < b.rescored.entry.path ? -1 : 1));
  return {
    rescored: judged.map(({ rescored }) => rescored),
    changes: judged.flatMap(({ change }) => change ?? []),
    lines: judged.flatMap(({ rescored: { entry }, anew }) =>
      anew === undefined ? [] : [toLine(entry, anew, fromFile(entry), now)],
    ),
  };
}

function rescoreOne(
  entry: Entry<Candidate>,
  scored: Scored,
  judge: Judge,
): { rescored: Rescored; change?: Change; anew?: Rewritten } {
  const { data, path, hash } = entry;
  if (scored.audience === undefined) {
    const rescored = { entry, score: data.score, changed: false, moves: [] };
    return { rescored: { ...rescored, now: 'otherLanguage' } };
  }
  const anew = toAnew(entry, scored, scored.audience, judge);
  const changed = REWRITTEN.some((key) => JSON.stringify(anew[key]) !== JSON.stringify(data[key]));
  const under = anew.score < judge.desk.settings.threshold;
  const rescored: Rescored = {
    ...{ entry, score: anew.score, changed, moves: movesBetween(data.why, anew.why) },
    ...(under && { now: 'belowThreshold' as const }),
    ...(scored.veto !== undefined && { now: 'vetoed' as const, veto: scored.veto }),
  };
  if (!changed) return { rescored };
  const entries = Object.entries(anew);
  const change: Change = {
    ...{ do: 'edit', path, hash, id: data.id, kind: 'candidates' },
    set: Object.fromEntries(entries.filter(([, value]) => !isEmptyList(value))),
    remove: entries.filter(([, value]) => isEmptyList(value)).map(([key]) => key),
  };
  return { rescored, change, anew };
}

/** What a file would say: read as a file is, so that the two can be compared. */
function toAnew(
  { data }: Entry<Candidate>,
  { item, score: points, why, topics, suggestedTopics, audiences }: Scored,
  audience: string,
  { corpus, desk }: Judge,
): Rewritten {
  const hints = hintsOf(item, corpus, desk.rules);
  return Anew.parse({
    ...{ audience, score: points, topics, suggestedTopics, audiences, ...hints },
    why: why.map(withoutBlanks),
    ...(item.text.length >= LEDGER_TEXT && beyond(data, item, hints, desk)),
  });
}

/** What was seen in a text of which the ledger has no more than the beginning stays, as long as its name is watched. */
function beyond(
  { keyphrases, mentions }: Candidate,
  { title, text }: Item,
  hints: ReturnType<typeof hintsOf>,
  { rules }: Desk,
): Partial<Rewritten> {
  const watched = new Set(rules.names.names.map(({ name }) => name));
  const kept = mentions.filter(({ name, sentence }) => {
    return watched.has(name) && !title.includes(sentence) && !text.includes(sentence);
  });
  const found = hints.mentions ?? [];
  const named = new Set(found.map(({ name }) => name));
  return {
    ...(keyphrases.length > 0 && { keyphrases }),
    mentions: [...found, ...kept.filter(({ name }) => !named.has(name))],
  };
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** How far each reason's points moved, the greatest way first. Rules are told apart by their names. */
function movesBetween(before: readonly Reason[], after: readonly Reason[]): Rescored['moves'] {
  const nameOf = ({ signal, evidence }: Reason) =>
    signal === 'rule' ? `rule ${evidence ?? ''}` : signal;
  const moves = new Map<string, Rescored['moves'][number]>();
  const add = (reason: Reason, points: number) => {
    const { signal, evidence } = reason;
    const known = moves.get(nameOf(reason))?.points ?? 0;
    const shown = evidence !== undefined && { evidence };
    moves.set(nameOf(reason), { signal, points: known + points, ...shown });
  };
  for (const reason of before) add(reason, -reason.points);
  for (const reason of after) add(reason, reason.points);
  return [...moves]
    .filter(([, { points }]) => points !== 0)
    .sort(([a, x], [b, y]) => Math.abs(y.points) - Math.abs(x.points) || (a < b ? -1 : 1))
    .map(([, move]) => move);
}

function toLine(
  { data }: Entry<Candidate>,
  { score: points, audience }: Rewritten,
  { text }: Item,
  at: Instant,
): LedgerLine {
  const { id, source, title, url, language, published, exploration } = data;
  return {
    ...{ at, id, event: 'proposed', score: points, audience },
    ...(exploration && { exploration }),
    ...{ source, title, url, language },
    ...(published !== undefined && { published }),
    text,
  };
}
