import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Call, runCommand } from '../src/cli/command.ts';
import { closingLine, hasAnswered, tally, tellSifted } from '../src/cli/harvestReport.ts';
import type { Terminal } from '../src/cli/terminal.ts';
import { warnOfQuarantine } from '../src/cli/warnOfQuarantine.ts';
import { warnOfTouched } from '../src/cli/warnOfTouched.ts';
import { chosenSources } from '../src/harvest/chosenSources.ts';
import { fetchOptions } from '../src/harvest/fetch/fetchOptions.ts';
import { openFetch } from '../src/harvest/fetch/openFetch.ts';
import { harvest } from '../src/harvest/harvest.ts';
import { openParser } from '../src/harvest/parse/openParser.ts';
import { sift } from '../src/harvest/sift.ts';
import { sourceErrorCode } from '../src/harvest/sourceError.ts';
import type { Changes, Desk, Entry } from '../src/model/desk.ts';
import { CribaError } from '../src/model/error.ts';
import type { Harvest, RunReport } from '../src/model/run.ts';
import type { Settings } from '../src/model/settings.ts';
import type { Source } from '../src/model/source.ts';
import type { Instant } from '../src/model/time.ts';
import { known, requireLedger } from '../src/review/known.ts';
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
        `npm run -s harvest -- --dry-run --json | jq -r 'select(.kind == "candidate").url'`,
        'the addresses of what would be proposed',
      ],
    ],
  },
  async (call) => {
    const { desk: folder, now, dryRun, terminal } = call;
    const desk = await readDesk(folder);
    requireLedger(desk);
    const settled = settle(desk, { now });
    const { source: named } = call.values;
    const sources = chosenSources(
      settled.desk.sources,
      named === undefined ? undefined : String(named),
    );
    const leftOut = warnOfQuarantine(settled.desk, folder, terminal);
    if (sources.length === 0) warnOfNoSource(settled.desk, folder, terminal);

    const harvested = await readSources(sources, call, settled.desk.settings);
    const { changes, chosen, report } = judge(harvested, settled, now);

    const applied = dryRun
      ? undefined
      : applyChanges(folder, changes, { ledger: ledgerPath(now, 'harvest') });
    if (applied) keepReport(folder, report);
    const touched = warnOfTouched(applied, folder, terminal);
    for (const source of report.sources) terminal.record({ kind: 'source', ...source });
    for (const note of settled.notes) {
      terminal.warn(note.code, `${folder}/${note.file}: ${note.message}`, note.hint);
    }
    for (const one of chosen) tell(one, terminal);
    tellSifted(report.sifted, terminal);
    terminal.closing(closingLine(report, dryRun));
    const silent = !report.sources.some(hasAnswered);
    return silent || leftOut || touched || settled.notes.length > 0 ? 1 : 0;
  },
);

/** From items to candidates: what is new, what it is worth, which of it is proposed, and what became of the rest. */
function judge(harvested: Harvest, { desk, ...settled }: Settled, now: Instant) {
  const { settings, sources } = desk;
  const { fresh, sifted, alsoIn } = sift(harvested.items, {
    ...knownTo(desk, harvested),
    now,
    lookBack: settings.lookBack,
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
    settled: settled.lines.filter(({ event }) => event !== 'expire').length,
    expired: settled.lines.filter(({ event }) => event === 'expire').length,
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

function warnOfNoSource({ sources }: Desk, folder: string, terminal: Terminal): void {
  const [text, hint] =
    sources.length === 0
      ? [`${folder} has no sources.`, 'Write one: a file in its folder sources/, with a feed.']
      : [`Every source of ${folder} is retired.`, 'Change the `state` of those to be read again.'];
  terminal.warn('desk/no-source', text, hint);
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
          const text = `${file}: ${report.detail ?? report.feed}`;
          terminal.warn(sourceErrorCode(report.code), text, report.hint);
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
