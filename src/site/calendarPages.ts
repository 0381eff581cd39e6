import { words } from '../i18n/words.ts';
import type { SiteLanguage } from '../model/desk/text.ts';
import type { Month } from '../model/desk/time.ts';
import type { CalendarPage } from '../model/site/calendarPage.ts';
import type { Link } from '../model/site/frame.ts';
import { monthOf } from '../text/time.ts';
import type { Context } from './context.ts';
import { frame } from './frame.ts';
import type { CalendarParts } from './sitePages.ts';

/** A page for each month of the calendar; this month's stands at the section's own address as well. */
export function calendarPages(
  site: Context,
  { months, ideas }: CalendarParts,
  lang: SiteLanguage,
): CalendarPage[] {
  const { edition, addresses } = site;
  const speech = words(lang);
  const now = monthOf(edition.today);
  const pages = months.map(({ month }, index) => pageOf(month, index));
  const current = months.findIndex(({ month }) => month === now);
  const named = pages[current];
  if (!named) return pages;
  // The same month stands twice: its own address is the one to be found by.
  const { canonical, alternates } = named.frame;
  const unnamed = pageOf(undefined, current);
  return [{ ...unnamed, frame: { ...unnamed.frame, canonical, alternates } }, ...pages];

  function pageOf(named: Month | undefined, index: number): CalendarPage {
    const month = months[index];
    if (!month) throw new RangeError(`no month ${index}`);
    const address = (to: SiteLanguage) =>
      addresses.section(to, 'calendar', ...(named === undefined ? [] : [named]));
    const title = speech.say('page.month', {
      title: speech.say('section.calendar'),
      month: speech.month(month.month),
    });
    const place = {
      lang,
      section: 'calendar',
      title,
      address: address(lang),
      twin: address,
    } as const;
    return {
      frame: frame(site, { ...place, description: speech.say('calendar.intro') }),
      month,
      previous: linkTo(months[index - 1]?.month),
      next: linkTo(months[index + 1]?.month),
      ideas,
    };
  }

  function linkTo(month: Month | undefined): Link | undefined {
    return (
      month && { title: speech.month(month), href: addresses.section(lang, 'calendar', month) }
    );
  }
}
