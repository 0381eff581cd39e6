import { primarySubtag } from '../text/primarySubtag.ts';

const NAMES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
/** Codes that say that there is none, that nobody knows it, or that there are several. */
const NONE: ReadonlySet<string> = new Set(['und', 'zxx', 'mul', 'mis']);

/** The language that somebody declares, as `es`, if it is one that has a name; `spa` and `es_MX` are `es`. */
export function namedLanguage(declared: string | undefined): string | undefined {
  const [language] = Intl.getCanonicalLocales(primarySubtag(declared) ?? []);
  if (language === undefined || NONE.has(language)) return undefined;
  return NAMES.of(language) === undefined ? undefined : language;
}
