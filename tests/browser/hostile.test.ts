import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Serving, serveFolder } from '../../src/cli/site/serveFolder.ts';
import { keepReport } from '../../src/memory/keepReport.ts';
import type { Instant } from '../../src/model/desk/time.ts';
import type { RunReport } from '../../src/model/run/runReport.ts';
import { renderFile } from '../../src/store/renderFile.ts';
import { CORPORA, hasCorpora } from '../support/corpora.ts';
import { Repository } from '../support/repository.ts';
import { runScript } from '../support/runScript.ts';
import { size } from '../support/size.ts';
import { PUBLIC_PATHS, TEAM_PATHS } from './sections.ts';
import { useBrowser, visit } from './visit.ts';

/** One of each kind that runs in a page which trusts its words. */
const OWN = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'-alert(1)-'",
  '<svg onload=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<iframe srcdoc="<script>parent.alert(1)</script>">',
  '[press](javascript:alert(1))',
  '![x](javascript:alert(1))',
  '<a href="jav&#x09;ascript:alert(1)">press</a>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<form action="https://evil.example/"><button autofocus onfocus=alert(1)>x',
  '<math><style><img src=x onerror=alert(1)></style></math>',
  '</title></head><body onload=alert(1)>',
  '<https://evil.example/"onmouseover="alert(1)>',
  '<style>*{background:url(https://evil.example/x)}</style>',
  '--><script>alert(1)</script><!--',
  '&lt;img src=x onerror=alert(1)&gt;',
  '\u202egnp.exe <b onmouseover=alert(1)>over</b>',
];
const corpus = hasCorpora
  ? readFileSync(join(CORPORA, 'hostile/xss-payloads.txt'), 'utf8')
      .split('\n')
      .filter(
        (payload, line) =>
          line % size({ small: 120, middle: 60, whole: 20 }) === 0 && payload.trim() !== '',
      )
  : [];
const payloads = [...OWN, ...corpus];

let repository: Repository;
let site: Serving;
useBrowser();

beforeAll(async () => {
  const id = (n: number) => n.toString(16).padStart(12, '0');
  const facts = (payload: string, n: number) => ({
    id: id(n),
    title: payload,
    url: `https://evil.example/${n}?q="onclick=alert(1)`,
    source: 'rios',
    author: payload,
    language: 'es',
    harvested: '2026-11-18T08:00:00Z',
    topics: ['agua'],
    score: 50,
    why: [
      { signal: 'base', points: 40 },
      { signal: 'profile', points: 10, terms: [payload] },
    ],
  });
  const files = payloads.flatMap((payload, n) => [
    [
      `content/picks/2026/11/hostil-${n}.md`,
      renderFile(
        'picks',
        { ...facts(payload, n), kept: '2026-11-18', keptBy: payload },
        `${payload}\n\n> ${payload}`,
      ),
    ],
    [
      `content/candidates/hostil-c${n}.md`,
      renderFile(
        'candidates',
        {
          ...facts(payload, n + 5000),
          audience: 'vecindario',
          keyphrases: [payload],
          mentions: [{ name: payload, sentence: payload, hint: 'negative', words: [payload] }],
          decision: '',
          reason: payload,
        },
        `> ${payload}`,
      ),
    ],
    [
      `content/slots/hostil-${n}.md`,
      renderFile(
        'slots',
        {
          title: payload,
          day: '2026-11-18',
          channel: 'web',
          kind: 'share',
          owner: payload,
          state: 'approved',
          tags: [payload],
        },
        payload,
      ),
    ],
  ]);
  repository = new Repository({
    ...Object.fromEntries(files),
    'content/desk.md': `---\nname: ${JSON.stringify(OWN[1])}\ndescription: ${JSON.stringify(OWN[2])}\nlanguages: ["es", "en"]\ntimeZone: "Europe/Madrid"\ncontact: "x"\n---\n\n${OWN.join('\n\n')}\n`,
    'content/picks/2026/11/rota.md': `---\ntitle: [<script>alert(1)</script>\n---\n`,
  });
  await keepReport(join(repository.root, '.criba'), {
    run: '20261118t090000z-harvest',
    now: '2026-11-18T09:00:00Z' as Instant,
    sources: [],
    counts: {} as RunReport['counts'],
    settled: 0,
    expired: 0,
    outcomes: payloads.map((payload, n) => ({
      source: payload,
      title: payload,
      outcome: 'vetoed',
      detail: payload,
      score: 40,
      url: n % 2 === 0 ? `javascript:alert(${n})` : `https://evil.example/${n}?"onclick=alert(1)`,
      why: [{ signal: 'rule', points: 40, evidence: payload, terms: [payload] }],
    })),
  });
  const { code, stderr } = await runScript(
    'build',
    [
      '--edition',
      'team',
      '--now',
      '2026-11-18T12:00:00Z',
      '--desk',
      join(repository.root, 'content'),
      '--out',
      join(repository.root, 'dist'),
    ],
    { cwd: repository.root },
  );
  if (code !== 1)
    throw new Error(`the build ended with ${code}, and 1 is right with a file left out: ${stderr}`);
  site = await serveFolder(join(repository.root, 'dist/team'));
});
afterAll(async () => {
  await site.close();
  repository.remove();
});

test('the harness hears a script that runs, so that its silence means something', async () => {
  const server = createServer((_, response) =>
    response
      .setHeader('content-type', 'text/html')
      .end(`<!doctype html><link rel="icon" href="data:,"><title>x</title>${OWN[2]}`),
  );
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { page, trouble } = await visit(
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
  );
  await expect.poll(() => trouble.filter((one) => one === 'dialog: 1')).toHaveLength(1);
  await page.goto('about:blank');
  server.close();
});

test.for([
  ...PUBLIC_PATHS,
  ...TEAM_PATHS,
  'temas/agua/',
  'fuentes/rios/',
  'calendario/2026-11/',
  'en/',
  'en/inbox/',
])(
  `/%s runs nothing and asks nobody, with ${payloads.length} payloads in every field`,
  async (path) => {
    const { page, trouble } = await visit(site.url + path);
    expect(await page.locator('main').count()).toBe(1);
    await poke(page);
    expect(trouble).toEqual([]);
  },
);

test('no pick page runs anything', async () => {
  for (const [n] of payloads.entries()) {
    if (n >= OWN.length && n % size({ small: 15, middle: 5, whole: 5 }) !== 0) continue;
    const { page, trouble } = await visit(`${site.url}2026/11/hostil-${n}/`);
    await poke(page);
    expect(trouble, payloads[n]).toEqual([]);
  }
});

test('search shows hostile titles as words', async () => {
  const { page, trouble } = await visit(`${site.url}buscar/`);
  await page.keyboard.press('/');
  await page.keyboard.type('alert');
  await page.waitForSelector('main li a');
  expect(await page.locator('main li img, main li script, main li svg').count()).toBe(0);
  expect(trouble).toEqual([]);
});

/** Hovers and focuses what a reader would, and presses what claims to run. */
async function poke(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const group of document.querySelectorAll('details')) group.open = true;
    for (const element of document.querySelectorAll<HTMLElement>('main *')) {
      element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
      element.focus();
    }
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a')) {
      if (!/^(?:https?|mailto):$/.test(link.protocol)) link.click();
    }
  });
  await page.waitForTimeout(50);
}
