import { relative, resolve } from 'node:path';
import { SiteLanguage } from '../model/desk/text.ts';
import { Instant } from '../model/desk/time.ts';
import { CribaError } from '../model/run/error.ts';
import { EDITIONS, type EditionName } from '../model/site/editionName.ts';
import { toInstant } from '../text/time.ts';

/** The settings of a build. Only here does the site read its environment and the clock. */
export interface SiteSettings {
  edition: EditionName;
  /** the desk's folder; from here where it is within, so that pages name files as people type them */
  desk: string;
  now: Instant;
  /** folder that the site is written to */
  out: string;
  /** the language of whoever looks, if it is known */
  lang?: SiteLanguage;
  /** folder of the host that the site stands in, `/` or `/criba/`, if one is given */
  base?: string;
}

/**
 * `CRIBA_EDITION` team or public, `CRIBA_DESK` a folder, `CRIBA_NOW` an instant, `CRIBA_OUT` a folder, `CRIBA_BASE`
 * a path, `CRIBA_LANG` a language; each may be left out.
 * @throws CribaError `site/unknown-edition`, `site/not-an-instant`
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  clock: () => number = Date.now,
): SiteSettings {
  const { CRIBA_EDITION = 'team', CRIBA_DESK = 'content', CRIBA_BASE } = environment;
  const edition = EDITIONS.find((name) => name === CRIBA_EDITION);
  if (!edition) {
    throw new CribaError('site/unknown-edition', { given: CRIBA_EDITION, known: EDITIONS });
  }
  return {
    edition,
    desk: asTyped(CRIBA_DESK),
    now: nowFrom(environment.CRIBA_NOW, clock),
    lang: SiteLanguage.safeParse(environment.CRIBA_LANG).data,
    out: environment.CRIBA_OUT || `dist/${edition}`,
    ...(CRIBA_BASE && { base: asFolder(CRIBA_BASE) }),
  };
}

/**
 * The folder of the host that an edition stands in: the one given, or else, for the public edition, that of its address.
 * @param url of `desk.md`
 */
export function baseOf({ edition, base }: SiteSettings, url: string | undefined): string {
  return base ?? (edition === 'public' && url ? asFolder(new URL(url).pathname) : '/');
}

function asFolder(path: string): string {
  return `/${path}/`.replace(/\/{2,}/g, '/');
}

function asTyped(folder: string): string {
  const path = relative(process.cwd(), resolve(folder));
  return path.startsWith('..') ? resolve(folder) : path || '.';
}

function nowFrom(given: string | undefined, clock: () => number): Instant {
  if (!given) return toInstant(clock());
  const now = Instant.safeParse(given);
  if (now.success) return now.data;
  throw new CribaError('site/not-an-instant', { given });
}
