import { words } from '../i18n/words.ts';
import type { SiteLanguage } from '../model/desk/text.ts';
import type { Month } from '../model/desk/time.ts';
import type { CalendarPage } from '../model/site/calendarPage.ts';
import type { Link } from '../model/site/frame.ts';
import { monthOf } from '../text/time.ts';
import type { CalendarParts } from './calendarParts.ts';
import type { Context } from './context.ts';
import { frame } from './frame.ts';

/** A page for each month of the calendar; this month's stands at the section's own address as well. */
export function calendarPages(
  site: Context,
  calendar: CalendarParts,
  lang: SiteLanguage,
): CalendarPage[] {
  const pages = calendar.months.map(({ month }, index) =>
    monthPage(site, calendar, lang, index, [month]),
  );
  const thisMonth = monthOf(site.edition.today);
  const current = calendar.months.findIndex(({ month }) => month === thisMonth);
  const named = pages[current];
  if (!named) return pages;
  // The same month stands twice: the address that names it is the one to be found by.
  const unnamed = monthPage(site, calendar, lang, current, []);
  const { canonical, alternates } = named.frame;
  return [{ ...unnamed, frame: { ...unnamed.frame, canonical, alternates } }, ...pages];
}

/** @param path what the address of the month adds to that of the calendar */
function monthPage(
  site: Context,
  { months, ideas }: CalendarParts,
  lang: SiteLanguage,
  index: number,
  path: Month[],
): CalendarPage {
  const month = months[index];
  if (!month) throw new RangeError(`no month ${index}`);
  const { say, month: nameOf } = words(lang);
  const address = (to: SiteLanguage) => site.addresses.section(to, 'calendar', ...path);
  return {
    frame: frame(site, {
      lang,
      section: 'calendar',
      title: say('page.month', { title: say('section.calendar'), month: nameOf(month.month) }),
      description: say('calendar.intro'),
      address: address(lang),
      alternate: address,
    }),
    month,
    previous: linkTo(site, lang, months[index - 1]?.month),
    next: linkTo(site, lang, months[index + 1]?.month),
    ideas,
  };
}

function linkTo(site: Context, lang: SiteLanguage, month: Month | undefined): Link | undefined {
  return (
    month && {
      title: words(lang).month(month),
      href: site.addresses.section(lang, 'calendar', month),
    }
  );
}
