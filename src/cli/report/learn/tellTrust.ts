import type { Desk } from '../../../model/desk/desk.ts';
import type { Standing, TrustMove } from '../../../score/learn/trustMoves.ts';
import { count } from '../../command/count.ts';
import { cut, table, wrap } from '../table.ts';

/**
 * Sources whose record moves their items otherwise than it did, and how many stayed as they were.
 * @param options.daysBack what `before` is before, in days
 */
export function tellTrust(
  trust: readonly TrustMove[],
  { settings }: Pick<Desk, 'settings'>,
  { hasMoved, daysBack }: { hasMoved(move: TrustMove): boolean; daysBack: number },
): string[] {
  const head = 'Sources whose trust moved';
  const moved = trust.filter(hasMoved);
  const still = trust.length - moved.length;
  if (trust.length === 0) return [head, ...wrap('No proposal of any source was decided yet.')];
  const stayed =
    still === 0
      ? []
      : [
          `${count(still, 'source')} more ${still === 1 ? 'stands' : 'stand'} about where ${still === 1 ? 'it' : 'they'} stood.`,
        ];
  if (moved.length === 0) return [head, ...wrap(`None in the last ${daysBack} days of deciding.`)];
  const rows = moved.map(({ source, now, before }) => [
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

function acceptance({ kept, decided }: Standing): string {
  return decided === 0 ? '-' : `${kept} of ${decided}`;
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : String(points);
}
