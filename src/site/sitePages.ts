import { words } from '../i18n/words.ts';
import { toHtml } from '../markdown/toHtml.ts';
import type { SiteLanguage } from '../model/desk/text.ts';
import type { AboutPage } from '../model/site/aboutPage.ts';
import type { ArchivePage } from '../model/site/archivePage.ts';
import type { CalendarMonth, CalendarSlot } from '../model/site/calendar.ts';
import type { CalendarPage } from '../model/site/calendarPage.ts';
import type { FindingsPage } from '../model/site/findingsPage.ts';
import type { FrontAgenda, FrontPage } from '../model/site/frontPage.ts';
import type { HiddenPage } from '../model/site/hiddenPage.ts';
import type { InboxPage } from '../model/site/inboxPage.ts';
import type { PickPage } from '../model/site/pickPage.ts';
import type { PlainPage } from '../model/site/plainPage.ts';
import type { SourceIndexPage, SourcePage } from '../model/site/sourcePage.ts';
import type { TopicIndexPage, TopicPage } from '../model/site/topicPage.ts';
import { archivePages } from './archivePages.ts';
import { calendarPages } from './calendarPages.ts';
import type { Context } from './context.ts';
import { frame } from './frame.ts';
import { frontPage } from './frontPage.ts';
import { pickPages } from './pickPages.ts';
import { sourcePages } from './sourcePages.ts';
import { teamPages } from './teamPages.ts';
import { topicPages } from './topicPages.ts';

/** Everything that the site shows: plain data, a list of pages for each kind. */
export interface SitePages {
  front: FrontPage[];
  picks: PickPage[];
  archive: ArchivePage[];
  topicIndex: TopicIndexPage[];
  topics: TopicPage[];
  sourceIndex: SourceIndexPage[];
  sources: SourcePage[];
  calendar: CalendarPage[];
  about: AboutPage[];
  search: PlainPage[];
  inbox: InboxPage[];
  hidden: HiddenPage[];
  findings: FindingsPage[];
  /** one page, in every language */
  notFound: PlainPage[];
}

export interface CalendarParts {
  months: CalendarMonth[];
  ideas: CalendarSlot[];
  agenda: FrontAgenda;
}

/** What each page of an edition shows. */
export function sitePages(site: Context, calendar: CalendarParts): SitePages {
  const inEach = <Page>(make: (lang: SiteLanguage) => Page[]) => site.languages.flatMap(make);
  const topics = new Map(site.languages.map((lang) => [lang, topicPages(site, lang)]));
  const sources = new Map(site.languages.map((lang) => [lang, sourcePages(site, lang)]));
  const team = new Map(site.languages.map((lang) => [lang, teamPages(site, lang)]));
  const { agenda } = calendar;
  return {
    front: inEach((lang) => [
      frontPage(site, lang, { agenda, topics: topics.get(lang)?.cards ?? [] }),
    ]),
    picks: pickPages(site),
    archive: inEach((lang) => archivePages(site, lang)),
    topicIndex: inEach((lang) => [topics.get(lang)?.index ?? []].flat()),
    topics: inEach((lang) => topics.get(lang)?.pages ?? []),
    sourceIndex: inEach((lang) => [sources.get(lang)?.index ?? []].flat()),
    sources: inEach((lang) => sources.get(lang)?.pages ?? []),
    calendar: inEach((lang) => calendarPages(site, calendar, lang)),
    about: inEach((lang) => [
      {
        ...plain(site, lang, 'about'),
        html: toHtml(site.edition.about),
        htmlLang: site.languages[0] ?? lang,
        contact: site.edition.settings.contact,
      },
    ]),
    search: inEach((lang) => [plain(site, lang, 'search')]),
    inbox: inEach((lang) => team.get(lang)?.inbox ?? []),
    hidden: inEach((lang) => team.get(lang)?.hidden ?? []),
    findings: inEach((lang) => team.get(lang)?.findings ?? []),
    notFound: site.languages.map((lang) => notFound(site, lang)),
  };
}

function plain(site: Context, lang: SiteLanguage, section: 'about' | 'search'): PlainPage {
  return {
    frame: frame(site, { lang, section, address: site.addresses.section(lang, section) }),
  };
}

function notFound(site: Context, lang: SiteLanguage): PlainPage {
  const title = words(lang).say('notFound.title');
  const address = site.addresses.section(lang, 'front');
  const { canonical, alternates, ...rest } = frame(site, { lang, address, title });
  return { frame: { ...rest, alternates: [], noIndex: true } };
}
