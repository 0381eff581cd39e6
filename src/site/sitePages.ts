import { words } from '../i18n/words.ts';
import type { SiteLanguage } from '../model/desk/text.ts';
import type { AboutPage } from '../model/site/aboutPage.ts';
import type { ArchivePage } from '../model/site/archivePage.ts';
import type { CalendarPage } from '../model/site/calendarPage.ts';
import type { FindingsPage } from '../model/site/findingsPage.ts';
import type { FrontPage } from '../model/site/frontPage.ts';
import type { HiddenPage } from '../model/site/hiddenPage.ts';
import type { InboxPage } from '../model/site/inboxPage.ts';
import type { PickPage } from '../model/site/pickPage.ts';
import type { PlainPage } from '../model/site/plainPage.ts';
import type { SourceIndexPage, SourcePage } from '../model/site/sourcePage.ts';
import type { TopicIndexPage, TopicPage } from '../model/site/topicPage.ts';
import { aboutPage } from './aboutPage.ts';
import { archivePages } from './archivePages.ts';
import { calendarPages } from './calendarPages.ts';
import type { CalendarParts } from './calendarParts.ts';
import type { Context } from './context.ts';
import { frame } from './frame.ts';
import { frontPage } from './frontPage.ts';
import { pickPages } from './pickPages.ts';
import { sourcePages } from './sourcePages.ts';
import { teamPages } from './teamPages.ts';
import { topicPages } from './topicPages.ts';

/** All that the site shows, as plain data: a list of pages of each kind. */
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
  /** one page, which speaks every language */
  notFound: PlainPage[];
}

/** What each page of an edition shows. */
export function sitePages(site: Context, calendar: CalendarParts): SitePages {
  const { agenda } = calendar;
  const each = site.languages.map((lang) => ({
    lang,
    topics: topicPages(site, lang),
    sources: sourcePages(site, lang),
    team: teamPages(site, lang),
  }));
  return {
    front: each.map(({ lang, topics }) => frontPage(site, lang, { agenda, topics: topics.cards })),
    picks: pickPages(site),
    archive: each.flatMap(({ lang }) => archivePages(site, lang)),
    topicIndex: each.map(({ topics }) => topics.index),
    topics: each.flatMap(({ topics }) => topics.pages),
    sourceIndex: each.map(({ sources }) => sources.index),
    sources: each.flatMap(({ sources }) => sources.pages),
    calendar: each.flatMap(({ lang }) => calendarPages(site, calendar, lang)),
    about: each.map(({ lang }) => aboutPage(site, lang)),
    search: each.map(({ lang }) => searchPage(site, lang)),
    inbox: each.flatMap(({ team }) => team.inbox),
    hidden: each.flatMap(({ team }) => team.hidden),
    findings: each.flatMap(({ team }) => team.findings),
    notFound: each.map(({ lang }) => notFound(site, lang)),
  };
}

function searchPage(site: Context, lang: SiteLanguage): PlainPage {
  const address = site.addresses.section(lang, 'search');
  return { frame: frame(site, { lang, section: 'search', address }) };
}

function notFound(site: Context, lang: SiteLanguage): PlainPage {
  const title = words(lang).say('notFound.title');
  const address = site.addresses.section(lang, 'front');
  const { canonical, alternates, ...rest } = frame(site, { lang, address, title });
  return { frame: { ...rest, alternates: [], noIndex: true } };
}
