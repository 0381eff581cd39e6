import { hash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { Repository } from '../support/repository.ts';
import { runInProcess } from '../support/runScript.ts';

// One story, one file: through the command, with feeds that change from run to run as real ones do.

const repositories: Repository[] = [];
afterEach(() => {
  for (const repository of repositories.splice(0)) repository.remove();
});

interface Story {
  link: string;
  title?: string;
  guid?: string;
  text?: string;
  /** days before the first run */
  age?: number;
}

const TEXT = 'La sequía vacía el embalse y falta agua potable para el riego.';

/** Words that no other story has: what tells the same in the same words would be one story. */
function ownWords(link: string): string {
  return Array.from(
    { length: 12 },
    (_, n) => `v${hash('sha256', `${link} ${n}`).slice(0, 6)}`,
  ).join(' ');
}

function feed(stories: readonly Story[]): string {
  const items = stories.map(({ link, title, guid, text, age = 1 }) => {
    const date = new Date(Date.UTC(2026, 10, 18) - age * 86_400_000).toUTCString();
    const [url, id] = [link, guid ?? link].map((words) => words.replaceAll('&', '&amp;'));
    return `<item><title>${title ?? `Sequía ${link.replace(/\W+/g, ' ')}`}</title><link>${url}</link><guid>${id}</guid><pubDate>${date}</pubDate><description>${text ?? `${TEXT} ${ownWords(link)}`}</description></item>`;
  });
  return `<rss version="2.0"><channel><title>F</title>${items.join('\n')}</channel></rss>`;
}

const SETTINGS =
  '---\nname: "Mesa"\nlanguages: ["es"]\ntimeZone: "Europe/Madrid"\ncontact: "mesa@agua.example"\nthreshold: 10\nbudget: 500\ncapPerSource: 500\nfloodLimit: 500\n';

/** A desk whose sources are named after their feeds. */
function desk(feeds: Record<string, readonly Story[]>, settings = SETTINGS): Repository {
  const files = Object.entries({ rios: [], ...feeds }).flatMap(([name, stories]) => [
    [
      `content/sources/${name}.md`,
      `---\ntitle: "${name}"\nfeed: "feeds/${name}.xml"\nlanguage: "es"\n---\n`,
    ],
    [`feeds/${name}.xml`, feed(stories)],
  ]);
  const made = new Repository({
    'content/desk.md': `${settings}---\n`,
    ...Object.fromEntries(files),
  });
  repositories.push(made);
  return made;
}

/** Harvests as of some days after the first run. */
async function harvest(at: Repository, day = 0) {
  const now = new Date(Date.UTC(2026, 10, 18, 12) + day * 86_400_000).toISOString();
  const said = await runInProcess('harvest', ['--now', now], { cwd: at.root });
  return { ...said, counts: said.stderr.trimEnd().split('\n').at(-1) ?? '' };
}

const proposed = (at: Repository) => at.candidates();
const urls = (at: Repository) =>
  proposed(at).map((path) => /^url: "(.+)"$/m.exec(at.read(`content/candidates/${path}`))?.[1]);

function decide(at: Repository, slug: string, decision: string): void {
  const path = `content/candidates/${proposed(at).find((name) => name.includes(slug))}`;
  at.write(path, at.read(path).replace('decision: ""', `decision: "${decision}"`));
}

const at = (path: string) => `https://rios.example/${path}`;

test('however a feed spells, numbers and words a story the next time, it stays one file', async () => {
  const before: Story[] = [
    { link: at('guid'), guid: 'one' },
    { link: at('all-guids'), guid: 'same' },
    { link: at('all-guids-2'), guid: 'same' },
    { link: at('words'), title: 'Sequía', text: `${ownWords('words')} Antes.` },
    { link: 'http://rios.example/scheme' },
    { link: at('www') },
    { link: at('slash') },
    { link: at('utm') },
    { link: at('amp') },
    { link: at('redirector') },
    { link: at('shuffled?b=2&a=1') },
  ];
  const after: Story[] = [
    { link: at('guid'), guid: 'another' },
    { link: at('all-guids'), guid: 'same again' },
    { link: at('all-guids-2'), guid: 'same again' },
    {
      link: at('words'),
      title: 'La sequía, corregida',
      text: `${ownWords('words')} Después.`,
      age: 0,
    },
    { link: at('scheme') },
    { link: 'https://www.rios.example/www' },
    { link: at('slash/') },
    { link: at('utm?utm_source=rss&utm_medium=feed&fbclid=x#inicio') },
    { link: 'https://amp.rios.example/amp/amp/' },
    { link: `https://www.google.com/url?q=${encodeURIComponent(at('redirector'))}` },
    { link: at('shuffled?a=1&b=2') },
  ];
  const here = desk({ rios: before });
  expect((await harvest(here)).counts).toContain('11 items = 11 proposed');
  const files = here.hash();
  here.write('feeds/rios.xml', feed(after));
  expect((await harvest(here, 1)).counts).toContain('11 items = 11 known');
  expect(here.hash()).toBe(files);
});

test('a story that one feed repeats is one file', async () => {
  const here = desk({
    rios: [{ link: at('a') }, { link: at('a') }, { link: at('a?utm_source=x') }],
  });
  expect((await harvest(here)).counts).toContain('3 items = 1 proposed + 2 duplicate');
});

test('a story in several feeds is one file, led by the fullest, that names the others; it may move among them', async () => {
  const here = desk({
    aviso: [{ link: 'http://www.rios.example/a' }],
    boletin: [
      {
        link: at('a'),
        text: `${TEXT} Y hay más: esta es la pieza entera. ${ownWords('más')} ${ownWords('y más')}`,
      },
    ],
    cauce: [{ link: at('a?utm_source=cauce') }],
  });
  expect((await harvest(here)).counts).toContain('3 items = 1 proposed + 2 duplicate');
  const [path = ''] = proposed(here);
  const file = here.read(`content/candidates/${path}`);
  expect(file).toMatch(/^source: "boletin"$/m);
  expect(file).toContain(
    'alsoIn:\n  - source: "aviso"\n    url: "http://www.rios.example/a"\n  - source: "cauce"\n    url: "https://rios.example/a?utm_source=cauce"\n',
  );
  here.write('feeds/boletin.xml', feed([]));
  here.write('feeds/aviso.xml', feed([]));
  expect((await harvest(here, 1)).counts).toContain('1 item = 1 known');
  expect(here.read(`content/candidates/${path}`)).toBe(file);
});

test('what a person dropped, deleted or kept does not come back, in whatever spelling', async () => {
  const here = desk({
    rios: [{ link: at('tirada') }, { link: at('borrada') }, { link: at('elegida') }],
  });
  await harvest(here);
  decide(here, 'tirada', 'drop');
  decide(here, 'elegida', 'keep');
  const [gone = ''] = proposed(here).filter((path) => path.includes('borrada'));
  rmSync(join(here.root, 'content/candidates', gone));
  const again = ['tirada', 'borrada', 'elegida'].map((path) => ({
    link: `http://www.rios.example/${path}/?ref=newsletter`,
    guid: `new ${path}`,
    age: 0,
  }));
  here.write('feeds/rios.xml', feed(again));
  expect((await harvest(here, 1)).counts).toMatch(/3 items = 3 known; .*3 decisions settled/);
  expect([proposed(here), here.list('content/picks').length]).toEqual([[], 1]);
});

test('a link that counts clicks gives way to the publisher’s own, and both are one story', async () => {
  const burnt = { link: 'http://feeds.burn.example/~r/Rios/~3/aBc/a', guid: at('a') };
  const here = desk({ rios: [burnt], nuevo: [] });
  await harvest(here);
  expect(urls(here)).toEqual([at('a')]);
  here.write('feeds/nuevo.xml', feed([{ link: at('a'), guid: '1' }]));
  here.write('feeds/rios.xml', feed([{ ...burnt, link: burnt.link.replace('aBc', 'dEf') }]));
  expect((await harvest(here, 1)).counts).toContain('2 items = 2 known');
});

describe('an archive published all at once', () => {
  test('is offered by and by, the oldest too, while new stories come in', async () => {
    const archive = Array.from({ length: 60 }, (_, n) => ({
      link: at(`archivo-${n}`),
      age: n + 1,
    }));
    const here = desk({ rios: archive }, SETTINGS.replace('floodLimit: 500', 'floodLimit: 25'));
    const news: Story[] = [];
    const seen: number[] = [];
    for (const day of [0, 1, 2]) {
      news.push({ link: at(`nueva-${day}`), age: -day });
      here.write('feeds/rios.xml', feed([...archive, ...news]));
      await harvest(here, day);
      seen.push(proposed(here).length);
    }
    expect(seen).toEqual([25, 50, 63]);
    expect(new Set(urls(here)).size).toBe(63);
    expect(urls(here)).toContain(at('archivo-59'));
  });

  test('that is known already brings nothing, however new its dates', async () => {
    const archive = Array.from({ length: 30 }, (_, n) => ({
      link: at(`archivo-${n}`),
      age: n + 1,
    }));
    const here = desk({ rios: archive });
    await harvest(here);
    here.write('feeds/rios.xml', feed(archive.map((story) => ({ ...story, age: 0 }))));
    expect((await harvest(here, 1)).counts).toContain('30 items = 30 known');
  });
});

describe('editing rules/addresses.md', () => {
  const rules = (text: string) => `---\n${text}---\n\nPor qué.\n`;

  test('makes two addresses of one or one of two, and detaches no decision', async () => {
    const stories = ['tirada?cid=1', 'elegida?cid=2', 'sin-mirar?cid=3'];
    const here = desk({ rios: stories.map((path) => ({ link: at(path) })) });
    await harvest(here);
    decide(here, 'tirada', 'drop');
    decide(here, 'elegida', 'keep');
    const edits = ['drop: ["utm_*"]\n', 'keep:\n  "rios.example": ["cid"]\n', 'drop: ["cid"]\n'];
    for (const [day, edit] of edits.entries()) {
      here.write('content/rules/addresses.md', rules(edit));
      expect((await harvest(here, day + 1)).counts).toContain('3 items = 3 known');
    }
    expect([proposed(here).length, here.list('content/picks').length]).toEqual([1, 1]);
    here.write('content/rules/addresses.md', rules('keep:\n  "rios.example": ["cid"]\n'));
    here.write('feeds/rios.xml', feed([{ link: at('tirada?cid=9') }]));
    expect((await harvest(here, 5)).counts).toContain('1 item = 1 proposed');
  });

  test('so that they cannot be read asks for a person; the built-in rules hold', async () => {
    const here = desk({ rios: [{ link: at('a') }] });
    here.write('content/rules/addresses.md', rules('drop: ["id"]\n'));
    const { code, stderr } = await harvest(here);
    expect(code).toBe(1);
    expect(stderr).toContain('Where rules cannot be read, the built-in ones hold.');
    expect(proposed(here)).toHaveLength(1);
  });
});
