import type { SiteLanguage } from '../model/desk/text.ts';
import type { Day, Instant, Month } from '../model/desk/time.ts';

/** A text; two if it depends on a number, as the language's plural rules choose. */
export type Text = string | { one: string; other: string };

/** A language: its texts, and how it writes numbers, dates and lists. Hours are those of the desk's time zone. */
export interface Speech<Key extends string> {
  lang: SiteLanguage;
  /** A text with its `{names}` filled in. The number `{n}` also chooses between `one` and `other`. */
  say(key: Key, values?: Readonly<Record<string, string | number>>): string;
  /** @param digits after the decimal point, always so many; without it as many as there are, three at most */
  number(value: number, digits?: number): string;
  /**
   * A day: `long` is `21 de noviembre de 2026`, `weekday` is `sábado, 21 de noviembre de 2026`, `short` is `21 nov 2026`.
   * @param near the day on which this is read, or the month that it stands under: if the year is the same, it is left out
   */
  day(day: Day, style?: DayStyle, near?: Day | Month): string;
  /** the hour of a moment: `09:30` */
  time(moment: Instant): string;
  /** `21 nov 2026, 9:30` */
  moment(moment: Instant): string;
  /** `noviembre de 2026` */
  month(month: Month): string;
  /** `lunes`; 1 is Monday, 7 Sunday */
  weekday(day: number): string;
  /** a time zone: `hora de Europa central` for `Europe/Madrid`; its code if the language has no name for it */
  zone(name: string): string;
  /**
   * `a, b y c`.
   * @param wrap puts something around each item; the word that joins them heeds the bare items: `«agua» e «incendios»`
   */
  list(items: readonly string[], wrap?: (item: string) => string): string;
  /** `a, b o c` */
  either(items: readonly string[]): string;
  /** `español` for the code `es` */
  language(code: string): string;
}

export type DayStyle = 'long' | 'weekday' | 'short';

/**
 * Makes a language of its texts. The browser calls this with the few texts that a page hands it.
 * @param timeZone the desk's; it counts for `time` and `moment` alone, since a day is a day everywhere
 */
export function speak<Key extends string>(
  lang: SiteLanguage,
  timeZone: string,
  texts: Readonly<Record<Key, Text>>,
): Speech<Key> {
  const locale = lang === 'en' ? 'en-GB' : lang;
  const numbers = new Intl.NumberFormat(locale);
  const alternatives = new Intl.ListFormat(locale, { type: 'disjunction' });
  return {
    lang,
    say: sayer(locale, texts, numbers),
    number: (value, digits) => {
      if (digits === undefined) return numbers.format(value);
      const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
      return new Intl.NumberFormat(locale, fraction).format(value);
    },
    ...dates(locale, timeZone),
    list: lister(locale),
    either: (items) => alternatives.format(items),
    language: languageNamer(locale),
  };
}

function sayer<Key extends string>(
  locale: string,
  texts: Readonly<Record<Key, Text>>,
  numbers: Intl.NumberFormat,
): Speech<Key>['say'] {
  const plurals = new Intl.PluralRules(locale);
  const formOf = (text: Text, count: number) => {
    if (typeof text === 'string') return text;
    return plurals.select(count) === 'one' ? text.one : text.other;
  };
  return (key, values = {}) =>
    formOf(texts[key], Number(values['n'] ?? 0)).replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? numbers.format(value) : (value ?? whole);
    });
}

type Dates = Pick<Speech<never>, 'day' | 'time' | 'moment' | 'month' | 'weekday' | 'zone'>;

const DAY_STYLES: Record<DayStyle, Intl.DateTimeFormatOptions> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
};

function dates(locale: string, timeZone: string): Dates {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  const months = format({ month: 'long', year: 'numeric' });
  const weekdays = format({ weekday: 'long' });
  const time = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  const moment = format({ dateStyle: 'medium', timeStyle: 'short', timeZone });
  return {
    day: dayFormat(format),
    time: (instant) => time.format(Date.parse(instant)),
    moment: (instant) => moment.format(Date.parse(instant)),
    month: (month) => months.format(Date.parse(`${month}-01`)),
    weekday: (day) => weekdays.format(Date.UTC(2024, 0, day)),
    zone(name) {
      const named = format({ timeZone: name, timeZoneName: 'longGeneric' });
      const parts = named.formatToParts(Date.UTC(2024, 0));
      const title = parts.find(({ type }) => type === 'timeZoneName')?.value ?? name;
      return title.startsWith('GMT') ? name : title;
    },
  };
}

function dayFormat(
  format: (options: Intl.DateTimeFormatOptions) => Intl.DateTimeFormat,
): Dates['day'] {
  const whole = (style: DayStyle) => format(DAY_STYLES[style]);
  const withoutYear = (style: DayStyle) => format({ ...DAY_STYLES[style], year: undefined });
  const days = { long: whole('long'), weekday: whole('weekday'), short: whole('short') };
  // A long day keeps its year always.
  const near = { long: days.long, weekday: withoutYear('weekday'), short: withoutYear('short') };
  return (day, style = 'long', beside) => {
    const sameYear = beside?.slice(0, 4) === day.slice(0, 4);
    return (sameYear ? near : days)[style].format(Date.parse(day));
  };
}

function lister(locale: string): Speech<never>['list'] {
  const lists = new Intl.ListFormat(locale);
  return (items, wrap = (item) => item) =>
    lists
      .formatToParts(items)
      .map(({ type, value }) => (type === 'element' ? wrap(value) : value))
      .join('');
}

/** A code that `Intl` refuses stands for itself. */
function languageNamer(locale: string): Speech<never>['language'] {
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  return (code) => {
    try {
      return names.of(code) ?? code;
    } catch {
      return code;
    }
  };
}
