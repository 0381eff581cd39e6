import type { Desk } from '../model/desk.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Sifted } from '../model/run.ts';
import type { Settings } from '../model/settings.ts';
import { slug } from '../model/slug.ts';
import type { Scored } from './score.ts';

/** The candidates of a run, the best first, and what became of the rest. */
export interface Choice {
  proposed: Scored[];
  /** every item that was scored, the proposed ones included */
  sifted: Sifted[];
}

/**
 * Takes the best items that the desk's threshold, budget and caps allow; items of important sources take places first.
 * Of a source that brings more good items than `floodLimit`, the newest are considered.
 */
export function choose(
  scored: readonly Scored[],
  desk: Pick<Desk, 'settings' | 'sources' | 'candidates' | 'picks'>,
): Choice {
  const { settings } = desk;
  const source = new Map(desk.sources.map(({ name, data }) => [name, data]));
  const important = (one: Scored) => Number(source.get(one.item.source)?.important ?? false);
  const names = new Set([...desk.candidates, ...desk.picks].map(({ name }) => name));
  const outcomes = new Map<Scored, Outcome>();
  const good = scored.filter((one) => {
    const outcome = shortfall(one, settings);
    if (outcome) outcomes.set(one, outcome);
    return outcome === undefined;
  });
  const considered = newestOfEach(good, settings.floodLimit);
  const shares = new Map<string, number>();
  const proposed: Scored[] = [];
  for (const one of good.toSorted((a, b) => important(b) - important(a) || byMerit(a, b))) {
    const { item } = one;
    const share = shares.get(item.source) ?? 0;
    const name = slug(item.title, item.id);
    const outcome = !considered.has(one)
      ? 'flood'
      : names.has(name)
        ? 'duplicate'
        : share >= (source.get(item.source)?.cap ?? settings.capPerSource)
          ? 'overCap'
          : proposed.length >= settings.budget
            ? 'overBudget'
            : 'proposed';
    outcomes.set(one, outcome);
    if (outcome !== 'proposed') continue;
    names.add(name);
    shares.set(item.source, share + 1);
    proposed.push(one);
  }
  return {
    proposed: proposed.sort(byMerit),
    sifted: scored.map((one) => toSifted(one, outcomes.get(one) ?? 'belowThreshold')),
  };
}

/** Why an item is not good enough to compete, or nothing when it is. */
function shortfall(
  { score, audience, veto }: Scored,
  { threshold }: Settings,
): Outcome | undefined {
  if (audience === undefined) return 'otherLanguage';
  if (score < threshold) return 'belowThreshold';
  return veto === undefined ? undefined : 'vetoed';
}

/** The newest items of each source, the undated after the dated. */
function newestOfEach(scored: readonly Scored[], limit: number): ReadonlySet<Scored> {
  const time = ({ item }: Scored) => Date.parse(item.published ?? '') || 0;
  const bySource = Map.groupBy(scored, ({ item }) => item.source);
  const newest = [...bySource.values()].flatMap((own) =>
    own.toSorted((a, b) => time(b) - time(a) || byMerit(a, b)).slice(0, limit),
  );
  return new Set(newest);
}

/** Best score first; then the newest; then by id, so that the order of files and feeds decides nothing. */
function byMerit(a: Scored, b: Scored): number {
  return (
    b.score - a.score ||
    (Date.parse(b.item.published ?? '') || 0) - (Date.parse(a.item.published ?? '') || 0) ||
    (a.item.id < b.item.id ? -1 : 1)
  );
}

function toSifted({ item, score, audience, veto }: Scored, outcome: Outcome): Sifted {
  const { source, title, id, url } = item;
  return {
    source,
    title,
    id,
    url,
    outcome,
    score,
    audience,
    ...(outcome === 'vetoed' && { detail: veto }),
  };
}
