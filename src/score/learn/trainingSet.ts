import type { ItemLine } from '../../model/desk/ledger/itemLine.ts';
import { latestById } from '../../model/desk/ledger/latestById.ts';
import type { PickEntry } from '../../model/desk/pick.ts';
import { primarySubtag } from '../../text/primarySubtag.ts';
import type { Decision } from '../relevance/decisions.ts';
import type { LearningInputs } from './learningInputs.ts';

/** What there is to learn from. */
export interface TrainingSet {
  /** items that people kept or dropped, as their last decision has it, and whose text is known */
  decided: number;
  kept: number;
  dropped: number;
  /** what they come to when copies of one text count once */
  stories: number;
  /** kept or dropped, but nothing remembers their text */
  withoutText: number;
  /** picks that nobody had proposed and that no ledger line decided: their words are known, and no decision is */
  byHand: number;
  /** proposed and postponed, expired, reopened, or waiting still: no refusal */
  undecided: number;
  /** instants of the first decision and the last */
  from?: string;
  to?: string;
  /** decisions by language */
  languages: Record<string, number>;
  /** languages that an audience reads and in which nothing was decided */
  unheard: string[];
}

const UNDECIDED: ReadonlySet<string> = new Set(['proposed', 'later', 'expire', 'restore']);

/**
 * What the decisions of a desk, or of one audience, come to.
 * @param decisions those that are counted, of all that are learned from
 */
export function trainingSetOf(
  inputs: LearningInputs,
  decisions: readonly Decision[],
  audience: string | undefined,
): TrainingSet {
  const ledger = inputs.desk.ledger.items;
  const isOurs = (one: { audience?: string | undefined }) =>
    audience === undefined || one.audience === audience;
  const latest = [...latestById(ledger).values()].filter(isOurs);
  const proposed = new Set(ledger.filter(({ event }) => event === 'proposed').map(({ id }) => id));
  const known = new Set([...proposed, ...inputs.decisions.map(({ id }) => id)]);
  const languages = countsByLanguage(decisions);
  const [first, last] = [decisions[0], decisions.at(-1)];
  return {
    decided: decisions.length,
    ...tally(decisions),
    stories: Math.round(decisions.reduce((sum, { weight }) => sum + weight, 0)),
    withoutText: latest.filter(isDecision).length - decisions.length,
    byHand: inputs.desk.picks.filter(({ data }) => isOurs(data) && isUnknown(data, known)).length,
    undecided: latest.filter(({ id, event }) => proposed.has(id) && UNDECIDED.has(event)).length,
    ...(first && last && { from: first.at, to: last.at }),
    languages: Object.fromEntries(languages),
    unheard: languagesRead(inputs, audience).filter((name) => !languages.has(name)),
  };
}

export function tally(decisions: readonly Decision[]): { kept: number; dropped: number } {
  const kept = decisions.filter((one) => one.kept).length;
  return { kept, dropped: decisions.length - kept };
}

function isDecision({ event }: ItemLine): boolean {
  return event === 'keep' || event === 'drop';
}

function isUnknown({ id }: PickEntry, known: ReadonlySet<string>): boolean {
  return id === undefined || !known.has(id);
}

/** Decisions by language, in the order of the languages' names. */
function countsByLanguage(decisions: readonly Decision[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { doc } of decisions.toSorted((a, b) => (a.doc.language < b.doc.language ? -1 : 1))) {
    const language = primarySubtag(doc.language) ?? doc.language;
    counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return counts;
}

/** The languages that an audience reads, or any of them, in the order of their names. */
function languagesRead({ audienceModels }: LearningInputs, audience: string | undefined): string[] {
  const read = audienceModels
    .filter(({ name }) => audience === undefined || name === audience)
    .flatMap(({ data }) => data.languages.map((language) => primarySubtag(language) ?? language));
  return [...new Set(read)].sort();
}
