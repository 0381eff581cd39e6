import { hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Command, ExitCode, Invocation } from '../src/cli/command/command.ts';
import { listenForInterruption } from '../src/cli/command/interruption.ts';
import type { Terminal } from '../src/cli/command/terminal.ts';
import {
  closingLine,
  hasFailed,
  reportOutcomes,
  tally,
  tellAdvice,
} from '../src/cli/report/harvestReport.ts';
import { warnOfQuarantine } from '../src/cli/report/warnOfQuarantine.ts';
import { warnOfTouched } from '../src/cli/report/warnOfTouched.ts';
import { known, requireLedger } from '../src/decide/known.ts';
import { pullRequestBody } from '../src/decide/pullRequestBody.ts';
import { type Settled, settle } from '../src/decide/settle.ts';
import { chosenSources } from '../src/harvest/chosenSources.ts';
import { detectLanguages } from '../src/harvest/detectLanguages.ts';
import { harvest } from '../src/harvest/harvest.ts';
import { linkDriftDetector } from '../src/harvest/linkDriftDetector.ts';
import { openReplay, openRun, type Run } from '../src/harvest/openRun.ts';
import { openSieve, type Sieve, type SieveResult } from '../src/harvest/openSieve.ts';
import { recordToReplay } from '../src/harvest/recordToReplay.ts';
import { cribaFolder } from '../src/memory/cribaFolder.ts';
import { currentCommit } from '../src/memory/currentCommit.ts';
import { Candidate } from '../src/model/desk/candidate.ts';
import type { Changes, Desk, Entry } from '../src/model/desk/desk.ts';
import type { Source } from '../src/model/desk/source.ts';
import type { Instant } from '../src/model/desk/time.ts';
import { CribaError } from '../src/model/run/error.ts';
import type { Item } from '../src/model/run/item.ts';
import { runName } from '../src/model/run/runName.ts';
import type { RunReport, SourceReport } from '../src/model/run/runReport.ts';
import { sourceErrorCode } from '../src/model/run/sourceError.ts';
import { type Chosen, choose } from '../src/score/choose.ts';
import { propose } from '../src/score/propose.ts';
import { score } from '../src/score/score.ts';
import { applyChanges } from '../src/store/applyChanges.ts';
import { hashDesk } from '../src/store/hashDesk.ts';
import { ledgerPath } from '../src/store/ledgerPath.ts';
import { readDesk } from '../src/store/readDesk.ts';
import { addressing } from '../src/text/address.ts';

const NOT_KEPT =
  'The desk is written all the same. Make the folder writable, or remove it: the next run then asks in full.';

export const harvestCommand: Command = {
  name: 'harvest',
  about: 'reads every source and proposes the best as candidates',
  summary:
    'Reads every source, scores what is new for the audiences, and proposes the best as candidate files.',
  flags: {
    source: { type: 'string', value: '<name>', help: 'this source alone' },
    concurrency: { type: 'string', value: '<n>', help: 'sources read at a time (8)' },
    body: {
      type: 'string',
      value: '<file>',
      help: "write the pull request's text there: a table to decide by, in the desk's language",
    },
    replay: {
      type: 'string',
      value: '<run>',
      help: 'make an earlier run again, from what was stored of it and without a network',
    },
  },
  examples: [
    ['npm run harvest', 'harvest the desk in content/'],
    ['npm run harvest -- --dry-run', 'say what would be proposed, and write nothing'],
    [
      `npm run -s harvest -- --dry-run --json | jq -r 'select(.kind == "candidate").url'`,
      'the addresses of what would be proposed',
    ],
    [
      `npm run -s harvest -- --json | jq 'select(.kind == "source" and .code != "ok")'`,
      'the sources that gave nothing, or nothing new, and why',
    ],
    ['npm run harvest -- --body pull-request.md', 'and tell in a file what is proposed and why'],
    [
      'npm run harvest -- --replay 20261121t090000z-harvest',
      'the same candidates again, on the desk as it was before that run',
    ],
  ],
  run: runHarvest,
};

async function runHarvest(call: Invocation): Promise<ExitCode> {
  const interruption = listenForInterruption();
  return harvestDesk(call, interruption.signal).finally(interruption.stopListening);
}

async function harvestDesk(call: Invocation, signal: AbortSignal): Promise<ExitCode> {
  const { desk: folder, dryRun, terminal } = call;
  const root = dirname(resolve(folder));
  const replayed = await recordOf(call, root);
  const now = replayed?.record.now ?? call.now;
  const before = dryRun ? undefined : hashDesk(folder);
  const desk = await readDesk(folder);
  requireLedger(desk);
  const settled = settle(desk, { now });
  const { settings } = settled.desk;
  const sources = chosenSources(
    settled.desk.sources,
    replayed?.record.source ?? text(call, 'source'),
  );
  const leftOut = warnOfQuarantine(settled.desk, folder, terminal);
  if (sources.length === 0) warnOfNoSource(settled.desk, folder, terminal);

  const sieve = openSieve({ known: known(settled.desk), now, lookBack: settings.lookBack });
  const rules = hash('sha256', JSON.stringify(settled.desk.rules));
  const run = replayed
    ? openReplay(replayed.record, replayed.folder)
    : openRun({
        ...{ now, root, folder, settings, rules, env: call.env, write: !dryRun },
        hasNothingNew: sieve.hasNothingNew,
      });
  const reading = { call, now, sieve, desk: settled.desk, signal };
  const read = await readSources(sources, run, reading).finally(run.finish);
  const { changes, chosen, report } = await judge(sieve.end(), read, settled, now);

  const applied = dryRun
    ? undefined
    : applyChanges(folder, changes, { ledger: ledgerPath(now, 'harvest') });
  if (before !== undefined) {
    const [source, commit] = [text(call, 'source'), await currentCommit(root)];
    const about = { run: report.run, now, desk: before, ...(source && { source }) };
    await run.keep({ ...about, ...(commit && { commit }) }, report).catch((error: Error) => {
      terminal.warn('criba/not-kept', `${cribaFolder(root)}: ${error.message}`, NOT_KEPT);
    });
  }
  run.close();
  const told = writeBody(call, changes, report, settled.desk);
  const touched = warnOfTouched(applied, folder, terminal);
  for (const source of report.sources) terminal.record({ kind: 'source', ...source });
  for (const note of settled.notes) {
    terminal.warn(note.code, `${folder}/${note.file}: ${note.message}`, note.hint);
  }
  tellAdvice(report.sources, terminal);
  for (const one of chosen) tell(one, terminal);
  reportOutcomes(report.outcomes, terminal);
  terminal.closing(closingLine(report, dryRun));
  const silent = !report.sources.some((source) => !hasFailed(source));
  return silent || leftOut || touched || !told || settled.notes.length > 0 ? 1 : 0;
}

/** The run that is to be made again, if one is named; the desk must be the one that it began with. */
async function recordOf({ values, desk }: Invocation, root: string) {
  if (values.replay === undefined) return undefined;
  if (values.source !== undefined || values.now !== undefined) {
    throw new CribaError('usage/replay', '--replay takes its sources and its time from the run.', {
      hint: 'Leave out --source and --now.',
    });
  }
  const folders = [cribaFolder(root), cribaFolder(process.cwd())] as const;
  return recordToReplay(folders, String(values.replay), hashDesk(desk));
}

interface Reading {
  call: Invocation;
  now: Instant;
  sieve: Sieve;
  desk: Desk;
  signal: AbortSignal;
}

/** Reads the sources into the sieve. */
async function readSources(
  sources: Entry<Source>[],
  { fetchSource, parse, lastAsked }: Run,
  { call, now, sieve, desk, signal }: Reading,
): Promise<SourceReport[]> {
  const { desk: folder, terminal } = call;
  let done = 0;
  let items = 0;
  return harvest(sources, {
    now,
    fetchSource,
    parse,
    lastAsked,
    signal,
    addressing: addressing(desk.rules.addresses),
    concurrency: concurrencyOf(call),
    sieve,
    detectLinkDrift: linkDriftDetector(desk.ledger),
    onSource(report) {
      done += 1;
      items += report.items;
      if (hasFailed(report)) {
        const file = `${folder}/sources/${report.source}.md`;
        const what = `${file}: ${report.detail ?? report.feed}`;
        terminal.warn(sourceErrorCode(report.code), what, report.hint);
      }
      terminal.progress(`${done} of ${sources.length} sources, ${items} items  ${report.source}`);
    },
  });
}

function concurrencyOf({ values }: Invocation): number {
  const concurrency = Number(values.concurrency ?? 8);
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 64) {
    throw new CribaError('usage/concurrency', `--concurrency is "${String(values.concurrency)}".`, {
      hint: 'Give a whole number from 1 to 64.',
    });
  }
  return concurrency;
}

/** From items to candidates: what they are worth, which of them are proposed, and what became of the rest. */
async function judge(
  { fresh, filtered, alsoIn }: SieveResult,
  sources: SourceReport[],
  { desk, ...settled }: Settled,
  now: Instant,
) {
  const items: Item[] = await detectLanguages(fresh);
  const scoring = score(items, desk, { now });
  const choice = choose(scoring, desk, { sieved: alsoIn });
  const proposals = propose(choice.proposed, desk, { now, corpus: scoring.judge.corpus });
  const all = [...filtered, ...choice.outcomes];
  const report: RunReport = {
    run: runName(now, 'harvest'),
    now,
    sources,
    outcomes: all,
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

/** Writes the pull request's text, where one is asked for: what is proposed, and what was left out. Whether it could. */
function writeBody(
  { values, desk: folder, terminal }: Invocation,
  { changes }: Changes,
  report: RunReport,
  desk: Desk,
): boolean {
  if (values.body === undefined) return true;
  const candidates = changes.flatMap((change) =>
    change.do === 'create' && change.kind === 'candidates'
      ? [{ path: `${folder}/${change.path}`, data: Candidate.parse(change.data) }]
      : [],
  );
  try {
    writeFileSync(String(values.body), `${pullRequestBody({ candidates, report, desk })}\n`);
    return true;
  } catch (error) {
    const hint = 'The desk is written all the same. Name a file in a folder that is there.';
    terminal.warn('usage/body', `${values.body}: ${(error as Error).message}`, hint);
    return false;
  }
}

function tell(
  { item, score: points, audience, topics, exploration, follows }: Chosen,
  terminal: Terminal,
): void {
  const { id, url, title, source } = item;
  const about = [
    ...[source, audience],
    ...(topics.length > 0 ? [topics.join(', ')] : []),
    ...(exploration ? ['to learn from'] : []),
    ...(follows === undefined ? [] : [`follows ${follows}`]),
    url,
  ];
  terminal.answer(`${String(points).padStart(3)}  ${title}\n     ${about.join(' · ')}`);
  terminal.record({
    ...{ kind: 'candidate', id, url, title, source, score: points, audience, topics },
    ...(exploration && { exploration }),
    ...(follows !== undefined && { follows }),
  });
}

function warnOfNoSource({ sources }: Desk, folder: string, terminal: Terminal): void {
  const [what, hint] =
    sources.length === 0
      ? [`${folder} has no sources.`, 'Write one: npm run sources -- add <address of a site>']
      : [`Every source of ${folder} is retired.`, 'Change the `state` of those to be read again.'];
  terminal.warn('desk/no-source', what, hint);
}

function text({ values }: Invocation, flag: string): string | undefined {
  return values[flag] === undefined ? undefined : String(values[flag]);
}
