import type { Reason } from '../model/desk/why.ts';

/** By how many points a reason has changed. */
export type PointChange = Pick<Reason, 'signal' | 'points' | 'evidence'>;

/** The reasons whose points differ between two scores, the greatest difference first. Each rule is a reason of its own. */
export function pointChanges(before: readonly Reason[], after: readonly Reason[]): PointChange[] {
  const changes = new Map<string, PointChange>();
  const add = (reason: Reason, points: number) => {
    const { signal, evidence } = reason;
    const known = changes.get(nameOf(reason))?.points ?? 0;
    const shown = evidence !== undefined && { evidence };
    changes.set(nameOf(reason), { signal, points: known + points, ...shown });
  };
  for (const reason of before) add(reason, -reason.points);
  for (const reason of after) add(reason, reason.points);
  return [...changes]
    .filter(([, { points }]) => points !== 0)
    .sort(([a, x], [b, y]) => Math.abs(y.points) - Math.abs(x.points) || (a < b ? -1 : 1))
    .map(([, change]) => change);
}

function nameOf({ signal, evidence }: Reason): string {
  return signal === 'rule' ? `rule ${evidence ?? ''}` : signal;
}
