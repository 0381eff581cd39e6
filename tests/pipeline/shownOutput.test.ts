import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ProjectCopy } from '../support/projectCopy.ts';
import { captureStreams, runInProcess, startScript } from '../support/runScript.ts';

const ROOT = join(import.meta.dirname, '../..');
const PAGES = ['README.md', 'docs/harvest.md', 'docs/sources.md'];

/** A command that a page shows, and what the page says that it prints. */
interface Shown {
  page: string;
  command: string;
  output: string;
}

/** Every command with its output: lines of a fenced block that begin with `$`, and what follows each. */
function shownIn(page: string): Shown[] {
  const text = readFileSync(join(ROOT, page), 'utf8');
  return Array.from(text.matchAll(/^```\n(\$ [\s\S]*?)^```$/gm), ([, block = '']) =>
    block.split(/^\$ /m).slice(1),
  )
    .flat()
    .map((part) => {
      const [command = '', ...lines] = part.trim().split('\n');
      return { page, command, output: lines.join('\n') };
    })
    .filter(({ output }) => output !== '');
}

/** What differs from run to run and from machine to machine, made the same; `…` in a page stands for whatever is there. */
function settled(output: string): string {
  return output
    .replace(/http:\/\/127\.0\.0\.1:\d+\//, 'http://127.0.0.1:4321/')
    .replace(/\d+\.\d s$/m, '1.8 s')
    .trim();
}
function pattern(output: string): RegExp {
  const escaped = output.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const lines = escaped.replace(/^ *…$/gm, '[^]*?');
  return new RegExp(`^${lines.replaceAll('…', '.*')}$`);
}

const NOW = '2026-11-18T09:00:00+01:00';
/** A source whose `state` is misspelt, as the README says. */
const MISSPELT =
  '---\ntitle: "Mala"\nfeed: "feeds/mala.xml"\nlanguage: "es"\nstate: "trustd"\n---\n';
const FEED = `<rss version="2.0"><channel><title>Water notes</title><link>https://notes.example/</link><language>en</language>${Array.from(
  { length: 20 },
  (_, n) =>
    `<item><title>${n === 0 ? 'A reservoir is not a lake' : `Note ${n}`}</title><link>https://notes.example/${n}</link><pubDate>${new Date(Date.UTC(2026, 10, 18 - n, 8)).toUTCString()}</pubDate><description>Of rivers and what they carry.</description></item>`,
).join('')}</channel></rss>`;
const SITE: Record<string, string> = {
  '/blog':
    '<!doctype html><html lang="en"><title>Water notes</title><link rel="alternate" type="application/rss+xml" href="/feed.xml"></html>',
  '/feed.xml': FEED,
};

let server: Server;
let host: string;
let project: ProjectCopy;
const folders: string[] = [];
beforeAll(async () => {
  project = new ProjectCopy();
  server = createServer((request, response) => {
    const body = SITE[request.url ?? ''];
    const type = body?.startsWith('<!doctype') ? 'text/html' : 'application/rss+xml';
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  project.remove();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/**
 * What a command prints on a copy of the sample desk, in the order in which it prints it.
 * @param files what this copy has besides, by path
 */
async function printed(
  name: string,
  args: string[],
  files: Record<string, string> = {},
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'criba-shown-'));
  folders.push(folder);
  for (const path of ['content', 'scripts/demo/feeds'])
    cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  const { shown, streams } = captureStreams();
  const env = { CRIBA_ALLOW_HOSTS: host };
  await runInProcess(name, args, { cwd: folder, env, streams });
  return shown();
}

/** What each command that a page shows prints. `--now` stands in the page where the output depends on it. */
const RUNS: Record<string, () => Promise<string>> = {
  async 'npm ci && npm start'() {
    const where = { cwd: project.root, project: project.root };
    const running = startScript('start', ['--now', NOW, '--port', '0'], where);
    await running.address;
    await running.end();
    return running.said.stdout;
  },
  [`npm run harvest -- --now ${NOW}`]: () => printed('harvest', ['--now', NOW]),
  'npm run check': () => printed('check', [], { 'content/sources/mala.md': MISSPELT }),
  async 'npm run sources -- add https://water.example/blog'() {
    const said = await printed('sources', ['add', '--now', NOW, `http://${host}/blog`]);
    return said.replaceAll(`http://${host}`, 'https://water.example');
  },
};

const all = PAGES.flatMap(shownIn);

test('every command whose output a page shows is tried', () => {
  expect(Object.keys(RUNS)).toEqual(expect.arrayContaining(all.map(({ command }) => command)));
  expect(all.length).toBeGreaterThanOrEqual(4);
});

test.for(all)('$page shows what $command prints', async ({ command, output }) => {
  const said = await RUNS[command]?.();
  expect(settled(said ?? '')).toMatch(pattern(output));
});
