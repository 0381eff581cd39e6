import type { CommandWords } from '../../../i18n/commandWords.ts';
import type { Desk } from '../../../model/desk/desk.ts';
import type { BackTest, Ranking } from '../../../score/learn/backTest.ts';
import type { CutoffMetrics } from '../../../score/learn/cutoffMetrics.ts';
import type { Bin } from '../../../score/learn/reliability.ts';
import { bar, percent, table, wrap } from '../table.ts';

const ORDERS: readonly Ranking[] = ['chance', 'newest', 'profile', 'learned'];
/** Fewer than this is what a coin would do as well: six of six heads is the first run that is rare. */
const MORE_THAN_CHANCE = 6;
const BAR = 20;

/** The team's history, predicted as it went: what reading half of each run would have found. */
export function formatBackTest(
  test: BackTest | undefined,
  { settings }: Pick<Desk, 'settings'>,
  speech: CommandWords,
): string[] {
  const { say } = speech;
  if (test === undefined) return [];
  const { batches, items, kept, whole, later } = test;
  const rows = ORDERS.flatMap((order) => {
    const [found, then] = [whole[order], later[order]];
    return found && then
      ? [row(say(`learn.test.order.${order}`), { found, later: then }, speech)]
      : [];
  });
  return [
    say('learn.test.title'),
    ...wrap(say('learn.test.about', { n: items, batches, kept, budget: settings.budget })),
    '',
    ...table([
      (['order', 'read', 'found', 'precision', 'recall', 'later'] as const).map((name) =>
        say(`learn.test.column.${name}`),
      ),
      ...rows,
    ]).map((line) => `  ${line}`),
    '',
    ...verdict(test, speech).flatMap((text) => wrap(text)),
    '',
    ...formatReliability(test, speech),
  ];
}

function row(
  name: string,
  { found, later }: Record<'found' | 'later', CutoffMetrics>,
  { say }: CommandWords,
): string[] {
  const { read, kept, precision, recall } = found;
  return [
    name,
    String(read),
    Number.isInteger(kept) ? String(kept) : say('learn.test.roughly', { n: Math.round(kept) }),
    percent(precision),
    percent(recall),
    percent(later.recall),
  ];
}

function verdict({ whole, kept }: BackTest, { say }: CommandWords): string[] {
  const [learned, profile] = [whole.learned?.kept ?? 0, whole.profile?.kept ?? 0];
  const gained = learned - profile;
  const found = say('learn.test.found', { learned, kept, profile });
  return [
    gained < 0
      ? say('learn.test.worse', { found })
      : gained === 0
        ? say('learn.test.same', { found })
        : say('learn.test.better', { n: gained, found }),
    ...(gained !== 0 && Math.abs(gained) < MORE_THAN_CHANCE ? [say('learn.test.chance')] : []),
    ...(whole.newest === undefined ? [say('learn.test.noDates')] : []),
    say('learn.test.caution'),
  ];
}

function formatReliability(
  { reliability: { bins, error, chance } }: BackTest,
  { say }: CommandWords,
): string[] {
  const heads = (['said', 'items', 'average', 'kept'] as const).map((name) =>
    say(`learn.test.column.${name}`),
  );
  const points = (share: number) => say('learn.test.points', { n: Math.round(100 * share) });
  const rows = bins.map((bin) => [
    say('learn.test.range', { from: percent(bin.from).replace(' %', ''), to: percent(bin.to) }),
    String(bin.items),
    bin.items === 0 ? '-' : percent(bin.predicted),
    bin.items === 0 ? '-' : percent(bin.kept),
    drawn(bin),
  ]);
  return [
    ...wrap(say('learn.test.likely')),
    '',
    ...table([[...heads, ''], ...rows], { left: [0, 4] }).map((line) => `  ${line}`),
    '',
    ...wrap(say('learn.test.error', { error: points(error), chance: points(chance) })),
  ];
}

function drawn({ items, kept }: Bin): string {
  return items === 0 ? '' : bar(kept, BAR);
}
