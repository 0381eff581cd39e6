import type { SiteLanguage } from '../model/desk/text.ts';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import { type Speech, speak, type Text } from './speak.ts';

/** A text on a page, `place.meaning`; Spanish is the language that the others are held to. */
export type Key = keyof typeof es;

/** Every text in every language; that none is missing is checked by type and by test. */
export const TEXTS = { es, en } as const satisfies Record<SiteLanguage, Record<Key, Text>>;

/** A language with all its texts. */
export type Words = Speech<Key>;

const made = new Map<string, Words>();

/**
 * A language with all its texts; each is made once.
 * @param timeZone the desk's; it counts for `time` and `moment` alone, since a day is a day everywhere
 */
export function words(lang: SiteLanguage, timeZone = 'UTC'): Words {
  const key = `${lang} ${timeZone}`;
  const found = made.get(key) ?? speak<Key>(lang, timeZone, TEXTS[lang]);
  made.set(key, found);
  return found;
}
