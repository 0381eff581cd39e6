import type { SiteLanguage } from '../model/desk/text.ts';
import type { Day, Instant, Month } from '../model/desk/time.ts';

/** A text, or one for one thing and one for many. */
export type Text = string | { one: string; other: string };

/** How a language says things: texts, numbers and dates, these always on the desk's clocks. */
export interface Speech<Key extends string> {
  lang: SiteLanguage;
  /** a text, its `{names}` filled in; `{n}` also chooses between one and many */
  say(key: Key, values?: Readonly<Record<string, string | number>>): string;
  number(value: number): string;
  /**
   * `21 de noviembre de 2026`; `sábado, 21 de noviembre` and `21 nov` with their year too, unless it is the year of
   * `near`: the day on which that is read, or the month that it stands under
   */
  day(day: Day, style?: 'long' | 'weekday' | 'short', near?: Day | Month): string;
  /** the hour of a moment, `09:30` */
  time(moment: Instant): string;
  /** `21 nov 2026, 9:30` */
  moment(moment: Instant): string;
  /** `noviembre de 2026` */
  month(month: Month): string;
  /** `lunes`; 1 is Monday, 7 Sunday */
  weekday(day: number): string;
  /** `hora de Europa central`, of `Europe/Madrid`; a zone that nobody has named is called as it is */
  zone(name: string): string;
  /** `a, b y c`; what `dress` puts around an item is not what its joining heeds: `«agua» e «incendios»` */
  list(items: readonly string[], dress?: (item: string) => string): string;
  /** `español`, of the code `es` */
  language(code: string): string;
}

/**
 * A language that says some texts. The browser uses this with the few that a page hands it.
 * @param timeZone of the desk; only `time` and `moment` heed it, since a day is a day everywhere
 */
export function speak<Key extends string>(
  lang: SiteLanguage,
  timeZone: string,
  texts: Readonly<Record<Key, Text>>,
): Speech<Key> {
  const locale = lang === 'en' ? 'en-GB' : lang;
  const numbers = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  const lists = new Intl.ListFormat(locale);
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const date = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  const days = {
    long: date({ dateStyle: 'long' }),
    weekday: date({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    short: date({ day: 'numeric', month: 'short', year: 'numeric' }),
  };
  const thisYear = {
    long: days.long,
    weekday: date({ weekday: 'long', day: 'numeric', month: 'long' }),
    short: date({ day: 'numeric', month: 'short' }),
  };
  const months = date({ month: 'long', year: 'numeric' });
  const weekdays = date({ weekday: 'long' });
  const time = date({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  const moment = date({ dateStyle: 'medium', timeStyle: 'short', timeZone });

  return {
    lang,
    say(key, values = {}) {
      const entry: Text = texts[key];
      const count = Number(values['n'] ?? 0);
      const text =
        typeof entry === 'string'
          ? entry
          : plurals.select(count) === 'one'
            ? entry.one
            : entry.other;
      return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
        const value = values[name];
        return typeof value === 'number' ? numbers.format(value) : (value ?? whole);
      });
    },
    number: (value) => numbers.format(value),
    day: (day, style = 'long', near) =>
      (near?.slice(0, 4) === day.slice(0, 4) ? thisYear : days)[style].format(Date.parse(day)),
    time: (instant) => time.format(Date.parse(instant)),
    moment: (instant) => moment.format(Date.parse(instant)),
    month: (month) => months.format(Date.parse(`${month}-01`)),
    weekday: (day) => weekdays.format(Date.UTC(2024, 0, day)),
    zone(name) {
      const parts = date({ timeZone: name, timeZoneName: 'longGeneric' }).formatToParts(
        Date.UTC(2024, 0),
      );
      const told = parts.find(({ type }) => type === 'timeZoneName')?.value ?? name;
      return told.startsWith('GMT') ? name : told;
    },
    list: (items, dress = (item) => item) =>
      lists
        .formatToParts(items)
        .map(({ type, value }) => (type === 'element' ? dress(value) : value))
        .join(''),
    language: (code) => nameOf(code, names),
  };
}

/** A code that `Intl` refuses stands for itself. */
function nameOf(code: string, names: Intl.DisplayNames): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
