import type { AlsoIn } from '../model/desk/candidate.ts';
import type { Desk } from '../model/desk/desk.ts';
import type { Settings } from '../model/desk/settings.ts';
import type { Outcome } from '../model/run/outcome.ts';
import { remembered } from '../model/run/rememberedText.ts';
import type { ItemOutcome } from '../model/run/runReport.ts';
import type { ScoredText } from '../model/run/scoredText.ts';
import { collapse } from '../stories/collapse.ts';
import { explore } from './explore.ts';
import { openPlaces, type Places } from './openPlaces.ts';
import type { Scoring } from './score.ts';
import type { Scored } from './scored.ts';
import type { ScoringContext } from './scoringContext.ts';

/** An item that is going to be proposed, and what stands beside its score. */
export interface Chosen<T extends ScoredText = ScoredText> extends Scored<T> {
  /** whether it is proposed to learn from, though others scored higher */
  exploration: boolean;
  /** where else its story stood in this run */
  alsoIn: AlsoIn[];
  /** name of the pick whose story it continues */
  follows?: string;
}

/** The proposals of a run, the best first, and what became of every item. */
export interface Choice<T extends ScoredText = ScoredText> {
  proposed: Chosen<T>[];
  /** every item that was scored, the proposed ones included */
  outcomes: ItemOutcome[];
}

/** What became of an item, and by what. */
interface Verdict {
  outcome: Outcome;
  detail?: string | undefined;
}
type Verdicts = Map<Scored, Verdict>;

export interface ChooseOptions {
  /** by item id: where else its address stood, as the sieve found */
  sieved?: ReadonlyMap<string, readonly AlsoIn[]>;
}

/**
 * Chooses the best items that the desk's threshold, budget and caps allow, one a story. Items of important sources take
 * places first. If a source brings more good items than `floodLimit`, only the newest compete. About one place in
 * `1 / exploration` goes to an item from under the threshold. Every item gets exactly one outcome.
 */
export function choose<T extends ScoredText>(
  {
    scored,
    stories,
    context,
  }: Pick<Scoring<T>, 'scored' | 'stories'> & { context: Pick<ScoringContext, 'trust'> },
  desk: Pick<Desk, 'settings' | 'sources' | 'candidates' | 'picks' | 'ledger'>,
  { sieved = new Map() }: ChooseOptions = {},
): Choice<T> {
  const { settings } = desk;
  const verdicts: Verdicts = new Map();
  const good = passing(scored, verdicts, (one) => shortfall(one, settings));
  const shown = scored.filter(({ veto }) => veto === undefined);
  const collapsed = collapse(good.map(toItem), stories, shown.map(toItem), sieved);
  const leading = passing(good, verdicts, ({ item }) => collapsed.behind.get(item.id));
  const newest = newestOfEach(leading, settings.floodLimit);
  const open = passing(leading, verdicts, (one) =>
    newest.has(one) ? undefined : { outcome: 'flood' },
  );

  const places = openPlaces(desk);
  const explored = explore(scored, Math.min(open.length, settings.budget), desk, {
    isOpen: (one) =>
      verdicts.get(one)?.outcome === 'belowThreshold' &&
      !collapsed.leads.has(stories.of(one.item.id)?.lead ?? '') &&
      places.obstacle(one) === undefined,
    decided: (name) => context.trust(name).decided,
  });
  for (const one of explored) places.take(one);
  fill(places, importantFirst(open, desk), verdicts);

  const toChosen = (one: Scored<T>): Chosen<T> => {
    const follows = stories.of(one.item.id)?.follows;
    return {
      ...one,
      exploration: explored.includes(one),
      alsoIn: collapsed.alsoIn.get(one.item.id) ?? [...(sieved.get(one.item.id) ?? [])],
      ...(follows !== undefined && { follows }),
    };
  };
  return {
    proposed: scored
      .filter((one) => places.taken.has(one))
      .sort(byMerit)
      .map(toChosen),
    outcomes: scored.map((one) =>
      toItemOutcome(one, verdicts.get(one) ?? { outcome: 'belowThreshold' }),
    ),
  };
}

function toItem({ item }: Scored): ScoredText {
  return item;
}

/** The items on which there is no verdict yet; the others get theirs. */
function passing<S extends Scored>(
  items: readonly S[],
  verdicts: Verdicts,
  verdictOn: (one: S) => Verdict | undefined,
): S[] {
  return items.filter((one) => {
    const verdict = verdictOn(one);
    if (verdict) verdicts.set(one, verdict);
    return verdict === undefined;
  });
}

function importantFirst(
  items: readonly Scored[],
  { sources }: Pick<Desk, 'sources'>,
): readonly Scored[] {
  const important = new Set(sources.filter(({ data }) => data.important).map(({ name }) => name));
  const rank = ({ item }: Scored) => Number(important.has(item.source));
  return items.toSorted((a, b) => rank(b) - rank(a) || byMerit(a, b));
}

/** Gives places to items in their order. Each item gets a verdict: that it is proposed, or what keeps it from a place. */
function fill(places: Places, inOrder: readonly Scored[], verdicts: Verdicts): void {
  for (const one of inOrder) {
    const outcome = places.obstacle(one);
    if (outcome) verdicts.set(one, { outcome });
    else places.take(one);
  }
  for (const one of places.taken) verdicts.set(one, { outcome: 'proposed' });
}

/** Why an item is not good enough to compete; undefined if it is. */
function shortfall(
  { score, audience, veto }: Scored,
  { threshold }: Settings,
): Verdict | undefined {
  if (audience === undefined) return { outcome: 'otherLanguage' };
  if (score < threshold) return { outcome: 'belowThreshold' };
  return veto === undefined ? undefined : { outcome: 'vetoed', detail: veto };
}

/** The newest items of each source, the undated after the dated. */
function newestOfEach(scored: readonly Scored[], limit: number): ReadonlySet<Scored> {
  const bySource = Map.groupBy(scored, ({ item }) => item.source);
  const newest = [...bySource.values()].flatMap((own) =>
    own.toSorted((a, b) => timeOf(b) - timeOf(a) || byMerit(a, b)).slice(0, limit),
  );
  return new Set(newest);
}

/** Best score first; then the newest; then by id, so that the order of files and feeds decides nothing. */
function byMerit(a: Scored, b: Scored): number {
  return b.score - a.score || timeOf(b) - timeOf(a) || (a.item.id < b.item.id ? -1 : 1);
}

function timeOf({ item }: Scored): number {
  return Date.parse(item.published ?? '') || 0;
}

/** The report is the only place that keeps an item that is not proposed, so it has the reasons and the text behind them. */
function toItemOutcome(
  { item, score, audience, why }: Scored,
  { outcome, detail }: Verdict,
): ItemOutcome {
  const { source, title, id, url, language } = item;
  return {
    source,
    title,
    id,
    url,
    outcome,
    score,
    audience,
    ...(detail !== undefined && { detail }),
    ...(outcome !== 'proposed' && {
      why,
      language,
      ...remembered(item),
    }),
  };
}
