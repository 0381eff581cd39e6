import type { Desk } from '../../../model/desk/desk.ts';
import type { TrustChange, TrustRecord } from '../../../score/learn/trustChanges.ts';
import { count } from '../../command/count.ts';
import { cut, table, wrap } from '../table.ts';

/**
 * Sources whose trust changed, and how many others there are.
 * @param options.daysBack what `before` is before, in days
 */
export function formatTrustChanges(
  trust: readonly TrustChange[],
  { settings }: Pick<Desk, 'settings'>,
  { hasChanged, daysBack }: { hasChanged(change: TrustChange): boolean; daysBack: number },
): string[] {
  const head = 'Sources whose trust moved';
  const changed = trust.filter(hasChanged);
  const unchanged = trust.length - changed.length;
  if (trust.length === 0) return [head, ...wrap('No proposal of any source was decided yet.')];
  const stayed =
    unchanged === 0
      ? []
      : [
          `${count(unchanged, 'source')} more ${unchanged === 1 ? 'stands' : 'stand'} about where ${unchanged === 1 ? 'it' : 'they'} stood.`,
        ];
  if (changed.length === 0)
    return [head, ...wrap(`None in the last ${daysBack} days of deciding.`)];
  const rows = changed.map(({ source, now, before }) => [
    cut(source, 40),
    acceptance(before),
    signed(before.points),
    acceptance(now),
    signed(now.points),
    signed(now.points - before.points),
  ]);
  const heading = ['source', 'before', 'points', 'now', 'points', 'moved'];
  return [
    head,
    ...wrap(
      `How many of its proposals were kept, and what that gives or takes at the threshold of ${settings.threshold}, against a source of which nothing is known. “Before” is as it was ${daysBack} days before the last decision.`,
    ),
    '',
    ...table([heading, ...rows]).map((line) => `  ${line}`),
    ...stayed.flatMap((text) => wrap(text)),
  ];
}

function acceptance({ kept, decided }: TrustRecord): string {
  return decided === 0 ? '-' : `${kept} of ${decided}`;
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : String(points);
}
