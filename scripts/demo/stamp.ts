import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Station } from '../../src/cli/report/demoReport.ts';
import type { DemoClock } from './demoClock.ts';
import { DEMO, ROOT, SITE } from './demoFolders.ts';

const STAMP = join(DEMO, 'stamp.json');
/** What the demo is made of. */
const INPUTS = [
  'bin',
  'content',
  'scripts',
  'src',
  'public',
  'package-lock.json',
  'astro.config.mjs',
];

/** What stands in `.criba/demo`, so that a second start need not make it again. */
export interface Stamp {
  inputs: string;
  stations: Station[];
}

/** The stamp of a demo that stands there whole. */
export function readStamp(): Stamp | undefined {
  return existsSync(STAMP) && existsSync(SITE)
    ? (JSON.parse(readFileSync(STAMP, 'utf8')) as Stamp)
    : undefined;
}

export function writeStamp(stamp: Stamp): void {
  writeFileSync(STAMP, JSON.stringify(stamp));
}

/** Changes with anything that the demo is made of. */
export function fingerprint({ weeks }: DemoClock): string {
  const hash = createHash('sha256').update(String(weeks));
  for (const path of INPUTS.flatMap((input) => filesIn(join(ROOT, input))))
    hash.update(path.slice(ROOT.length)).update(readFileSync(path));
  return hash.digest('hex');
}

function filesIn(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true })
    .map((name) => join(path, String(name)))
    .filter((file) => statSync(file).isFile())
    .sort();
}
