import { SiteLanguage } from '../../model/desk/text.ts';
import type { DeskLanguage } from '../../store/readDeskLanguage.ts';

export interface ChosenLanguage {
  lang: SiteLanguage;
  /** whether nobody has chosen, so that those who would rather read Spanish are told how to ask for it */
  offersSpanish: boolean;
}

/**
 * The language of a call: `--lang`, else `CRIBA_LANG`, else the desk's first language, else English; never the machine's
 * locale, which says nothing of the team that reads what a nightly job has printed. A sample desk chooses for nobody: its
 * readers are whoever tries Criba. What is no language counts as not said.
 */
export function chooseLanguage({
  flag,
  variable,
  desk,
}: {
  flag: unknown;
  variable: unknown;
  desk: Pick<DeskLanguage, 'first' | 'isSample'>;
}): ChosenLanguage {
  for (const asked of [flag, variable, desk.isSample ? undefined : desk.first]) {
    const lang = SiteLanguage.safeParse(asked);
    if (lang.success) return { lang: lang.data, offersSpanish: false };
  }
  return { lang: 'en', offersSpanish: true };
}
