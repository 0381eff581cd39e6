import type { Desk } from '../../../model/desk/desk.ts';
import type { BackTest, Ranking } from '../../../score/learn/backTest.ts';
import type { CutoffMetrics } from '../../../score/learn/cutoffMetrics.ts';
import type { Bin } from '../../../score/learn/reliability.ts';
import { count } from '../../command/count.ts';
import { bar, percent, table, wrap } from '../table.ts';

const ORDERS: readonly [Ranking, string][] = [
  ['chance', 'in any order'],
  ['newest', 'newest first'],
  ['profile', 'by the words of your topics'],
  ['learned', 'with what was learned'],
];
/** Fewer than this is what a coin would do as well: six of six heads is the first run that is rare. */
const MORE_THAN_CHANCE = 6;
const BAR = 20;

/** The team's history, predicted as it went: what reading half of each run would have found. */
export function formatBackTest(
  test: BackTest | undefined,
  { settings }: Pick<Desk, 'settings'>,
): string[] {
  if (test === undefined) return [];
  const { batches, items, kept, whole, later } = test;
  const rows = ORDERS.flatMap(([order, name]) => {
    const [found, then] = [whole[order], later[order]];
    return found && then ? [row(name, found, then)] : [];
  });
  return [
    'Would it have known? Your own history, predicted as it went',
    ...wrap(
      `${count(items, 'decided item')} in ${batches} batches, of which ${kept} were kept. A batch is what one harvest proposed; small ones go together with the next. Each is put in order by what had been decided until then, and the first half of it is read, at most your budget of ${settings.budget}.`,
    ),
    '',
    ...table([
      ['order of reading', 'read', 'kept ones found', 'precision', 'recall', 'recall, later half'],
      ...rows,
    ]).map((line) => `  ${line}`),
    '',
    ...verdict(test).flatMap((text) => wrap(text)),
    '',
    ...formatReliability(test),
  ];
}

function row(name: string, found: CutoffMetrics, later: CutoffMetrics): string[] {
  const { read, kept, precision, recall } = found;
  return [
    name,
    String(read),
    `${Number.isInteger(kept) ? kept : `about ${Math.round(kept)}`}`,
    percent(precision),
    percent(recall),
    percent(later.recall),
  ];
}

function verdict({ whole, kept }: BackTest): string[] {
  const [learned, profile] = [whole.learned?.kept ?? 0, whole.profile?.kept ?? 0];
  const gained = learned - profile;
  const found = `${learned} of the ${kept} that you kept stood in the half that was read, ${profile} by the words of your topics alone.`;
  return [
    gained < 0
      ? `So far the topics alone serve better: ${found}`
      : gained === 0
        ? `What was learned found as many as the topics alone: ${found}`
        : `What was learned found ${gained} more: ${found}`,
    ...(gained !== 0 && Math.abs(gained) < MORE_THAN_CHANCE
      ? ['So small a difference can be chance.']
      : []),
    ...(whole.newest === undefined
      ? [
          'Newest first cannot be compared: the ledger does not know when all of these were published.',
        ]
      : []),
    'All had been proposed, so what is measured is the order among items that had passed the threshold. No prediction knows the decisions of later batches; the archive that says which words are rare knows their texts.',
  ];
}

function formatReliability({ reliability: { bins, error, chance } }: BackTest): string[] {
  const rows = bins.map((bin) => [
    `${percent(bin.from).replace(' %', '')} to ${percent(bin.to)}`,
    String(bin.items),
    bin.items === 0 ? '-' : percent(bin.predicted),
    bin.items === 0 ? '-' : percent(bin.kept),
    drawn(bin),
  ]);
  return [
    ...wrap('How likely it said that an item would be kept, and how many were'),
    '',
    ...table([['it said', 'items', 'on average', 'kept', ''], ...rows], { left: [0, 4] }).map(
      (line) => `  ${line}`,
    ),
    '',
    ...wrap(
      `On average ${points(error)} apart (expected calibration error); with so few items in each row, predictions that are right would be ${points(chance)} apart by chance.`,
    ),
  ];
}

function drawn({ items, kept }: Bin): string {
  return items === 0 ? '' : bar(kept, BAR);
}

function points(share: number): string {
  return `${Math.round(100 * share)} points of 100`;
}
