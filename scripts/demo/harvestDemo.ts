import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteLanguage } from '../../src/model/desk/text.ts';
import type { Instant } from '../../src/model/desk/time.ts';
import { CribaError } from '../../src/model/run/error.ts';
import { runName } from '../../src/model/run/runName.ts';
import type { RunReport } from '../../src/model/run/runReport.ts';
import { DEMO, ROOT } from './demoFolders.ts';

/** Runs the very command that people run, on the demo's desk, and reads the report that it leaves. */
export async function harvestDemo(now: Instant, lang: SiteLanguage): Promise<RunReport> {
  const { code, stderr } = await runHarvest([
    '--desk',
    join(DEMO, 'content'),
    '--now',
    now,
    '--lang',
    lang,
    '--quiet',
    '--json',
  ]);
  const path = join(DEMO, '.criba/reports', `${runName(now, 'harvest')}.json`);
  // 1 says that a person is needed, as for a file that cannot be read; the demo goes on without it.
  if ((code !== 0 && code !== 1) || !existsSync(path)) {
    throw new CribaError('demo/harvest', { output: stderr.trim() });
  }
  return JSON.parse(readFileSync(path, 'utf8')) as RunReport;
}

function runHarvest(flags: string[]): Promise<{ code: number | null; stderr: string }> {
  const child = spawn(process.execPath, [join(ROOT, 'bin/criba'), 'harvest', ...flags], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((done) => child.on('close', (code) => done({ code, stderr })));
}
