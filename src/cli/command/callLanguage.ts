import { parseArgs } from 'node:util';
import { type CommandWords, commandWords } from '../../i18n/commandWords.ts';
import { SiteLanguage } from '../../model/desk/text.ts';
import { CribaError } from '../../model/run/error.ts';
import type { CodedFault } from '../../model/run/fault.ts';
import { readDeskLanguage } from '../../store/readDeskLanguage.ts';
import { chooseLanguage } from './chooseLanguage.ts';
import { DESK } from './flags.ts';
import type { Surroundings } from './surroundings.ts';

const OPTIONS = { lang: { type: 'string' }, desk: { type: 'string' } } as const;

/** How a call is answered. */
export interface CallLanguage {
  speech: CommandWords;
  /** whether nobody has chosen the language (`chooseLanguage`) */
  offersSpanish: boolean;
}

/** The language of a call, found before anything else is read, so that whatever then goes wrong is said in it. */
export function callLanguage(args: readonly string[], env: Surroundings['env']): CallLanguage {
  const { values } = parseArgs({ args: [...args], options: OPTIONS, strict: false });
  const desk = readDeskLanguage(String(values.desk ?? DESK));
  const { lang, offersSpanish } = chooseLanguage({
    flag: values.lang,
    variable: env.CRIBA_LANG,
    desk,
  });
  return { speech: commandWords(lang, desk.timeZone), offersSpanish };
}

/** @throws CribaError `usage/language` if `--lang` is none that Criba speaks */
export function assertLanguage(value: unknown): void {
  if (value === undefined || SiteLanguage.safeParse(value).success) return;
  throw new CribaError('usage/language', {
    why: 'lang',
    given: String(value),
    known: SiteLanguage.options,
  });
}

/**
 * What is wrong with `CRIBA_LANG`, if anything is. It is a warning and no error: it stands in a profile or among the settings
 * of a job, far from whoever calls, and a harvest is not to fail over the language of its closing line.
 */
export function languageDoubt({
  CRIBA_LANG: given,
}: Surroundings['env']): CodedFault<'usage/language'> | undefined {
  if (!given || SiteLanguage.safeParse(given).success) return undefined;
  const known = SiteLanguage.options;
  return { code: 'usage/language', values: { why: 'variable', given, known } };
}
