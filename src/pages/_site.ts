import { dirname, resolve } from 'node:path';
import { settle } from '../decide/settle.ts';
import { undecided } from '../decide/undecided.ts';
import { cribaFolder } from '../memory/cribaFolder.ts';
import { readNewestReport } from '../memory/readNewestReport.ts';
import type { SiteLanguage } from '../model/desk/text.ts';
import type { Frame } from '../model/site/frame.ts';
import type { RunOutcomes } from '../model/site/teamKnowledge.ts';
import { agenda, calendarMonths } from '../plan/calendarMonths.ts';
import { calendarSlots } from '../plan/calendarSlots.ts';
import { type Context, context } from '../site/context.ts';
import { edition } from '../site/edition.ts';
import { type SitePages, sitePages } from '../site/sitePages.ts';
import { readDesk } from '../store/readDesk.ts';
import { baseOf, readSettings, type SiteSettings } from './_settings.ts';

/** The site that this process builds or serves. */
export interface Site {
  context: Context;
  pages: SitePages;
  base: string;
}

/** Slots on the front page at most. */
const MAX_COMING = 6;

let made: Promise<Site> | undefined;

/** Reads the desk once, however many pages ask. */
export function site(): Promise<Site> {
  made ??= makeSite(readSettings(process.env));
  return made;
}

/** From the desk's files to what each page shows. What people have decided counts at once, and no file is written. */
async function makeSite(settings: SiteSettings): Promise<Site> {
  const { now, desk: folder } = settings;
  const { desk } = settle(await readDesk(folder), { now });
  const base = baseOf(settings, desk.settings.url);
  const shown = edition(desk, settings.edition, now, {
    undecided: undecided(desk, now),
    folder,
    harvest: await newestHarvest(settings),
  });
  const parts = context(shown, base);
  const links = new Map(
    shown.picks.map((pick) => [
      pick.name,
      {
        title: pick.title,
        href: parts.addresses.pick(pick.path),
        lang: pick.language,
        attribution: parts.attribution(pick),
      },
    ]),
  );
  const slots = calendarSlots(shown, links);
  const calendar = {
    months: calendarMonths(shown, slots),
    ideas: slots.filter((slot) => slot.day === undefined),
    agenda: agenda(slots, { from: shown.today, limit: MAX_COMING }),
  };
  return { context: parts, pages: sitePages(parts, calendar), base };
}

/** The report that the desk's last harvest left beside the desk, for the team: the public site rests on git alone. */
async function newestHarvest({ edition, desk }: SiteSettings): Promise<RunOutcomes | undefined> {
  return edition === 'team'
    ? await readNewestReport(cribaFolder(dirname(resolve(desk))))
    : undefined;
}

/**
 * Pages as the paths of a route: each one's address gives the route's parameters, the language first (none for the
 * default one), the last taking whatever is left.
 */
export async function paths<Page extends { frame: Frame }>(
  choose: (pages: SitePages) => Page[],
  ...names: string[]
): Promise<{ params: Record<string, string | undefined>; props: { page: Page } }[]> {
  const { pages, base, context } = await site();
  const codes: readonly string[] = context.languages.slice(1);
  return choose(pages).map((page) => {
    const parts = page.frame.address.slice(base.length).split('/').filter(Boolean);
    const lang = codes.includes(parts[0] ?? '') ? parts.shift() : undefined;
    const params = names.map((name, index) => {
      const part = index === names.length - 1 ? parts.slice(index).join('/') : parts[index];
      return [name, part || undefined];
    });
    return { params: { lang, ...Object.fromEntries(params) }, props: { page } };
  });
}

/** The paths of a file that there is in each language. */
export async function languagePaths(): Promise<
  { params: { lang: string | undefined }; props: { language: SiteLanguage } }[]
> {
  const { context } = await site();
  return context.languages.map((language, index) => ({
    params: { lang: index === 0 ? undefined : language },
    props: { language },
  }));
}
