import { spawn } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import type { SiteLanguage } from '../../model/desk/text.ts';
import type { Instant } from '../../model/desk/time.ts';
import { CribaError } from '../../model/run/error.ts';
import type { EditionName } from '../../model/site/editionName.ts';
import { countPages } from './countPages.ts';

export interface BuildOptions {
  desk: string;
  edition: EditionName;
  now: Instant;
  /** the folder that the site goes to; it is replaced whole, once the new one stands */
  out: string;
}

/**
 * Builds one edition of the site beside the old one and changes them over, so that a failed build leaves the old one.
 * @throws CribaError `site/build-failed` with what Astro said
 */
export async function buildSite({ desk, edition, now, out }: BuildOptions): Promise<void> {
  const fresh = `${resolve(out)}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const said = await runAstro(
    ['build', '--silent'],
    siteEnvironment({ desk, edition, now, out: fresh }),
    'pipe',
  );
  if (said.code !== 0) {
    const output = stripVTControlCharacters(said.output).trim();
    throw new CribaError('site/build-failed', { why: edition, output });
  }
  rmSync(out, { recursive: true, force: true });
  renameSync(fresh, out);
}

/** Builds one edition, and counts its pages and the seconds that it took. @throws as `buildSite` */
export async function timedBuild(
  options: BuildOptions,
): Promise<{ pages: number; seconds: number }> {
  const start = performance.now();
  await buildSite(options);
  return { pages: countPages(options.out), seconds: (performance.now() - start) / 1000 };
}

/**
 * Starts Astro's development server and ends with it: 0 where a person ended it.
 * @param options.port where to serve it; 4321 if left out
 */
export async function developSite(options: {
  desk: string;
  edition: EditionName;
  now?: Instant | undefined;
  port?: number | undefined;
  lang: SiteLanguage;
}): Promise<number> {
  // Without the lock two editions can be looked at side by side.
  const args = ['dev', '--ignore-lock'];
  if (options.port !== undefined) args.push('--port', String(options.port));
  const { code, ended } = await runAstro(args, siteEnvironment(options), 'inherit');
  return ended ? 0 : code;
}

function siteEnvironment({
  desk,
  edition,
  now,
  out,
  lang,
}: {
  desk: string;
  edition: EditionName;
  now?: Instant | undefined;
  out?: string;
  lang?: SiteLanguage;
}) {
  return {
    ...process.env,
    // Astro would put its servers in the background where it takes a terminal for an automatic one.
    ASTRO_DEV_BACKGROUND: '0',
    ASTRO_PREVIEW_BACKGROUND: '0',
    ASTRO_TELEMETRY_DISABLED: '1',
    ...(out && { NODE_ENV: 'production' }),
    CRIBA_DESK: resolve(desk),
    CRIBA_EDITION: edition,
    ...(now && { CRIBA_NOW: now }),
    ...(out && { CRIBA_OUT: out }),
    ...(lang && { CRIBA_LANG: lang }),
  };
}

function runAstro(
  args: string[],
  env: NodeJS.ProcessEnv,
  stdio: 'pipe' | 'inherit',
): Promise<{ code: number; output: string; ended: boolean }> {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const astro = fileURLToPath(
    new URL('./bin/astro.mjs', import.meta.resolve('astro/package.json')),
  );
  const child = spawn(process.execPath, [astro, ...args], {
    cwd: root,
    env,
    stdio: ['ignore', stdio, stdio],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  const end = () => child.kill();
  process.once('SIGINT', end).once('SIGTERM', end);
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => {
      process.off('SIGINT', end).off('SIGTERM', end);
      done({ code: code ?? 3, output, ended: child.killed });
    });
  });
}
