import { describe, expect, test } from 'vitest';
import type { Desk, Entry } from '../../model/desk/desk.ts';
import { Source } from '../../model/desk/source.ts';
import { Topic } from '../../model/desk/topic.ts';
import { followed } from '../followed.ts';
import { planImport } from './planImport.ts';
import type { OpmlFeed } from './readOpml.ts';

const canonical = (url: string) => url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
const entry = <T>(path: string, data: T): Entry<T> => ({
  name: path.replace(/.*\/|\.md$/g, ''),
  path,
  data,
  body: '',
  hash: '',
});
const DESK: Pick<Desk, 'settings' | 'sources' | 'topics' | 'quarantine'> = {
  settings: { languages: ['es', 'en'] } as Desk['settings'],
  sources: [
    entry(
      'sources/rios.md',
      Source.parse({ title: 'Ríos', feed: 'https://rios.example/feed', language: 'es' }),
    ),
    entry(
      'sources/vieja.md',
      Source.parse({
        title: 'Vieja',
        feed: 'https://vieja.example/feed',
        language: 'es',
        state: 'retired',
      }),
    ),
  ],
  topics: [
    entry(
      'topics/agua.md',
      Topic.parse({ title: { es: 'Agua y sequía', en: 'Water' }, terms: { es: ['agua'] } }),
    ),
  ],
  quarantine: [
    { name: 'mala', path: 'sources/mala.md', kind: 'sources', findings: [] },
    { name: 'clima', path: 'topics/clima.md', kind: 'topics', findings: [] },
  ],
};
const outline = (feed: string, more: Partial<OpmlFeed> = {}): OpmlFeed => ({
  feed,
  title: '',
  site: '',
  language: '',
  folders: [],
  line: 1,
  ...more,
});
const plan = (feeds: OpmlFeed[], options: { topics?: boolean } = {}) =>
  planImport(feeds, DESK, {
    followed: followed(DESK.sources, canonical),
    canonical,
    refuse: (address) => (address.includes('10.0.0.1') ? 'notPublic' : undefined),
    language: 'es',
    topics: true,
    ...options,
  });

describe('what becomes of the feeds of a list', () => {
  test('is one thing each', () => {
    const { feeds, sources } = plan([
      outline('https://www.rios.example/feed/'),
      outline('https://pozos.example/feed', { title: 'Pozos', line: 7 }),
      outline('http://pozos.example/feed/'),
      outline('feed://fuentes.example/rss'),
      outline(''),
      outline('http://10.0.0.1/feed'),
      outline('https://vieja.example/feed'),
    ]);
    expect(feeds.map(({ result, path, fault }) => [result, path ?? fault])).toEqual([
      ['there', 'sources/rios.md'],
      ['written', 'sources/pozos.md'],
      ['twice', 'sources/pozos.md'],
      ['written', 'sources/fuentes-example.md'],
      ['unreadable', 'empty'],
      ['unreadable', 'notPublic'],
      ['retired', 'sources/vieja.md'],
    ]);
    expect(feeds[1]).toMatchObject({ title: 'Pozos', line: 7 });
    expect(sources.map(({ data }) => data.feed)).toEqual([
      'https://pozos.example/feed',
      'http://fuentes.example/rss',
    ]);
  });
  test('as a file, is a source on trial with what all its outlines say', () => {
    const { sources, languageAssumed } = plan([
      outline('https://pozos.example/feed', { folders: [['Agua']] }),
      outline('https://pozos.example/feed', {
        title: 'Pozos',
        site: 'https://pozos.example/',
        language: 'en-us',
        folders: [['Water'], ['Clima']],
      }),
      outline('https://fuentes.example/feed', { site: 'javascript:alert(1)', language: 'unknown' }),
    ]);
    expect(sources[0]).toEqual({
      do: 'create',
      kind: 'sources',
      name: 'pozos',
      path: 'sources/pozos.md',
      body: '',
      data: {
        title: 'Pozos',
        site: 'https://pozos.example/',
        feed: 'https://pozos.example/feed',
        language: 'en',
        topics: ['agua', 'clima'],
        state: 'trial',
        permission: { scope: 'link', status: 'none' },
      },
    });
    expect(sources[1]?.data).toMatchObject({
      title: 'fuentes.example',
      language: 'es',
      topics: [],
    });
    expect(sources[1]?.data).not.toHaveProperty('site');
    expect(languageAssumed).toBe(1);
    for (const { data } of sources) expect(Source.safeParse(data).success).toBe(true);
  });
  test('has a name of its own, whatever others are called', () => {
    const titles = ['Ríos', 'Mala', 'Pozos', '\u001b[1mPOZOS', '水'];
    const { sources } = plan(
      titles.map((title, n) => outline(`https://a${n}.example/`, { title })),
    );
    expect(sources.map(({ name }) => name)).toEqual([
      'rios-2',
      'mala-2',
      'pozos',
      'pozos-2',
      'a4-example',
    ]);
  });
});

describe('folders', () => {
  const topicsOf = (...folders: string[][]) => {
    const { sources, topics } = plan([outline('https://pozos.example/feed', { folders })]);
    return { topics: sources[0]?.data.topics, made: topics.map(({ name }) => name) };
  };
  test.for([
    ['its title', 'AGUA Y SEQUIA'],
    ['its title in another language', 'water'],
    ['its name', 'agua'],
  ])('that are called like a topic are it: by %s', ([, folder = '']) => {
    expect(topicsOf([folder])).toEqual({ topics: ['agua'], made: [] });
  });
  test('that no topic is called like become topics, one in another', () => {
    const { sources, topics } = plan([
      outline('https://pozos.example/feed', { folders: [['Economía local', 'Comercio']] }),
      outline('https://b.example/feed', { folders: [['Comercio'], ['水']] }),
    ]);
    expect(topics.map(({ path, data }) => [path, data])).toEqual([
      [
        'topics/economia-local.md',
        { title: { es: 'Economía local' }, terms: { es: ['Economía local'] } },
      ],
      [
        'topics/comercio.md',
        { title: { es: 'Comercio' }, terms: { es: ['Comercio'] }, parent: 'economia-local' },
      ],
      [
        expect.stringMatching(/^topics\/topic-[0-9a-f]{6}\.md$/),
        { title: { es: '水' }, terms: { es: ['水'] } },
      ],
    ]);
    for (const { data } of topics) expect(Topic.safeParse(data).success).toBe(true);
    expect(sources[0]?.data.topics).toEqual(['comercio']);
  });
  test.for([
    [
      ['C', 'C++', 'C#', 'c'],
      ['c', 'c-2', 'c-3'],
    ],
    [
      ['Новости 2024', 'Спорт 2024', 'НОВОСТИ 2024'],
      ['2024', '2024-2'],
    ],
    [
      ['Clima (2)', 'Net', '.NET'],
      ['clima-2', 'net', 'net-2'],
    ],
  ] as const)('%j are as many topics as titles: %j', ([folders, names]) => {
    expect(topicsOf(...folders.map((folder) => [folder]))).toEqual({ topics: names, made: names });
  });
  test('become topics that look for their name in the languages of their feeds', () => {
    const { topics } = plan([
      outline('https://a.example/', { folders: [['Bikes', 'Lanes']], language: 'en-GB' }),
      outline('https://b.example/', { folders: [['Bikes']], language: 'es' }),
      outline('https://c.example/', { folders: [['Ruas']], language: 'pt' }),
    ]);
    expect(topics.map(({ data }) => [data.title, data.terms])).toEqual([
      [{ es: 'Bikes' }, { en: ['Bikes'], es: ['Bikes'] }],
      [{ es: 'Lanes' }, { en: ['Lanes'] }],
      [{ es: 'Ruas' }, { es: ['Ruas'] }],
    ]);
  });
  test('that say nothing, or whose topic cannot be read, make none', () => {
    expect(topicsOf(['Subscriptions', 'Clima'], ['Sin categoría'])).toEqual({
      topics: ['clima'],
      made: [],
    });
  });
  test('are left aside when that is wished', () => {
    const feeds = [outline('https://pozos.example/feed', { folders: [['Nuevo'], ['Agua']] })];
    expect(plan(feeds, { topics: false })).toMatchObject({
      sources: [{ data: { topics: [] } }],
      topics: [],
    });
  });
});
