import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command, ExitCode, Invocation } from '../src/cli/command/command.ts';
import { count } from '../src/cli/command/count.ts';
import { readPort } from '../src/cli/command/flagValues.ts';
import type { Terminal } from '../src/cli/command/terminal.ts';
import { hasAnswered, settlings } from '../src/cli/report/harvestReport.ts';
import { buildSite } from '../src/cli/site/buildSite.ts';
import { countPages } from '../src/cli/site/countPages.ts';
import { serveFolder } from '../src/cli/site/serveFolder.ts';
import type { Desk } from '../src/model/desk/desk.ts';
import type { Instant } from '../src/model/desk/time.ts';
import { CribaError } from '../src/model/run/error.ts';
import { runName } from '../src/model/run/runName.ts';
import type { RunReport } from '../src/model/run/runReport.ts';
import { readDesk } from '../src/store/readDesk.ts';
import { copyDesk } from './demo/copyDesk.ts';
import { type DemoClock, demoClock } from './demo/demoClock.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const DEMO = join(ROOT, '.criba/demo');
const SITE = join(DEMO, 'dist/team');
const STAMP = join(DEMO, 'stamp.json');

/** What stands in `.criba/demo`, so that a second start need not make it again. */
interface Stamp {
  inputs: string;
  said: [station: string, text: string][];
}

export const startCommand: Command = {
  name: 'start',
  about: 'the demo desk, offline: harvests, builds and serves it',
  summary:
    'A demo desk, without network and without settings: copies the sample desk to .criba/demo, harvests, builds and serves it.',
  flags: {
    port: { type: 'string', value: '<n>', help: 'where to serve it (4321, or a free one)' },
    'no-serve': { type: 'boolean', help: 'make the demo and stop' },
    fresh: { type: 'boolean', help: 'make it again even if nothing changed' },
  },
  shared: ['now', 'json', 'quiet'],
  examples: [['npm start', 'make the demo and print its address']],
  run: runStart,
};

async function runStart({ values, now, terminal }: Invocation): Promise<ExitCode> {
  const port = readPort(values.port) ?? 4321;
  terminal.answer('Criba: a demo desk, offline, in .criba/demo\n');
  const sample = await readDesk(join(ROOT, 'content'));
  const clock = demoClock(sample.settings, now);
  const inputs = fingerprint(clock);
  const before = values.fresh ? undefined : readStamp();
  if (before?.inputs === inputs) {
    for (const [station, text] of before.said) say(terminal, station, text);
    terminal.answer('\n  Nothing has changed since, so that is still what stands there.');
  } else {
    rmSync(DEMO, { recursive: true, force: true });
    const said = await make(sample, clock, terminal);
    writeFileSync(STAMP, JSON.stringify({ inputs, said } satisfies Stamp));
  }
  if (values['no-serve']) return 0;
  const { url } = await serveFolder(SITE, port);
  terminal.record({ url });
  terminal.answer(`\n  ${url}   (Ctrl+C ends it)`);
  return 0;
}

async function make(
  sample: Desk,
  { weeks, today, now }: DemoClock,
  terminal: Terminal,
): Promise<Stamp['said']> {
  const said: Stamp['said'] = [];
  const tell = (station: string, text: string) => {
    said.push([station, text]);
    say(terminal, station, text);
  };
  copyDesk(ROOT, { to: DEMO, shift: { weeks, timeZone: sample.settings.timeZone } });
  const { sources, picks, candidates, slots } = sample;
  tell(
    'copy',
    `${count(sources.length, 'source')}, ${count(picks.length, 'pick')}, ${count(candidates.length, 'candidate')}, ${count(slots.length, 'slot')}; dates moved by ${count(weeks, 'week')}, so that today is ${today}`,
  );

  terminal.progress('  harvesting');
  for (const [station, text] of harvestLines(await harvestDemo(now))) tell(station, text);

  terminal.progress('  building the team edition');
  const start = performance.now();
  await buildSite({ desk: join(DEMO, 'content'), edition: 'team', now, out: SITE });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  tell('build', `team edition, ${count(countPages(SITE), 'page')} in ${seconds} s`);
  return said;
}

/** What a harvest did, station by station: what one hands on is what the next begins with. */
function harvestLines({ sources, counts, ...report }: RunReport): Stamp['said'] {
  const answered = sources.filter(hasAnswered).length;
  const items = sources.reduce((sum, source) => sum + source.items, 0);
  const { known, duplicate, future, tooOld, noLink } = counts;
  const fresh = items - known - duplicate - future - tooOld - noLink;
  const { proposed, belowThreshold, otherLanguage, vetoed } = counts;
  const heldOver = counts.overCap + counts.overBudget + counts.flood;
  return [
    ['settle', settlings(report).join(', ') || '0 decisions settled'],
    [
      'harvest',
      `${answered} of ${count(sources.length, 'source')} answered, ${count(items, 'item')}`,
    ],
    [
      'sift',
      `${known} known, ${duplicate} twice, ${future} dated ahead, ${tooOld} too old, ${noLink} without link; ${fresh} new`,
    ],
    [
      'score',
      `${proposed} proposed, ${belowThreshold} below the threshold, ${otherLanguage} in another language, ${vetoed} vetoed, ${heldOver} held over`,
    ],
  ];
}

/** The very command that people run, on the demo's desk; its report tells what it did. */
async function harvestDemo(now: Instant): Promise<RunReport> {
  const criba = join(ROOT, 'bin/criba');
  const child = spawn(
    process.execPath,
    [criba, 'harvest', '--desk', join(DEMO, 'content'), '--now', now, '--quiet', '--json'],
    {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let trouble = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    trouble += text;
  });
  const code = await new Promise((done) => child.on('close', done));
  const path = join(DEMO, '.criba/reports', `${runName(now, 'harvest')}.json`);
  // 1 says that a person is needed, as for a file that cannot be read; the demo goes on without it.
  if ((code !== 0 && code !== 1) || !existsSync(path)) {
    throw new CribaError('demo/harvest', `The demo's harvest did not finish.\n${trouble.trim()}`, {
      hint: 'Try npm start -- --fresh',
    });
  }
  return JSON.parse(readFileSync(path, 'utf8')) as RunReport;
}

function say(terminal: Terminal, station: string, text: string): void {
  terminal.answer(`  ${station.padEnd(9)}${text}`);
  terminal.record({ station, text });
}

/** Changes with anything that the demo is made of. */
function fingerprint({ weeks }: DemoClock): string {
  const hash = createHash('sha256').update(String(weeks));
  const inputs = [
    'bin',
    'content',
    'scripts',
    'src',
    'public',
    'package-lock.json',
    'astro.config.mjs',
  ];
  for (const input of inputs) {
    for (const path of filesIn(join(ROOT, input)))
      hash.update(path.slice(ROOT.length)).update(readFileSync(path));
  }
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

function readStamp(): Stamp | undefined {
  return existsSync(STAMP) && existsSync(SITE)
    ? (JSON.parse(readFileSync(STAMP, 'utf8')) as Stamp)
    : undefined;
}
