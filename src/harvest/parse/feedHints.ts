import type { FeedHints } from '../../model/run/sourceMemory.ts';
import type { ElementBag } from './elementBag.ts';
import { allText, elementsOf } from './xmlElement.ts';

export const HINT_KEYS = [
  'rss:ttl',
  'rss:skiphours',
  'rss:skipdays',
  'sy:updateperiod',
  'sy:updatefrequency',
];

const PERIODS: ReadonlyMap<string, number> = new Map([
  ['hourly', 60],
  ['daily', 24 * 60],
  ['weekly', 7 * 24 * 60],
  ['monthly', 30 * 24 * 60],
  ['yearly', 365 * 24 * 60],
]);
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** What a feed says about how often to ask for it; undefined if it says nothing that can be read. */
export function feedHints(bag: ElementBag): FeedHints | undefined {
  const hours = listed(bag, 'rss:skiphours')
    .map((hour) => (/^\d{1,2}$/.test(hour) ? Number(hour) : 99))
    .filter((hour) => hour <= 24)
    // Some count from 1 to 24.
    .map((hour) => hour % 24);
  const days = listed(bag, 'rss:skipdays')
    .map((day) => DAYS.indexOf(day.toLowerCase()))
    .filter((day) => day !== -1);
  const hints: FeedHints = {
    ttl: wholeNumber(bag.texts('rss:ttl')[0]),
    period: period(bag),
    skipHours: hours.length > 0 ? inOrder(hours) : undefined,
    skipDays: days.length > 0 ? inOrder(days) : undefined,
  };
  return Object.values(hints).some((hint) => hint !== undefined) ? hints : undefined;
}

/** Without a period it is a day, without a frequency once. @see https://web.resource.org/rss/1.0/modules/syndication/ */
function period(bag: ElementBag): number | undefined {
  const [name] = bag.texts('sy:updateperiod');
  const frequency = wholeNumber(bag.texts('sy:updatefrequency')[0]);
  if (name === undefined && frequency === undefined) return undefined;
  const minutes = PERIODS.get((name ?? 'daily').toLowerCase());
  return minutes === undefined ? undefined : Math.max(1, Math.round(minutes / (frequency ?? 1)));
}

function listed(bag: ElementBag, key: string): string[] {
  return bag.all(key).flatMap(elementsOf).map(allText);
}

/** From 1 to a year of minutes. */
function wholeNumber(text: string | undefined): number | undefined {
  const number = /^\d{1,9}$/.test(text ?? '') ? Number(text) : 0;
  return number >= 1 ? Math.min(number, 525_600) : undefined;
}

function inOrder(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
