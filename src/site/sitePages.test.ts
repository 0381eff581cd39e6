import { describe, expect, test } from 'vitest';
import type { Desk } from '../model/desk/desk.ts';
import {
  candidateFixture,
  deskFixture,
  pickFixture,
  settingsFixture,
  sourceFixture,
  topicFixture,
} from '../model/desk/deskFixture.ts';
import type { Day, Instant, Month } from '../model/desk/time.ts';
import type { CalendarMonth } from '../model/site/calendar.ts';
import type { EditionName } from '../model/site/editionName.ts';
import type { FrontAgenda } from '../model/site/frontPage.ts';
import type { TopicBranch } from '../model/site/topicCard.ts';
import { context } from './context.ts';
import { edition } from './edition.ts';
import { feed } from './feed.ts';
import { searchable } from './searchable.ts';
import { sitePages } from './sitePages.ts';

const NOW = '2026-11-21T12:00:00+01:00' as Instant;
const months: CalendarMonth[] = ['2026-10', '2026-11', '2026-12'].map((month) => ({
  month: month as Month,
  weeks: [],
  weekdays: [],
  agenda: [],
  campaigns: [],
  channels: [],
  timeZone: 'Europe/Madrid',
}));
const agenda: FrontAgenda = { today: '2026-11-21' as Day, past: false, days: [] };

function pagesOf(
  desk: Desk,
  { name = 'public', base = '/' }: { name?: EditionName; base?: string } = {},
) {
  const site = context(edition(desk, name, NOW), base);
  const pages = sitePages(site, { months, ideas: [], agenda });
  const addresses = Object.values(pages).flatMap((list) =>
    (list as { frame: { address: string } }[]).map((page) => page.frame.address),
  );
  return { site, pages, addresses };
}

describe('addresses', () => {
  const desk = deskFixture({
    picks: [pickFixture('one', { topics: ['water'] })],
    topics: [topicFixture('water', { title: { es: 'Agua', en: 'Water' } })],
  });

  test('of the first language are at the root, of others under their code, words and all', () => {
    const { addresses } = pagesOf(desk);
    expect(addresses).toEqual(
      expect.arrayContaining([
        '/',
        '/en/',
        '/archivo/',
        '/en/archive/',
        '/temas/water/',
        '/en/topics/water/',
        '/calendario/',
        '/calendario/2026-12/',
        '/en/calendar/2026-10/',
        '/buscar/',
        '/2026/11/one/',
      ]),
    );
  });
  test('follow the desk’s first language', () => {
    const { addresses } = pagesOf({
      ...desk,
      settings: settingsFixture({ languages: ['en', 'es'] }),
    });
    expect(addresses).toEqual(expect.arrayContaining(['/archive/', '/es/archivo/']));
  });
  test('stand under the site’s folder', () => {
    const { addresses } = pagesOf(desk, { base: '/criba/' });
    expect(addresses.every((address) => address.startsWith('/criba/'))).toBe(true);
  });
  test('are one page each', () => {
    for (const name of ['team', 'public'] as const) {
      const { pages, addresses } = pagesOf(desk, { name });
      // The page for what is not there is one file, and stands nowhere.
      const places = addresses.length - pages.notFound.length;
      expect(new Set(addresses).size).toBe(places);
    }
  });
  test('of the team are not in the public edition', () => {
    expect(pagesOf(desk, { name: 'team' }).addresses).toEqual(
      expect.arrayContaining(['/bandeja/', '/en/inbox/', '/lo-que-no-paso/', '/en/left-out/']),
    );
    const { pages, addresses } = pagesOf(desk);
    expect(
      addresses.filter((address) => /bandeja|avisos|inbox|findings|paso|left-out/.test(address)),
    ).toEqual([]);
    expect(pages.front[0]?.frame.sections.inbox).toBeUndefined();
    expect(pages.front[0]?.frame.sections.hidden).toBeUndefined();
  });
});

describe('languages', () => {
  test('lead to the same section, and to the front page from a pick', () => {
    const desk = deskFixture({ picks: [pickFixture('one')], sources: [sourceFixture('paper')] });
    const { pages } = pagesOf(desk, { name: 'team' });
    const switches = (
      page: { frame: { languages: { lang: string; href: string }[] } } | undefined,
    ) => page?.frame.languages.map(({ href }) => href);
    expect(switches(pages.sources[0])).toEqual(['/fuentes/paper/', '/en/sources/paper/']);
    expect(switches(pages.picks[0])).toEqual(['/2026/11/one/', '/en/']);
    const [, october] = pages.calendar;
    expect(switches(october)).toEqual(['/calendario/2026-10/', '/en/calendar/2026-10/']);
  });

  test.for([
    ['es', 'es'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['fr', 'es'],
    [undefined, 'es'],
  ] as const)('a pick in %s has a page that speaks %s', ([language, lang]) => {
    const { pages } = pagesOf(deskFixture({ picks: [pickFixture('one', { language })] }));
    expect(pages.picks[0]?.frame.lang).toBe(lang);
  });

  test('a topic without a title in a language keeps its own, and says which it is', () => {
    const desk = deskFixture({ topics: [topicFixture('water', { title: { es: 'Agua' } })] });
    const english = pagesOf(desk).pages.topicIndex.find(({ frame }) => frame.lang === 'en');
    expect(english?.topics[0]).toMatchObject({ title: 'Agua', lang: 'es' });
  });

  test('whole addresses are given where the site knows its own', () => {
    const settings = settingsFixture({ url: 'https://town.example/' });
    const { pages } = pagesOf(deskFixture({ settings, picks: [pickFixture('one')] }));
    expect(pages.picks[0]?.frame.canonical).toBe('https://town.example/2026/11/one/');
    expect(pages.archive[0]?.frame.alternates).toEqual([
      { lang: 'es', href: 'https://town.example/archivo/' },
      { lang: 'en', href: 'https://town.example/en/archive/' },
    ]);
    expect(pagesOf(deskFixture()).pages.archive[0]?.frame.canonical).toBeUndefined();
  });
});

test('the archive has every pick once, 50 a page, by month', () => {
  const picks = Array.from({ length: 120 }, (_, n) =>
    pickFixture(`p${n}`, {
      kept: `2026-${n % 2 ? '10' : '09'}-${String((n % 27) + 1).padStart(2, '0')}`,
    }),
  );
  const spanish = pagesOf(deskFixture({ picks })).pages.archive.filter(
    ({ frame }) => frame.lang === 'es',
  );
  expect(spanish.map(({ frame }) => frame.address)).toEqual([
    '/archivo/',
    '/archivo/2/',
    '/archivo/3/',
  ]);
  const found = spanish.flatMap(({ months: groups }) => groups.flatMap((group) => group.picks));
  expect(new Set(found.map(({ href }) => href)).size).toBe(120);
  expect(spanish[0]?.months.map(({ month }) => month)).toEqual(['2026-10']);
  expect(spanish[1]?.pagination).toMatchObject({
    newer: '/archivo/',
    older: '/archivo/3/',
    total: 120,
  });
});

describe('the front page', () => {
  const front = (picks: Desk['picks'], lang = 'es') =>
    pagesOf(deskFixture({ picks })).pages.front.find(({ frame }) => frame.lang === lang);

  test('opens with the newest that is marked as lead, or else with the newest', () => {
    const marked = pickFixture('marked', { kept: '2026-11-01', lead: true });
    const newest = pickFixture('newest', { kept: '2026-11-20' });
    expect(front([marked, newest])?.lead?.title).toBe('marked');
    expect(front([newest])?.lead?.title).toBe('newest');
    expect(front([])?.lead).toBeUndefined();
  });
  test('puts first what speaks its language, and shows no pick twice', () => {
    const page = front(
      [pickFixture('es'), pickFixture('en', { language: 'en', lead: true })],
      'en',
    );
    expect([page?.lead?.title, page?.latest, page?.elsewhere.map(({ title }) => title)]).toEqual([
      'en',
      [],
      ['es'],
    ]);
  });
});

test('pages of a list have a title each', () => {
  const picks = Array.from({ length: 60 }, (_, n) =>
    pickFixture(`p${n}`, { topics: ['water'], source: 'paper' }),
  );
  const { pages } = pagesOf(
    deskFixture({ picks, topics: [topicFixture('water')], sources: [sourceFixture('paper')] }),
  );
  const spanish = [...pages.archive, ...pages.topics, ...pages.sources].filter(
    ({ frame }) => frame.lang === 'es',
  );
  expect(spanish.map(({ frame }) => frame.title)).toEqual([
    'Archivo',
    'Archivo, página 2',
    'water',
    'water, página 2',
    'paper',
    'paper, página 2',
  ]);
});

test('this month’s page is found by its own address, though it stands at the calendar’s too', () => {
  const settings = settingsFixture({ url: 'https://town.example/' });
  const [front] = pagesOf(deskFixture({ settings })).pages.calendar;
  expect(front?.frame.address).toBe('/calendario/');
  expect(front?.frame.canonical).toBe('https://town.example/calendario/2026-11/');
});

test('a note is in the language of the pick’s page, whatever the original speaks', () => {
  const picks = [
    pickFixture('fr', { language: 'fr', source: 'paper' }, 'Nota.\n\n> Mots.'),
    pickFixture('en', { language: 'en' }, 'A note.'),
  ];
  const permission = { scope: 'excerpt', status: 'granted' };
  const sources = [sourceFixture('paper', { permission })];
  const { pages } = pagesOf(deskFixture({ picks, sources }));
  const notes = pages.archive[0]?.months[0]?.picks.map(({ lang, noteLang }) => [lang, noteLang]);
  expect(notes?.toSorted()).toEqual([
    ['en', 'en'],
    ['fr', 'es'],
  ]);
  expect(pages.picks.map(({ html }) => html).join('')).toMatch(/<blockquote[^>]* lang="fr"/);
});

test('a topic with a title in none of the site’s languages says which it is in', () => {
  const desk = deskFixture({
    settings: settingsFixture({ languages: ['es'] }),
    topics: [topicFixture('water', { title: { en: 'Water' } })],
  });
  expect(pagesOf(desk).pages.topicIndex[0]?.topics[0]).toMatchObject({
    title: 'Water',
    lang: 'en',
  });
});

test('search is given what a card has no room for', () => {
  const { site } = pagesOf(
    deskFixture({ picks: [pickFixture('one', {}, `${'palabra '.repeat(40)}aljibe`)] }),
  );
  expect(searchable(site, 'es')[0]?.note).toContain('aljibe');
});

test('a topic has the picks of the topics within it, and does not name itself beside each', () => {
  const desk = deskFixture({
    topics: [topicFixture('climate'), topicFixture('water', { parent: 'climate' })],
    picks: [
      pickFixture('one', { topics: ['water', 'climate'] }),
      pickFixture('two', { topics: ['water'] }),
    ],
  });
  const climate = pagesOf(desk).pages.topics.find(
    ({ frame }) => frame.address === '/temas/climate/',
  );
  expect(climate?.picks.map(({ title }) => title)).toEqual(['one', 'two']);
  expect(climate?.picks[0]?.topics.map(({ title }) => title)).toEqual(['water']);
});

test('a pick’s page has its neighbours, and others on its topics', () => {
  const picks = ['a', 'b', 'c'].map((name, n) =>
    pickFixture(name, { kept: `2026-11-0${n + 1}`, topics: name === 'b' ? [] : ['water'] }),
  );
  const { pages } = pagesOf(deskFixture({ topics: [topicFixture('water')], picks }));
  const [newest, middle] = pages.picks;
  expect([newest?.newer, newest?.older?.title]).toEqual([undefined, 'b']);
  expect([middle?.newer?.title, middle?.older?.title]).toEqual(['c', 'a']);
  expect(newest?.related.map(({ title }) => title)).toEqual(['a']);
});

test('the inbox names files as people type them, and the age of each', () => {
  const candidates = [
    candidateFixture('later', { decision: 'later', score: 90 }),
    candidateFixture('good', { score: 70, published: '2026-11-18T23:30:00Z' }),
    candidateFixture('best', { score: 80 }),
  ];
  const [inbox] = pagesOf(deskFixture({ candidates }), { name: 'team' }).pages.inbox;
  expect(inbox?.waiting.map(({ title }) => title)).toEqual(['best', 'good']);
  expect(inbox?.later.map(({ title }) => title)).toEqual(['later']);
  const [front] = pagesOf(deskFixture({ candidates }), { name: 'team' }).pages.front;
  expect(front?.waiting?.best[0]?.href).toBe(`/bandeja/#candidate-${inbox?.waiting[0]?.name}`);
  expect(inbox?.waiting[1]).toMatchObject({ file: 'content/candidates/good.md', age: 2 });
});

test('the inbox says when what was postponed comes back, and where people talk about it', () => {
  const comments = 'https://forum.example/1';
  const candidates = [
    candidateFixture('day', { decision: 'later', reason: '2026-12-09', score: 60, comments }),
    candidateFixture('word', { decision: 'later', reason: 'tras la cumbre' }),
  ];
  const [inbox] = pagesOf(deskFixture({ candidates }), { name: 'team' }).pages.inbox;
  expect(inbox?.later[0]).toMatchObject({ returns: '2026-12-09', reason: '', comments });
  expect(inbox?.later[1]).toMatchObject({ reason: 'tras la cumbre' });
});

test('a feed has the picks that speak its language, and whose time has come', () => {
  const desk = deskFixture({
    settings: settingsFixture({ url: 'https://town.example/criba' }),
    picks: [
      pickFixture('es', { publish: '2026-11-21T11:00:00+01:00' }),
      pickFixture('fr', { language: 'fr' }),
      pickFixture('en', { language: 'en' }),
      pickFixture('next', { publish: '2026-12-01' }),
    ],
  });
  const { site } = pagesOf(desk, { base: '/criba/' });
  const spanish = feed(site, 'es', 'rss.xml');
  expect(spanish?.items.map(({ title }) => title)).toEqual(['es', 'fr']);
  expect(feed(site, 'en', 'rss.xml')?.items.map(({ title }) => title)).toEqual(['en']);
  expect(spanish).toMatchObject({
    href: 'https://town.example/criba/',
    self: 'https://town.example/criba/rss.xml',
  });
  expect(spanish?.items[0]).toMatchObject({
    href: 'https://town.example/criba/2026/11/es/',
    day: '2026-11-21T11:00:00+01:00',
  });
});

test('a feed has of two picks of one page the newer, and no guid twice', () => {
  const url = 'https://paper.example/wells';
  const at = (day: string, given: Record<string, unknown>) =>
    pickFixture(`on-${day}`, { kept: `2026-11-${day}`, url, ...given });
  const desk = deskFixture({
    settings: settingsFixture({ url: 'https://town.example/' }),
    picks: [
      at('10', {}),
      at('11', { url: 'http://www.paper.example/wells/?utm_source=letter' }),
      at('12', { id: '0123456789ab', url: `${url}#read` }),
      at('13', { id: '0123456789ab', url: `${url}-2` }),
    ],
  });
  const { site, pages } = pagesOf(desk);
  const items = feed(site, 'es', 'rss.xml')?.items ?? [];
  expect(items.map(({ title }) => title)).toEqual(['on-13', 'on-11']);
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  expect(pages.picks).toHaveLength(4);
});

test('there is no feed, and no page speaks of one, where the edition does not know its own address', () => {
  const url = 'https://town.example/';
  for (const [name, settings, there] of [
    ['public', { url }, true],
    ['public', {}, false],
    ['team', { url }, false],
  ] as const) {
    const { site, pages } = pagesOf(deskFixture({ settings: settingsFixture(settings) }), { name });
    expect(feed(site, 'es', 'rss.xml') !== undefined).toBe(there);
    expect(pages.front[0]?.frame.feed).toBe(there ? '/rss.xml' : undefined);
  }
});

test('the page of a source claims no permission that nobody gave', () => {
  const desk = deskFixture({
    sources: [sourceFixture('paper', { permission: { scope: 'full', status: 'asked' } })],
    picks: [pickFixture('one', { source: 'paper' })],
  });
  expect(pagesOf(desk).pages.sources[0]?.allowance).toBe('excerpt');
});

test('every topic is in the index, however deep, and those that are within each other stand at the top', () => {
  const desk = deskFixture({
    topics: [
      topicFixture('a'),
      topicFixture('b', { parent: 'a' }),
      topicFixture('c', { parent: 'b' }),
      topicFixture('d', { parent: 'c' }),
      topicFixture('x', { parent: 'y' }),
      topicFixture('y', { parent: 'x' }),
      topicFixture('z', { parent: 'y' }),
      topicFixture('self', { parent: 'self' }),
    ],
  });
  const tree = (topics: TopicBranch[]): unknown[] =>
    topics.map(({ title, children }) => [title, ...tree(children)]);
  expect(tree(pagesOf(desk).pages.topicIndex[0]?.topics ?? [])).toEqual([
    ['a', ['b', ['c', ['d']]]],
    ['x'],
    ['y', ['z']],
    ['self'],
  ]);
});
