import type { CommandWords } from '../../../i18n/commandWords.ts';
import type { Desk } from '../../../model/desk/desk.ts';
import type { TrustChange, TrustRecord } from '../../../score/learn/trustChanges.ts';
import { cut, table, wrap } from '../table.ts';

/**
 * Sources whose trust changed, and how many others there are.
 * @param options.daysBack what `before` is before, in days
 */
export function formatTrustChanges(
  trust: readonly TrustChange[],
  { settings }: Pick<Desk, 'settings'>,
  {
    hasChanged,
    daysBack: days,
    speech,
  }: { hasChanged(change: TrustChange): boolean; daysBack: number; speech: CommandWords },
): string[] {
  const { say } = speech;
  const head = say('learn.trust.title');
  const changed = trust.filter(hasChanged);
  const unchanged = trust.length - changed.length;
  if (trust.length === 0) return [head, ...wrap(say('learn.trust.none'))];
  const stayed = unchanged === 0 ? [] : [say('learn.trust.stayed', { n: unchanged })];
  if (changed.length === 0) return [head, ...wrap(say('learn.trust.still', { days }))];
  const rows = changed.map(({ source, now, before }) => [
    cut(source, 40),
    acceptance(before, speech),
    signed(before.points),
    acceptance(now, speech),
    signed(now.points),
    signed(now.points - before.points),
  ]);
  const heading = (['source', 'before', 'points', 'now', 'points', 'moved'] as const).map((name) =>
    say(`learn.trust.${name}`),
  );
  return [
    head,
    ...wrap(say('learn.trust.about', { threshold: settings.threshold, days })),
    '',
    ...table([heading, ...rows]).map((line) => `  ${line}`),
    ...stayed.flatMap((text) => wrap(text)),
  ];
}

function acceptance({ kept, decided }: TrustRecord, { say }: CommandWords): string {
  return decided === 0 ? '-' : say('learn.trust.keptOf', { kept, decided });
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : String(points);
}
