import type { AlsoIn } from '../model/desk/candidate.ts';
import type { Desk } from '../model/desk/desk.ts';
import { LEDGER_TEXT } from '../model/desk/ledger.ts';
import type { Settings } from '../model/desk/settings.ts';
import { slug } from '../model/desk/slug.ts';
import type { Outcome } from '../model/run/outcome.ts';
import type { ItemOutcome } from '../model/run/runReport.ts';
import { collapse } from '../stories/collapse.ts';
import { textOf } from '../words/corpus.ts';
import { explore } from './explore.ts';
import type { Judge } from './judge.ts';
import type { Scored, Scoring } from './score.ts';

/** An item that is going to be proposed, and what stands beside its score. */
export interface Chosen extends Scored {
  /** proposed to learn from, though others scored higher */
  exploration: boolean;
  /** where else its story stood in this run */
  alsoIn: AlsoIn[];
  /** name of the pick that it follows */
  follows?: string;
}

/** The candidates of a run, the best first, and what became of the rest. */
export interface Choice {
  proposed: Chosen[];
  /** every item that was scored, the proposed ones included */
  outcomes: ItemOutcome[];
}

/** Why an item is not proposed, and by what. */
interface Verdict {
  outcome: Outcome;
  detail?: string | undefined;
}

export interface ChooseOptions {
  /** by item id: where else its address stood, as the sieve found */
  sieved?: ReadonlyMap<string, readonly AlsoIn[]>;
}

/**
 * Takes the best items that the desk's threshold, budget and caps allow, one a story; items of important sources take
 * places first. Of a source that brings more good items than `floodLimit`, the newest are considered. About one place in
 * `1 / exploration` goes to an item from under the threshold. Everything else is listed with what stood in its way.
 */
export function choose(
  { scored, stories, judge }: Pick<Scoring, 'scored' | 'stories'> & { judge: Pick<Judge, 'trust'> },
  desk: Pick<Desk, 'settings' | 'sources' | 'candidates' | 'picks' | 'ledger'>,
  { sieved = new Map() }: ChooseOptions = {},
): Choice {
  const { settings } = desk;
  const source = new Map(desk.sources.map(({ name, data }) => [name, data]));
  const verdicts = new Map<Scored, Verdict>();
  const judged = (from: readonly Scored[], verdictOn: (one: Scored) => Verdict | undefined) =>
    from.filter((one) => {
      const verdict = verdictOn(one);
      if (verdict) verdicts.set(one, verdict);
      return verdict === undefined;
    });

  const good = judged(scored, (one) => shortfall(one, settings));
  const shown = scored.filter(({ veto }) => veto === undefined).map(({ item }) => item);
  const told = collapse(
    good.map(({ item }) => item),
    stories,
    shown,
    sieved,
  );
  const leading = judged(good, ({ item }) => told.behind.get(item.id));
  const considered = newestOfEach(leading, settings.floodLimit);
  const open = judged(leading, (one) => (considered.has(one) ? undefined : { outcome: 'flood' }));

  const places = openPlaces(desk);
  const important = (one: Scored) => Number(source.get(one.item.source)?.important ?? false);
  const inTurn = open.toSorted((a, b) => important(b) - important(a) || byMerit(a, b));
  const explored = explore(scored, Math.min(open.length, settings.budget), desk, {
    isOpen: (one) =>
      verdicts.get(one)?.outcome === 'belowThreshold' &&
      !told.leads.has(stories.of(one.item.id)?.lead ?? '') &&
      places.obstacle(one) === undefined,
    decided: (name) => judge.trust(name).decided,
  });
  for (const one of explored) places.take(one);
  for (const one of inTurn) {
    const outcome = places.obstacle(one);
    if (outcome) verdicts.set(one, { outcome });
    else places.take(one);
  }
  for (const one of places.taken) verdicts.set(one, { outcome: 'proposed' });
  const toChosen = (one: Scored): Chosen => {
    const follows = stories.of(one.item.id)?.follows;
    return {
      ...one,
      exploration: explored.includes(one),
      alsoIn: told.alsoIn.get(one.item.id) ?? [...(sieved.get(one.item.id) ?? [])],
      ...(follows !== undefined && { follows }),
    };
  };
  return {
    proposed: [...places.taken].sort(byMerit).map(toChosen),
    outcomes: scored.map((one) =>
      toItemOutcome(one, verdicts.get(one) ?? { outcome: 'belowThreshold' }),
    ),
  };
}

/** Places of a run, as its budget, its sources' caps and the names of files allow. */
function openPlaces({
  settings,
  sources,
  candidates,
  picks,
}: Pick<Desk, 'settings' | 'sources' | 'candidates' | 'picks'>) {
  const names = new Set([...candidates, ...picks].map(({ name }) => name));
  const caps = new Map(sources.map(({ name, data }) => [name, data.cap]));
  const shares = new Map<string, number>();
  const taken = new Set<Scored>();
  const nameOf = ({ item }: Scored) => slug(item.title, item.id);
  return {
    taken,
    /** what keeps an item from a place now */
    obstacle(one: Scored): Outcome | undefined {
      const { source } = one.item;
      if (names.has(nameOf(one))) return 'duplicate';
      if ((shares.get(source) ?? 0) >= (caps.get(source) ?? settings.capPerSource))
        return 'overCap';
      return taken.size >= settings.budget ? 'overBudget' : undefined;
    },
    take(one: Scored): void {
      names.add(nameOf(one));
      shares.set(one.item.source, (shares.get(one.item.source) ?? 0) + 1);
      taken.add(one);
    },
  };
}

/** Why an item is not good enough to compete, or nothing when it is. */
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

/** What was not proposed is remembered in the report alone, with its reasons and with what they were made from. */
function toItemOutcome(
  { item, score, audience, why }: Scored,
  { outcome, detail }: Verdict,
): ItemOutcome {
  const { source, title, id, url, language, published } = item;
  return {
    ...{ source, title, id, url, outcome, score, audience },
    ...(detail !== undefined && { detail }),
    ...(outcome !== 'proposed' && {
      why,
      language,
      ...(published && { published }),
      text: textOf(item).slice(0, LEDGER_TEXT).toWellFormed(),
    }),
  };
}
