import { words } from '../../src/i18n/words.ts';
import { SECTIONS, type Section, TEAM_SECTIONS } from '../../src/model/site/frame.ts';

/** Addresses of the sections that everybody sees, in Spanish and relative to the site. */
export const PUBLIC_PATHS = SECTIONS.filter((name) => !TEAM_SECTIONS.includes(name)).map(path);

/** Those of the team's sections. */
export const TEAM_PATHS = TEAM_SECTIONS.map(path);

function path(section: Section): string {
  return section === 'front' ? '' : `${words('es').say(`path.${section}`)}/`;
}
