import { describe, expect, test } from 'vitest';
import type { Instant } from '../../model/desk/time.ts';
import type { FeedDocument } from '../../model/run/document.ts';
import { SourceError, sourceError } from '../../model/run/sourceError.ts';
import type { Fault } from '../../model/run/sourceFaults.ts';
import type { ParsedFeed } from '../parse/parsedFeed.ts';
import { discover } from './discover.ts';

const SITE = 'https://rios.example';

/** A feed of some items, as JSON that `parse` below reads; `path` is where they stand: feeds of one path are duplicates. */
function rss(title: string, path = title, items = 4, more: Partial<ParsedFeed> = {}): string {
  const entries = Array.from({ length: items }, (_, n) => ({
    title: `${title} ${n}`,
    url: `${SITE}/${encodeURIComponent(path)}/${n}`,
    published: `2026-11-2${n % 2}T0${n}:00:00Z`,
    text: 'La sequía vacía el embalse de la comarca desde junio.',
  }));
  return JSON.stringify({ format: 'rss', title, site: `${SITE}/`, total: items, entries, ...more });
}

async function parse({ bytes }: FeedDocument): Promise<ParsedFeed> {
  const text = new TextDecoder().decode(bytes);
  if (!text.startsWith('{')) throw sourceError('notAFeed', { why: 'other' });
  return JSON.parse(text) as ParsedFeed;
}

const alternates = (...hrefs: string[]) =>
  `<!doctype html><html lang="es"><title>Ríos</title>${hrefs.map((href) => `<link rel="alternate" type="application/rss+xml" href="${href}">`).join('')}`;

type World = Record<string, string | Fault | { moved: string; status: number }>;

/** What a web of these addresses has to follow; everything else is missing. */
function explore(address: string, world: World) {
  const asked: string[] = [];
  const answer = (kind: 'page' | 'feed' | 'guess') => async (url: string) => {
    asked.push(`${kind} ${url.replace(SITE, '')}`);
    const there = world[url.replace(SITE, '')] ?? 'missing';
    if (typeof there === 'object') {
      const { moved, status } = there;
      const body = world[moved.replace(SITE, '')];
      return reply(moved, String(body), [{ status, from: url, to: moved }]);
    }
    if (!/[<{]/.test(there))
      throw new SourceError(there as Fault, { code: 'source/robots', values: { url } });
    return reply(url, there);
  };
  const reply = (
    url: string,
    body: string,
    hops: { status: number; from: string; to: string }[] = [],
  ) => ({
    url,
    contentType: '',
    bytes: new TextEncoder().encode(body),
    hops,
  });
  const run = discover(address, {
    fetchPage: answer('page'),
    fetchFeed: answer('feed'),
    fetchGuess: answer('guess'),
    parse,
  });
  return { run, asked };
}

const feedsOf = async (address: string, world: World) => {
  const { feeds, clearBest } = await explore(address, world).run;
  return {
    feeds: feeds.map(({ feed }) => feed.replace(SITE, '')),
    best: clearBest?.feed.replace(SITE, ''),
  };
};

describe('a feed is found', () => {
  test('at the address itself, which is then asked for as a feed', async () => {
    const { run, asked } = explore(`${SITE}/feed.xml`, { '/feed.xml': rss('Ríos') });
    expect(await run).toMatchObject({
      clearBest: {
        feed: `${SITE}/feed.xml`,
        method: 'itself',
        title: 'Ríos',
        site: `${SITE}/`,
        format: 'rss',
        language: 'es',
        total: 4,
        newest: [
          { title: 'Ríos 3', published: '2026-11-21T03:00:00Z' },
          { title: 'Ríos 1', published: '2026-11-21T01:00:00Z' },
          { title: 'Ríos 2' },
        ],
      },
    });
    expect(asked).toEqual(['feed /feed.xml']);
  });
  test('at the address itself, also where it looks like a page', async () => {
    expect((await feedsOf(`${SITE}/noticias`, { '/noticias': rss('Ríos') })).best).toBe(
      '/noticias',
    );
  });
  test('by rule, without asking for the page', async () => {
    const { run, asked } = explore('https://bsky.app/profile/rios.example', {
      'https://bsky.app/profile/rios.example/rss': rss('Ríos'),
    });
    expect((await run).clearBest?.method).toBe('rule');
    expect(asked).toEqual(['feed https://bsky.app/profile/rios.example/rss']);
  });
  test('by rule of the address that the page says is its own, as YouTube’s do', async () => {
    const channel = 'UCabcdefghijklmnopqrstuv';
    const feed = `https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`;
    const { run } = explore('https://www.youtube.com/@rios', {
      'https://www.youtube.com/@rios': `<html><link rel="canonical" href="https://www.youtube.com/channel/${channel}">`,
      [feed]: rss('Ríos'),
    });
    expect((await run).clearBest).toMatchObject({ feed, method: 'rule' });
  });
  test.for(['rel="canonical" href', 'property="og:url" content'])(
    'by what the page names, and not by rule of a stranger that it points to with %s',
    async (pointer) => {
      const tag = pointer.startsWith('rel') ? 'link' : 'meta';
      const stranger = 'https://bsky.app/profile/stranger.example';
      const { run, asked } = explore(`${SITE}/`, {
        '/': `${alternates('/a.xml')}<${tag} ${pointer}="${stranger}">`,
        '/a.xml': rss('Ríos'),
        [`${stranger}/rss`]: rss('A stranger'),
      });
      expect((await run).clearBest?.feed).toBe(`${SITE}/a.xml`);
      expect(asked).toEqual(['page /', 'feed /a.xml']);
    },
  );
  test('by rule, where a repository has tags and no releases', async () => {
    const { run } = explore('https://github.com/rios/aforo', {
      'https://github.com/rios/aforo/releases.atom': rss('Versiones', 'r', 0),
      'https://github.com/rios/aforo/tags.atom': rss('Etiquetas'),
    });
    expect((await run).clearBest?.feed).toBe('https://github.com/rios/aforo/tags.atom');
  });
  test('by what the page names', async () => {
    const world = { '/': alternates('/a.xml'), '/a.xml': rss('Ríos') };
    expect(await explore(`${SITE}/`, world).run).toMatchObject({
      clearBest: { feed: `${SITE}/a.xml`, method: 'link' },
      page: { title: 'Ríos', language: 'es', url: `${SITE}/` },
      requested: [`${SITE}/`, `${SITE}/a.xml`],
    });
  });
  test('by an ordinary link, where the page names none that can be read', async () => {
    const page = `${alternates('/gone.xml')}<a href="/rss/portada">RSS</a>`;
    const world = { '/': page, '/rss/portada': rss('Portada') };
    expect((await feedsOf(`${SITE}/`, world)).best).toBe('/rss/portada');
  });
  test('where feeds usually stand, and no more is asked than it takes', async () => {
    const { run, asked } = explore(`${SITE}/`, { '/': '<html>', '/rss.xml': rss('Ríos') });
    expect((await run).clearBest?.method).toBe('path');
    expect(asked).toEqual(['page /', 'feed /feed', 'feed /rss.xml']);
  });
  test('where feeds usually stand, although robots.txt keeps us from the page, as far as it lets us', async () => {
    const world: World = { '/': 'robots', '/feed': 'robots', '/rss.xml': rss('Ríos') };
    const { run, asked } = explore(`${SITE}/`, world);
    const { clearBest, requested } = await run;
    expect(clearBest?.feed).toBe(`${SITE}/rss.xml`);
    expect(asked).toEqual(['page /', 'guess /feed', 'guess /rss.xml']);
    expect(requested).toEqual([`${SITE}/rss.xml`]);
  });
  test('on a page that is called like a feed, which is then asked for as a page', async () => {
    const world = { '/rss': alternates('/a.xml'), '/a.xml': rss('Ríos') };
    const { run, asked } = explore(`${SITE}/rss`, world);
    expect((await run).clearBest?.feed).toBe(`${SITE}/a.xml`);
    expect(asked).toEqual(['feed /rss', 'page /rss', 'feed /a.xml']);
  });
  test('by what the page names, although another host failed a guess by rule', async () => {
    const page = 'https://rios.blogspot.com/';
    const { run } = explore(page, {
      [page]: alternates('https://rios.blogspot.com/own.xml'),
      'https://rios.blogspot.com/feeds/posts/default': 'timeout',
      'https://rios.blogspot.com/own.xml': rss('Ríos'),
    });
    expect((await run).clearBest?.feed).toBe('https://rios.blogspot.com/own.xml');
  });
  test('over https, where http gives no answer', async () => {
    const insecure = SITE.replace('https', 'http');
    const { run } = explore(`${SITE}/`, {
      '/': alternates(`${insecure}/a.xml`, '/b.xml'),
      [`${insecure}/a.xml`]: 'reset',
      '/b.xml': rss('Ríos'),
    });
    expect((await run).clearBest?.feed).toBe(`${SITE}/b.xml`);
  });
  test.for([
    [301, '/new.xml'],
    [302, '/old.xml'],
  ] as const)('by an address that answers %i, and %s is to be followed', async ([status, feed]) => {
    const world: World = {
      '/old.xml': { moved: `${SITE}/new.xml`, status },
      '/new.xml': rss('Ríos'),
    };
    expect((await feedsOf(`${SITE}/old.xml`, world)).best).toBe(feed);
  });
});

describe('of several feeds', () => {
  test('comments come last and are never chosen', async () => {
    const world = {
      '/': alternates('/comments/feed/', '/feed/'),
      '/feed/': rss('Ríos'),
      '/comments/feed/': rss('Comentarios en Ríos'),
    };
    expect(await feedsOf(`${SITE}/`, world)).toEqual({
      feeds: ['/feed/', '/comments/feed/'],
      best: '/feed/',
    });
    const only = {
      '/': alternates('/comments/feed/'),
      '/comments/feed/': rss('Comments on: Ríos'),
    };
    expect((await feedsOf(`${SITE}/`, only)).best).toBeUndefined();
  });
  test.for([
    'Comments on: Ríos',
    'Comentarios en: Nota',
    'Comentaris a: Nota',
    'Comentarios en Nota',
    'Nota-(r)en iruzkinak',
    'Iruzkinak: Nota',
    'Comentários sobre: Nota',
    'Comentários em: Nota',
    'Commentaires sur : Nota',
    'Kommentare zu: Nota',
    'Commenti a: Nota',
    'Ríos » Kommentare',
  ])('"%s" is of comments', async (title) => {
    const world = { '/a.xml': rss(title) };
    expect((await explore(`${SITE}/a.xml`, world).run).feeds[0]?.comments).toBe(true);
  });
  test('one whose every item is a comment is of comments, whatever it is called', async () => {
    const entries = ['#comment-7', '#comment-9'].map((comment) => ({
      title: 'De: Ana',
      url: `${SITE}/nota/${comment}`,
      text: '',
    }));
    const world = { '/a.xml': rss('Nota', 'n', 2, { entries } as Partial<ParsedFeed>) };
    expect((await explore(`${SITE}/a.xml`, world).run).feeds[0]?.comments).toBe(true);
  });
  test.for([
    ['/2026/11/nota/', ''],
    [
      '/nota/',
      '<meta name="generator" content="WordPress 6"><body class="post single single-post">',
    ],
    ['/nota/', '<meta property="og:type" content="article">'],
  ] as const)(
    'what stands below the article %s %s does not beat the feed of the site',
    async ([path, signs]) => {
      const world = {
        [path]: alternates('/feed/', `${path}feed/`) + signs,
        '/feed/': rss('Ríos'),
        [`${path}feed/`]: rss('Odpowiedzi do: Nota'),
      };
      expect(await feedsOf(SITE + path, world)).toEqual({
        feeds: ['/feed/', `${path}feed/`],
        best: '/feed/',
      });
    },
  );
  test('those of the page’s own section come first', async () => {
    const world = {
      '/category/agua/': alternates('/feed/', '/category/agua/feed/'),
      '/feed/': rss('Todo'),
      '/category/agua/feed/': rss('Agua'),
    };
    expect(await feedsOf(`${SITE}/category/agua/`, world)).toEqual({
      feeds: ['/category/agua/feed/', '/feed/'],
      best: '/category/agua/feed/',
    });
  });
  test('RSS and Atom of the same items are one', async () => {
    const world = {
      '/': alternates('/rss.xml', '/atom.xml'),
      '/rss.xml': rss('Ríos', 'same'),
      '/atom.xml': rss('Ríos (Atom)', 'same'),
    };
    expect(await explore(`${SITE}/`, world).run).toMatchObject({
      feeds: [{ feed: `${SITE}/rss.xml`, duplicates: [`${SITE}/atom.xml`] }],
      clearBest: { feed: `${SITE}/rss.xml` },
    });
  });
  test('a section whose newest items are those of the whole site is no other format of it', async () => {
    const all = JSON.parse(rss('Todo', 'all', 8)) as ParsedFeed;
    const entries = all.entries.toSorted((a, b) =>
      (b.published ?? '').localeCompare(a.published ?? ''),
    );
    const part = (total: number, last: ParsedFeed['entries']) =>
      rss('Agua', 'agua', total, { entries: [...entries.slice(0, 4), ...last] });
    const others = (JSON.parse(rss('Agua', 'agua', 4)) as ParsedFeed).entries.map((one) => ({
      ...one,
      published: '2020-01-01T00:00:00Z' as Instant,
    }));
    for (const section of [part(4, []), part(8, others)]) {
      const world = {
        '/': alternates('/all.xml', '/agua.xml'),
        '/all.xml': JSON.stringify(all),
        '/agua.xml': section,
      };
      expect((await feedsOf(`${SITE}/`, world)).feeds).toEqual(['/all.xml', '/agua.xml']);
    }
  });
  test('two addresses that lead to one are one', async () => {
    const to = { moved: `${SITE}/new.xml`, status: 301 };
    const world = {
      '/': alternates('/a.xml', '/b.xml'),
      '/a.xml': to,
      '/b.xml': to,
      '/new.xml': rss('Ríos'),
    };
    expect(await explore(`${SITE}/`, world).run).toMatchObject({
      feeds: [{ feed: `${SITE}/new.xml`, duplicates: [] }],
    });
  });
  test('one alone without items is left to a person', async () => {
    const world = { '/': alternates('/new.xml'), '/new.xml': rss('Nuevo', 'n', 0) };
    expect(await feedsOf(`${SITE}/`, world)).toEqual({ feeds: ['/new.xml'], best: undefined });
  });
  test.for(['und', 'zxx', 'mul', 'xx'])(
    'one that says its language is %s has none',
    async (language) => {
      const world = { '/a.xml': rss('R', 'r', 0, { language }) };
      expect((await explore(`${SITE}/a.xml`, world).run).feeds[0]).not.toHaveProperty('language');
    },
  );
  test('two as good as each other are left to a person', async () => {
    const world = {
      '/': alternates('/agua.xml', '/clima.xml'),
      '/agua.xml': rss('Agua'),
      '/clima.xml': rss('Clima'),
    };
    expect(await feedsOf(`${SITE}/`, world)).toEqual({
      feeds: ['/agua.xml', '/clima.xml'],
      best: undefined,
    });
  });
  test('an empty one is not as good as one with items', async () => {
    const world = {
      '/': alternates('/new.xml', '/all.xml'),
      '/new.xml': rss('Nuevo', 'n', 0),
      '/all.xml': rss('Todo'),
    };
    expect((await feedsOf(`${SITE}/`, world)).best).toBe('/all.xml');
  });
});

describe('nothing is found', () => {
  test('on a page without feeds, after a few tries', async () => {
    const { run, asked } = explore(`${SITE}/`, { '/': '<html>' });
    expect(await run).toMatchObject({ feeds: [] });
    expect(asked.length).toBeLessThanOrEqual(13);
  });
  test('where the one that the page names cannot be read, which is told', async () => {
    const world: World = {
      '/': `${alternates('/feed.xml')}<a href="/feeds/">All our feeds</a><a href="/rss/x">RSS</a>`,
      '/feed.xml': 'forbidden',
      '/feeds/': '<html>',
      '/rss/x': 'timeout',
    };
    expect(await explore(`${SITE}/`, world).run).toMatchObject({
      feeds: [],
      unread: [
        { feed: `${SITE}/feed.xml`, method: 'link', code: 'forbidden' },
        { feed: `${SITE}/rss/x`, method: 'anchor', code: 'timeout' },
      ],
    });
  });
  test.for(['unreachable', 'timeout', 'refused', 'tls'] as const)(
    'where the host gives no answer (%s), and it is asked once',
    async (fault) => {
      const { run, asked } = explore(`${SITE}/`, { '/': fault, '/feed': rss('Ríos') });
      await expect(run).rejects.toMatchObject({ fault });
      expect(asked).toHaveLength(1);
    },
  );
  test('of a host that asks to wait in between', async () => {
    const { run, asked } = explore(`${SITE}/`, {
      '/': '<html>',
      '/feed': 'busy',
      '/rss.xml': rss('R'),
    });
    expect(await run).toMatchObject({ feeds: [] });
    expect(asked).toEqual(['page /', 'feed /feed']);
  });
  test('where the page is missing and no feed stands in the usual places', async () => {
    await expect(explore(`${SITE}/x`, {}).run).rejects.toMatchObject({ fault: 'missing' });
  });
  test('and a fault of ours is one', async () => {
    const broken = () => Promise.reject(new TypeError('ours'));
    const options = { fetchPage: broken, fetchFeed: broken, fetchGuess: broken, parse: broken };
    await expect(discover(`${SITE}/`, options)).rejects.toThrow('ours');
  });
});
