import { words } from '../i18n/words.ts';
import type { SiteLanguage } from '../model/desk/text.ts';
import { SECTIONS, type Section, TEAM_SECTIONS } from '../model/site/frame.ts';

/** The paths of everything, from the host's root; those of folders end with a slash. */
export interface Addresses {
  section(lang: SiteLanguage, section: Section, ...rest: string[]): string;
  /** sections that the edition has, the team's last */
  sections(lang: SiteLanguage): Partial<Record<Section, string>>;
  file(lang: SiteLanguage, name: string): string;
  pick(path: string): string;
}

/**
 * The addresses of a site: the first language at the root, the others under their code, a pick where its file stands.
 * @param base folder of the host that the site stands in, `/` or `/criba/`
 */
export function addresses(
  base: string,
  languages: readonly SiteLanguage[],
  edition: 'team' | 'public',
): Addresses {
  const root = base.endsWith('/') ? base : `${base}/`;
  const home = (lang: SiteLanguage) => (lang === languages[0] ? root : `${root}${lang}/`);
  const section: Addresses['section'] = (lang, name, ...rest) => {
    const first = name === 'front' ? [] : [words(lang).say(`path.${name}`)];
    return [...first, ...rest].reduce((address, part) => `${address}${part}/`, home(lang));
  };
  const sections = SECTIONS.filter((name) => edition === 'team' || !TEAM_SECTIONS.includes(name));
  return {
    section,
    sections: (lang) => Object.fromEntries(sections.map((name) => [name, section(lang, name)])),
    file: (lang, name) => `${home(lang)}${name}`,
    pick: (path) => `${root}${path}/`,
  };
}
