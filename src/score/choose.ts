import type { Desk } from '../model/desk.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Sifted } from '../model/run.ts';
import type { Scored } from './score.ts';

/** The candidates of a run, the best first, and what became of the rest. */
export interface Choice {
  proposed: Scored[];
  /** every item that was scored, the proposed ones included */
  sifted: Sifted[];
}

/**
 * Takes the best items that the desk's threshold, budget and caps allow; items of important sources take places first.
 */
export function choose(
  scored: readonly Scored[],
  { settings, sources }: Pick<Desk, 'settings' | 'sources'>,
): Choice {
  const source = new Map(sources.map(({ name, data }) => [name, data]));
  const important = (one: Scored) => Number(source.get(one.item.source)?.important ?? false);
  const ranked = scored.toSorted((a, b) => important(b) - important(a) || byMerit(a, b));
  const taken = new Map<string, number>();
  const proposed: Scored[] = [];
  const outcomes = new Map<Scored, Outcome>();
  for (const one of ranked) {
    const share = taken.get(one.item.source) ?? 0;
    const outcome = judge(one, share);
    outcomes.set(one, outcome);
    if (outcome !== 'proposed') continue;
    taken.set(one.item.source, share + 1);
    proposed.push(one);
  }
  return {
    proposed: proposed.sort(byMerit),
    sifted: scored.map((one) => toSifted(one, outcomes.get(one) ?? 'belowThreshold')),
  };

  function judge(one: Scored, share: number): Outcome {
    if (one.score < settings.threshold || one.audience === undefined) return 'belowThreshold';
    if (one.veto !== undefined) return 'vetoed';
    if (share >= (source.get(one.item.source)?.cap ?? settings.capPerSource)) return 'overCap';
    return proposed.length >= settings.budget ? 'overBudget' : 'proposed';
  }
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
