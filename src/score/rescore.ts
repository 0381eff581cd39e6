import type { z } from 'astro/zod';
import { Candidate } from '../model/desk/candidate.ts';
import type { Change, Changes, Desk, Entry } from '../model/desk/desk.ts';
import { latestProposal } from '../model/desk/ledger/latestProposal.ts';
import { proposedLine } from '../model/desk/ledger/proposedLine.ts';
import type { Instant } from '../model/desk/time.ts';
import { LEDGER_TEXT, remembered } from '../model/run/rememberedText.ts';
import type { ScoredText } from '../model/run/scoredText.ts';
import { pastRun } from './pastRun.ts';
import { type PointChange, pointChanges } from './pointChanges.ts';
import { hintsOf, withoutBlanks } from './propose.ts';
import { score } from './score.ts';
import type { Scored } from './scored.ts';
import { scoredTexts } from './scoredTexts.ts';
import type { ScoringContext } from './scoringContext.ts';

/** A candidate that was scored again. */
export interface Rescored {
  entry: Entry<Candidate>;
  /** 0 to 100; that of the file if nobody reads its language any more */
  score: number;
  /** whether its file would change */
  changed: boolean;
  pointChanges: PointChange[];
  /** why it would not be proposed today, if so: a person decides what becomes of it */
  now?: 'vetoed' | 'belowThreshold' | 'otherLanguage';
  /** the veto's name */
  veto?: string;
}

/** The files and the lines that scoring again writes. */
export interface Rescoring extends Changes {
  /** changed or not, in the order of their paths */
  rescored: Rescored[];
}

/** The part of a candidate that is written again; all else in its file stays as it is. */
const RescoredData = Candidate.pick({
  audience: true,
  score: true,
  why: true,
  topics: true,
  suggestedTopics: true,
  audiences: true,
  keyphrases: true,
  mentions: true,
});
type RescoredData = z.infer<typeof RescoredData>;
const KEYS = RescoredData.keyof().options;

/**
 * Scores candidates again, each as of its own harvest: by what the desk had decided and published by then and by what
 * that run proposed, but with the rules, topics, audiences, sources and settings of today. So a score changes only if
 * these have changed, and scoring a second time changes nothing.
 * @param untouched candidates whose files are byte for byte as proposed; the others belong to people
 * @param now the instant of the new `proposed` lines
 */
export function rescore(
  desk: Desk,
  untouched: ReadonlySet<Entry<Candidate>>,
  { now }: { now: Instant },
): Rescoring {
  const { fromFile } = scoredTexts(desk);
  const due = desk.candidates.filter((entry) => untouched.has(entry));
  const runs = Map.groupBy(due, ({ data }) => Date.parse(data.harvested));
  const results = [...runs].flatMap(([, entries]) => rescoreRun(desk, entries, now));
  results.sort((a, b) => (a.rescored.entry.path < b.rescored.entry.path ? -1 : 1));
  return {
    rescored: results.map(({ rescored }) => rescored),
    changes: results.flatMap(({ change }) => change ?? []),
    lines: results.flatMap(({ rescored: { entry }, data }) => {
      if (data === undefined) return [];
      const text = remembered(fromFile(entry));
      const { guid } = latestProposal(desk.ledger.items, entry.data.id) ?? {};
      return [proposedLine({ ...entry.data, ...data }, { at: now, text, guid })];
    }),
  };
}

/** What scoring one candidate again comes to. */
interface Result {
  rescored: Rescored;
  change?: Change;
  /** what its file says after `change` */
  data?: RescoredData;
}

/** Scores candidates of one harvest again. */
function rescoreRun(desk: Desk, entries: readonly Entry<Candidate>[], now: Instant): Result[] {
  const run = pastRun(desk, entries[0]?.data.harvested ?? now);
  const { scored, context } = score(run.batch, run.desk, run);
  const byId = new Map(scored.map((one) => [one.item.id, one]));
  return entries.flatMap((entry) => {
    const one = byId.get(entry.data.id);
    return one === undefined ? [] : [rescoreOne(entry, one, context)];
  });
}

function rescoreOne(entry: Entry<Candidate>, scored: Scored, context: ScoringContext): Result {
  const { data: before } = entry;
  if (scored.audience === undefined) {
    const { score } = before;
    return {
      rescored: { entry, score, changed: false, pointChanges: [], now: 'otherLanguage' },
    };
  }
  const data = rescoredData(entry, scored, scored.audience, context);
  const changed = KEYS.some((key) => JSON.stringify(data[key]) !== JSON.stringify(before[key]));
  const under = data.score < context.desk.settings.threshold;
  const rescored: Rescored = {
    entry,
    score: data.score,
    changed,
    pointChanges: pointChanges(before.why, data.why),
    ...(under && { now: 'belowThreshold' as const }),
    ...(scored.veto !== undefined && { now: 'vetoed' as const, veto: scored.veto }),
  };
  return changed ? { rescored, change: toChange(entry, data), data } : { rescored };
}

function toChange({ data: { id }, path, hash }: Entry<Candidate>, data: RescoredData): Change {
  const entries = Object.entries(data);
  return {
    do: 'edit',
    path,
    hash,
    id,
    kind: 'candidates',
    set: Object.fromEntries(entries.filter(([, value]) => !isEmptyList(value))),
    remove: entries.filter(([, value]) => isEmptyList(value)).map(([key]) => key),
  };
}

/** What the file would say, parsed as a file is, so that the two can be compared. */
function rescoredData(
  { data }: Entry<Candidate>,
  { item, score: points, why, topics, suggestedTopics, audiences }: Scored,
  audience: string,
  { corpus, desk }: ScoringContext,
): RescoredData {
  const hints = hintsOf(item, corpus, desk.rules);
  return RescoredData.parse({
    audience,
    score: points,
    topics,
    suggestedTopics,
    audiences,
    ...hints,
    why: why.map(withoutBlanks),
    ...(item.text.length >= LEDGER_TEXT && hintsBeyondText(data, item, hints, desk)),
  });
}

/**
 * The hints of an item of whose text the ledger has the beginning only: keyphrases stay, and so do mentions from beyond the
 * beginning, as long as their names are watched.
 */
function hintsBeyondText(
  { keyphrases, mentions }: Candidate,
  { title, text }: ScoredText,
  hints: ReturnType<typeof hintsOf>,
  { rules }: Desk,
): Partial<RescoredData> {
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
