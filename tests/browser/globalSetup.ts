import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { serveFolder } from '../../src/cli/site/serveFolder.ts';
import { runScript } from '../support/runScript.ts';
import { startBrowser } from './findBrowser.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DEMO = join(ROOT, '.criba/demo');
/** The morning that the sample desk was written for, so that no date in it moves. */
const NOW = ['--now', '2026-11-18T09:00:00+01:00'];

declare module 'vitest' {
  interface ProvidedContext {
    browser: string;
    team: string;
    public: string;
    publicFolder: string;
    demo: string;
  }
}

/** One browser, and the demo's two editions built and served, for all browser tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = await startBrowser();
  await made('start', [...NOW, '--no-serve', '--quiet']);
  const publicFolder = join(DEMO, 'dist/public');
  await made('build', [
    '--desk',
    join(DEMO, 'content'),
    '--edition',
    'public',
    '--out',
    join(DEMO, 'dist'),
    ...NOW,
    '--quiet',
  ]);
  const [team, world] = await Promise.all([
    serveFolder(join(DEMO, 'dist/team')),
    serveFolder(publicFolder),
  ]);
  process.stdout.write(`browser tests: ${browser.name}\n`);

  project.provide('browser', browser.server.wsEndpoint());
  project.provide('team', team.url);
  project.provide('public', world.url);
  project.provide('publicFolder', publicFolder);
  project.provide('demo', DEMO);
  return async () => {
    await Promise.all([browser.server.close(), team.close(), world.close()]);
  };
}

async function made(script: string, args: string[]): Promise<void> {
  const { code, stdout, stderr } = await runScript(script, args, { cwd: ROOT });
  if (code !== 0)
    throw new Error(
      `npm run ${script} ${args.join(' ')} ended with ${code}.\n${stdout}\n${stderr}`,
    );
}
