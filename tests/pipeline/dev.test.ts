import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { ProjectCopy } from '../support/projectCopy.ts';
import { Repository } from '../support/repository.ts';
import { type Running, startScript } from '../support/runScript.ts';

let running: Running | undefined;
const open: { remove(): void }[] = [];
afterEach(async () => {
  await running?.end();
  for (const one of open.splice(0)) one.remove();
});

test('npm run dev serves the desk, shows a change to a file at once, and ends when it is told to', async () => {
  const project = new ProjectCopy();
  const desk = new Repository({
    'content/picks/2026/11/nota.md':
      '---\ntitle: "Primera versión"\nurl: "https://agua.example/nota"\nkept: "2026-11-17"\n---\n\nPalabras.\n',
  });
  open.push(project, desk);
  running = startScript(
    'dev',
    [
      '--now',
      '2026-11-18T12:00:00+01:00',
      '--desk',
      join(desk.root, 'content'),
      '--port',
      String(await freePort()),
    ],
    { cwd: project.root, project: project.root },
  );
  const url = await running.address;
  await until(url, 'Primera versión');
  const path = 'content/picks/2026/11/nota.md';
  desk.write(path, desk.read(path).replace('Primera', 'Segunda'));
  await until(url, 'Segunda versión');

  expect(await running.end()).toBe(0);
  await expect(fetch(url)).rejects.toThrow();
  expect(project.changes()).toBe('');
});

/** Asks again until a page has the words. */
async function until(url: string, words: string): Promise<void> {
  let text = '';
  for (let attempt = 0; attempt < 120; attempt += 1) {
    text = await fetch(url).then(
      (answer) => answer.text(),
      (error: unknown) => String(error),
    );
    if (text.includes(words)) return;
    await new Promise((done) => setTimeout(done, 250));
  }
  throw new Error(`${url} does not say "${words}":\n${text.slice(0, 2000)}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
