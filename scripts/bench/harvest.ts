import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CORPORA } from '../../tests/support/corpora.ts';
import { startFeedServer } from '../../tests/support/feedServer.ts';
import { type Cost, costOf } from './costOf.ts';

/**
 * Criba against newsboat: the real feeds of the corpora, each on a host of its own on loopback, asked in full (cold) and
 * again when none has changed (warm), in rounds that alternate. It ends at items, as newsboat's reload does.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    feeds: { type: 'string', default: join(CORPORA, 'feeds/real') },
  },
});
const ROUNDS = Number(values.rounds);
// As for the commands: see `bin/criba`.
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/criba', import.meta.url));
const CHILD = fileURLToPath(new URL('./harvestToItems.ts', import.meta.url));

interface Figures {
  cold: Cost[];
  warm: Cost[];
  again: Cost[];
}

if (!existsSync(values.feeds)) {
  process.stdout.write(`bench:harvest needs feeds in ${values.feeds}, or --feeds <folder>.\n`);
} else {
  await bench();
}

async function bench(): Promise<void> {
  const files = readdirSync(values.feeds).filter((file) => !file.endsWith('.tsv'));
  const server = await startFeedServer(values.feeds, { hosts: files.length });
  const folder = mkdtempSync(join(tmpdir(), 'criba-bench-'));
  const urls = join(folder, 'urls');
  writeFileSync(urls, `${files.map((file, n) => `${server.urls[n]}/${file}`).join('\n')}\n`);
  const peer = hasNewsboat();
  if (!peer) process.stdout.write('newsboat is not installed: Criba alone.\n');
  const criba: Figures = { cold: [], warm: [], again: [] };
  const newsboat: Figures = { cold: [], warm: [], again: [] };
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const home = join(folder, `round-${round}`);
      mkdirSync(home);
      if (peer) await newsboatRound(home, urls, newsboat);
      await cribaRound(home, urls, criba);
    }
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
  report(files.length, criba, peer ? newsboat : undefined);
}

async function cribaRound(home: string, urls: string, figures: Figures): Promise<void> {
  const ask = (...more: string[]) =>
    costOf(process.execPath, [CHILD, '--urls', urls, '--root', home, ...more], {
      NODE_COMPILE_CACHE: CACHE,
      CRIBA_ALLOW_HOSTS: '127.0.0.1',
    });
  figures.cold.push(await ask());
  // Days later, so that nobody's answer holds any more and all are asked.
  figures.warm.push(await ask('--spent', '--now', '2026-12-05T12:00:00Z'));
  figures.again.push(await ask('--now', '2026-12-19T12:00:00Z'));
}

async function newsboatRound(home: string, urls: string, figures: Figures): Promise<void> {
  const config = join(home, 'config');
  writeFileSync(config, 'reload-threads 32\nssl-verifypeer no\n');
  const ask = () =>
    costOf('newsboat', ['-x', 'reload', '-u', urls, '-c', join(home, 'cache.db'), '-C', config], {
      HOME: home,
    });
  figures.cold.push(await ask());
  figures.warm.push(await ask());
}

function hasNewsboat(): boolean {
  try {
    execFileSync('newsboat', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function report(feeds: number, criba: Figures, newsboat: Figures | undefined): void {
  const lines = [`${feeds} feeds, ${ROUNDS} rounds; medians (CPU and wall in seconds, peak in MB)`];
  const row = (name: string, costs: Cost[], against?: Cost[]) => {
    const [cpu, wall, peak] = [middle(costs, 'cpu'), middle(costs, 'wall'), middle(costs, 'peak')];
    const ratio =
      against === undefined
        ? ''
        : `  ${(cpu / middle(against, 'cpu')).toFixed(2)} of its CPU, ${(wall / middle(against, 'wall')).toFixed(2)} of its wall time`;
    const said = costs.at(-1)?.stdout.trim() ?? '';
    lines.push(
      `${name.padEnd(28)} ${cpu.toFixed(2).padStart(6)} ${wall.toFixed(2).padStart(6)} ${peak.toFixed(0).padStart(5)}${ratio}  ${said}`,
    );
  };
  if (newsboat) {
    row('newsboat, cold', newsboat.cold);
    row('newsboat, warm', newsboat.warm);
  }
  row('Criba, cold', criba.cold, newsboat?.cold);
  row('Criba, all 304', criba.warm, newsboat?.warm);
  row('Criba, all 304, read again', criba.again, newsboat?.warm);
  process.stdout.write(`${lines.join('\n')}\n`);
}

function middle(costs: readonly Cost[], figure: 'cpu' | 'wall' | 'peak'): number {
  return (
    costs.map((cost) => cost[figure]).toSorted((a, b) => a - b)[Math.floor(costs.length / 2)] ?? 0
  );
}
