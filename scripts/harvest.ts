import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Call, runCommand } from '../src/cli/command.ts';
import { count } from '../src/cli/count.ts';
import { closingLine, hasAnswered, tally } from '../src/cli/harvestReport.ts';
import type { Terminal } from '../src/cli/terminal.ts';
import { fetchOptions } from '../src/harvest/fetch/fetchOptions.ts';
import { openFetch } from '../src/harvest/fetch/openFetch.ts';
import { harvest } from '../src/harvest/harvest.ts';
import { openParser } from '../src/harvest/parse/openParser.ts';
import { sift } from '../src/harvest/sift.ts';
import type { Changes, Desk, Entry } from '../src/model/desk.ts';
import { CribaError } from '../src/model/error.ts';
import type { Harvest, RunReport } from '../src/model/run.ts';
import type { Settings } from '../src/model/settings.ts';
import type { Source } from '../src/model/source.ts';
import type { Instant } from '../src/model/time.ts';
import { known } from '../src/review/known.ts';
import { type Settled, settle } from '../src/review/settle.ts';
import { choose } from '../src/score/choose.ts';
import { propose } from '../src/score/propose.ts';
import { type Scored, score } from '../src/score/score.ts';
import { applyChanges } from '../src/store/applyChanges.ts';
import { readDesk } from '../src/store/readDesk.ts';
import { writeFile } from '../src/store/writeFile.ts';
import { ledgerPath, runName } from '../src/text/run.ts';

await runCommand(
  {
    name: 'harvest',
    summary:
      'Reads every source, scores what is new for the audiences, and proposes the best as candidate files.',
    flags: {
      source: { type: 'string', value: '<name>', help: 'this source alone' },
      concurrency: { type: 'string', value: '<n>', help: 'sources read at a time (8)' },
    },
    examples: [
      ['npm run harvest', 'harvest the desk in content/'],
      ['npm run harvest -- --dry-run', 'say what would be proposed, and write nothing'],
      [
        'npm run -s harvest -- --dry-run --json | jq -r .url',
        'the addresses of what would be proposed',
      ],
    ],
  },
  async (call) => {
    const { desk: folder, now, dryRun, terminal } = call;
    const settled = settle(await readDesk(folder), { now });
    const sources = chosenSources(settled.desk, call.values.source);
    warnOfQuarantine(settled.desk, terminal);

    const harvested = await readSources(sources, call, settled.desk.settings);
    const { changes, chosen, report } = judge(harvested, settled, now);

    if (!dryRun) {
      applyChanges(folder, changes, ledgerPath(now, 'harvest'));
      keepReport(folder, report);
    }
    for (const source of report.sources) terminal.record({ kind: 'source', ...source });
    for (const note of settled.notes) {
      terminal.warn(note.code, `${folder}/${note.file}: ${note.message}`, note.hint);
    }
    for (const one of chosen) tell(one, terminal);
    terminal.closing(closingLine(report, dryRun));
    const silent = sources.length > 0 && !report.sources.some(hasAnswered);
    return silent || settled.notes.length > 0 ? 1 : 0;
  },
);

/** From items to candidates: what is new, what it is worth, which of it is proposed, and what became of the rest. */
function judge(harvested: Harvest, { desk, ...settled }: Settled, now: Instant) {
  const { settings, sources } = desk;
  const { fresh, sifted, alsoIn } = sift(harvested.items, {
    ...knownTo(desk, harvested),
    now,
    lookBack: settings.lookBack,
    floodLimit: settings.floodLimit,
  });
  const choice = choose(score(fresh, desk, { now }), desk);
  const proposals = propose(choice.proposed, { now, settings, sources, alsoIn });
  const all = [...harvested.unusable, ...sifted, ...choice.sifted];
  const report: RunReport = {
    run: runName(now, 'harvest'),
    now,
    sources: harvested.sources,
    sifted: all,
    counts: tally(all),
    settled: settled.lines.length,
  };
  const changes: Changes = {
    changes: [...settled.changes, ...proposals.changes],
    lines: [...settled.lines, ...proposals.lines],
  };
  return { changes, chosen: choice.proposed, report };
}

function tell({ item, score: points, audience, topics }: Scored, terminal: Terminal): void {
  const { id, url, title, source } = item;
  const about = [source, audience, ...(topics.length > 0 ? [topics.join(', ')] : []), url];
  terminal.answer(`${String(points).padStart(3)}  ${title}\n     ${about.join(' · ')}`);
  terminal.record({ kind: 'candidate', id, url, title, source, score: points, audience, topics });
}

function warnOfQuarantine({ quarantine }: Desk, terminal: Terminal): void {
  if (quarantine.length === 0) return;
  const files = count(quarantine.length, 'file');
  const text = `${files} cannot be read and ${quarantine.length === 1 ? 'is' : 'are'} left out.`;
  terminal.warn('desk/quarantine', text, 'npm run check says what is wrong and where.');
}

function chosenSources(desk: Desk, name: unknown): Entry<Source>[] {
  if (name === undefined) return desk.sources;
  const chosen = desk.sources.filter((source) => source.name === name);
  if (chosen.length > 0) return chosen;
  throw new CribaError('usage/source', `There is no source "${String(name)}".`, {
    hint: `Sources of this desk: ${desk.sources.map((source) => source.name).join(', ') || 'none'}`,
  });
}

async function readSources(
  sources: Entry<Source>[],
  { values, now, desk: folder, terminal }: Call,
  settings: Settings,
): Promise<Harvest> {
  const concurrency = Number(values.concurrency ?? 8);
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 64) {
    throw new CribaError('usage/concurrency', `--concurrency is "${String(values.concurrency)}".`, {
      hint: 'Give a whole number from 1 to 64.',
    });
  }
  const network = openFetch(fetchOptions(settings, process.env.CRIBA_ALLOW_HOSTS));
  const parser = openParser();
  let done = 0;
  let items = 0;
  try {
    return await harvest(sources, {
      now,
      root: dirname(resolve(folder)),
      fetch: network.fetch,
      parse: parser.parse,
      concurrency,
      onSource(report) {
        done += 1;
        items += report.items;
        if (!hasAnswered(report)) {
          const file = `${folder}/sources/${report.source}.md`;
          terminal.warn(`source/${report.code}`, `${file}: ${report.detail ?? report.feed}`);
        }
        terminal.progress(`${done} of ${sources.length} sources, ${items} items  ${report.source}`);
      },
    });
  } finally {
    await Promise.all([network.close(), parser.close()]);
  }
}

/** A file that cannot be read still names its item by the last six of its name. */
function knownTo(desk: Desk, { items }: Harvest) {
  const { ids, urls, endings } = known(desk);
  const unreadable = items.filter(({ id }) => endings.has(id.slice(0, 6))).map(({ id }) => id);
  return { known: new Set([...ids, ...unreadable]), knownUrls: urls };
}

function keepReport(folder: string, report: RunReport): void {
  const root = dirname(resolve(folder));
  mkdirSync(join(root, '.criba'), { recursive: true });
  writeFile(root, `.criba/reports/${report.run}.json`, `${JSON.stringify(report, null, 1)}\n`);
}
