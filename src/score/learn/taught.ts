import type { Desk } from '../../model/desk/desk.ts';
import { latestById } from '../../model/desk/ledger.ts';
import { primarySubtag } from '../../text/primarySubtag.ts';
import type { Decision } from '../relevance/decisions.ts';
import { learnRelevance } from '../relevance/relevance.ts';
import { type BackTest, backTest } from './backTest.ts';
import { type Contradiction, contradictionsOf } from './contradictions.ts';
import { type Learning, openLearning } from './openLearning.ts';
import { type TaughtWords, taughtWords } from './taughtWords.ts';
import { type TrustMove, trustMoves } from './trustMoves.ts';

/** What there is to learn from. */
export interface Ground {
  /** items that people kept or dropped, as their last decision has it, and whose text is known */
  decided: number;
  kept: number;
  dropped: number;
  /** what they come to when copies of one text count once */
  stories: number;
  /** kept or dropped, but nothing remembers their text */
  withoutText: number;
  /** picks that nobody had proposed and no ledger line tells of: their words are known, and teach nothing */
  byHand: number;
  /** proposed and put off, expired, reopened, or waiting still: no refusal */
  undecided: number;
  /** instants of the first decision and the last */
  from?: string;
  to?: string;
  /** decisions by language */
  languages: Record<string, number>;
  /** languages that an audience reads and in which nothing was decided */
  unheard: string[];
}

/** The words of one audience, or of all. */
export interface AudienceWords extends TaughtWords {
  /** undefined: all audiences together */
  audience?: string;
  kept: number;
  dropped: number;
}

/** What a desk's ledger taught. */
export interface Taught {
  ground: Ground;
  /** empty where there are too few decisions, or only keeps, or only drops */
  words: AudienceWords[];
  contradictions: Contradiction[];
  trust: TrustMove[];
  /** undefined where there is too little to predict, or too few decisions to learn from */
  backTest: BackTest | undefined;
}

/** With fewer decisions of a kind, words tell of single texts. */
export const FEWEST_FOR_WORDS = 10;
/** With fewer decisions, figures are more chance than skill; the score is not calibrated either. */
export const FEWEST_FOR_FIGURES = 40;

/**
 * Everything that a desk's decisions taught, for people to look over. A function of the desk's files alone.
 * @param audience for this one alone; its words, its contradictions, its history; sources are trusted by all
 */
export function taughtBy(desk: Desk, audience?: string): Taught {
  const learning = openLearning(desk);
  const { wanted, decisions, space, corpus } = learning;
  const relevance = learnRelevance(wanted, decisions, space, desk.settings.weights);
  const ofAudience = (name: string) => decisions.filter((one) => one.audience === name);
  const own = audience === undefined ? decisions : ofAudience(audience);
  const twoSided = isTwoSided(decisions);
  const { shared } = relevance;
  const words: AudienceWords[] = [];
  if (shared !== undefined && twoSided && decisions.length >= FEWEST_FOR_WORDS) {
    if (audience === undefined)
      words.push({ ...tally(decisions), ...taughtWords([shared], decisions, learning) });
    for (const { name } of wanted.filter(
      (one) => audience === undefined || one.name === audience,
    )) {
      const mine = ofAudience(name);
      const learned = [shared, relevance.own.get(name)].filter((one) => one !== undefined);
      const two = isTwoSided(mine) && mine.length >= FEWEST_FOR_WORDS;
      const taught = two ? taughtWords(learned, mine, learning) : { towards: [], against: [] };
      if (wanted.length > 1 || audience !== undefined)
        words.push({ audience: name, ...tally(mine), ...taught });
    }
  }
  return {
    ground: groundOf(learning, own, audience),
    words,
    contradictions: contradictionsOf(desk, own, corpus),
    trust: trustMoves(desk),
    backTest:
      isTwoSided(own) && own.length >= FEWEST_FOR_FIGURES ? backTest(learning, own) : undefined,
  };
}

function isTwoSided(decisions: readonly Decision[]): boolean {
  return decisions.some(({ kept }) => kept) && decisions.some(({ kept }) => !kept);
}

function tally(decisions: readonly Decision[]): { kept: number; dropped: number } {
  const kept = decisions.filter((one) => one.kept).length;
  return { kept, dropped: decisions.length - kept };
}

function groundOf(
  { desk, wanted, decisions: learned }: Learning,
  decisions: readonly Decision[],
  audience: string | undefined,
): Ground {
  const latest = [...latestById(desk.ledger).values()].filter(
    (line) => audience === undefined || line.audience === audience,
  );
  const closed = latest.filter(({ event }) => event === 'keep' || event === 'drop');
  const proposed = new Set(
    desk.ledger.filter(({ event }) => event === 'proposed').map(({ id }) => id),
  );
  const languages = Map.groupBy(
    decisions.toSorted((a, b) => (a.doc.language < b.doc.language ? -1 : 1)),
    ({ doc }) => primarySubtag(doc.language) ?? doc.language,
  );
  const read = new Set(
    wanted
      .filter(({ name }) => audience === undefined || name === audience)
      .flatMap(({ data }) => data.languages.map((language) => primarySubtag(language) ?? language)),
  );
  const known = new Set(learned.map(({ id }) => id));
  const [first, last] = [decisions[0], decisions.at(-1)];
  const handMade = desk.picks.filter(
    ({ data }) =>
      (data.id === undefined || !(proposed.has(data.id) || known.has(data.id))) &&
      (audience === undefined || data.audience === audience),
  );
  return {
    ...{ decided: decisions.length, ...tally(decisions) },
    stories: Math.round(decisions.reduce((sum, { weight }) => sum + weight, 0)),
    withoutText: closed.length - decisions.length,
    byHand: handMade.length,
    undecided: latest.filter(({ id, event }) => proposed.has(id) && UNDECIDED.has(event)).length,
    ...(first && last && { from: first.at, to: last.at }),
    languages: Object.fromEntries([...languages].map(([name, own]) => [name, own.length])),
    unheard: [...read].filter((name) => !languages.has(name)).sort(),
  };
}

const UNDECIDED: ReadonlySet<string> = new Set(['proposed', 'later', 'expire', 'restore']);
