import type { SiteLanguage } from '../model/text.ts';
import type { Day, Instant, Month } from '../model/time.ts';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };

/** A text on a page, `place.meaning`; Spanish is the language that the others are held to. */
export type Key = keyof typeof es;

type Entry = string | { one: string; other: string };

/** Every text in every language; that none is missing is checked by type and by test. */
export const TEXTS = { es, en } as const satisfies Record<SiteLanguage, Record<Key, Entry>>;

/** How a language says things: texts, numbers and dates, these always on the desk's clocks. */
export interface Words {
  lang: SiteLanguage;
  /** a text, its `{names}` filled in; `{n}` also chooses between one and many */
  say(key: Key, values?: Readonly<Record<string, string | number>>): string;
  number(value: number): string;
  /** `21 de noviembre de 2026`, `viernes, 21 de noviembre`, `21 nov` */
  day(day: Day, style?: 'long' | 'weekday' | 'short'): string;
  /** the hour of a moment, `09:30` */
  time(moment: Instant): string;
  /** `21 nov 2026, 9:30` */
  moment(moment: Instant): string;
  /** `noviembre de 2026` */
  month(month: Month): string;
  /** `lunes` and `lun`; 1 is Monday, 7 Sunday */
  weekday(day: number, style: 'long' | 'short'): string;
  /** `a, b y c` */
  list(items: readonly string[]): string;
  /** `español`, of the code `es` */
  language(code: string): string;
}

const made = new Map<string, Words>();

/**
 * What a language says to people.
 * @param timeZone of the desk; only `time` and `moment` heed it, since a day is a day everywhere
 */
export function words(lang: SiteLanguage, timeZone = 'UTC'): Words {
  const key = `${lang} ${timeZone}`;
  const found = made.get(key) ?? makeWords(lang, timeZone);
  made.set(key, found);
  return found;
}

function makeWords(lang: SiteLanguage, timeZone: string): Words {
  const numbers = new Intl.NumberFormat(lang);
  const plurals = new Intl.PluralRules(lang);
  const lists = new Intl.ListFormat(lang);
  const names = new Intl.DisplayNames(lang, { type: 'language', fallback: 'code' });
  const date = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { timeZone: 'UTC', ...options });
  const days = {
    long: date({ dateStyle: 'long' }),
    weekday: date({ weekday: 'long', day: 'numeric', month: 'long' }),
    short: date({ day: 'numeric', month: 'short' }),
  };
  const months = date({ month: 'long', year: 'numeric' });
  const weekdays = { long: date({ weekday: 'long' }), short: date({ weekday: 'short' }) };
  const time = date({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  const moment = date({ dateStyle: 'medium', timeStyle: 'short', timeZone });

  return {
    lang,
    say(key, values = {}) {
      const entry: Entry = TEXTS[lang][key];
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
    day: (day, style = 'long') => days[style].format(Date.parse(day)),
    time: (instant) => time.format(Date.parse(instant)),
    moment: (instant) => moment.format(Date.parse(instant)),
    month: (month) => months.format(Date.parse(`${month}-01`)),
    weekday: (day, style) => weekdays[style].format(Date.UTC(2024, 0, day)),
    list: (items) => lists.format(items),
    language: (code) => names.of(code) ?? code,
  };
}
