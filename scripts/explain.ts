import { dirname, resolve } from 'node:path';
import type { Command, ExitCode, Invocation } from '../src/cli/command/command.ts';
import { formatExplanation } from '../src/cli/report/explanationReport.ts';
import { rulesTable } from '../src/cli/report/rulesTable.ts';
import { warnOfQuarantine } from '../src/cli/report/warnOfQuarantine.ts';
import { cribaFolder } from '../src/memory/cribaFolder.ts';
import { readNewestReport } from '../src/memory/readNewestReport.ts';
import type { Desk } from '../src/model/desk/desk.ts';
import { CribaError } from '../src/model/run/error.ts';
import { explain } from '../src/score/explain/explain.ts';
import { findItem } from '../src/score/explain/findItem.ts';
import type { LastRun } from '../src/score/explain/lastRun.ts';
import { runRuleHits } from '../src/score/explain/runRuleHits.ts';
import type { Suggestion } from '../src/score/explain/suggestions.ts';
import { readDesk } from '../src/store/readDesk.ts';

export const explainCommand: Command = {
  name: 'explain',
  takes: 'subject',
  flags: {
    rules: { type: 'boolean' },
  },
  shared: ['desk', 'now', 'json', 'quiet'],
  examples: [
    'npm run explain -- content/candidates/<name>.md',
    'npm run explain -- https://water.example/rain-gardens',
    'npm run explain -- 0a1b2c3d4e5f',
    'npm run explain -- --rules',
    'npm run -s explain -- --json 0a1b2c3d4e5f | jq .whatIfs',
  ],
  run: runExplain,
};

async function runExplain(call: Invocation): Promise<ExitCode> {
  const { desk: folder, values, rest, terminal } = call;
  const which = rest.join(' ').trim();
  if (values.rules && which !== '') throw misuse('rules');
  if (!values.rules && which === '') throw misuse('nothing');
  const desk = await readDesk(folder);
  const leftOut = warnOfQuarantine(desk, folder, terminal);
  const report = await readNewestReport(cribaFolder(dirname(resolve(folder))));
  if (values.rules) reportRules(desk, report, call);
  else reportExplanation(which, desk, report, call);
  return leftOut ? 1 : 0;
}

function reportExplanation(
  which: string,
  desk: Desk,
  report: LastRun | undefined,
  { now, terminal }: Invocation,
): void {
  const found = findItem(which, desk, report);
  if (found.item === undefined) throw notFound(which, found.suggestions, report);
  const explanation = explain(found, desk, { now, report });
  const titles = new Map(desk.picks.map(({ name, data }) => [name, data.title]));
  const { timeZone } = desk.settings;
  terminal.answer(
    formatExplanation(explanation, {
      timeZone,
      titleOf: (name) => titles.get(name),
      form: terminal.form,
      speech: terminal.speech,
    }),
  );
  terminal.record({ kind: 'explanation', ...explanation });
}

function reportRules(desk: Desk, report: LastRun | undefined, { now, terminal }: Invocation): void {
  const { speech } = terminal;
  const { rules, items, run } = runRuleHits(desk, report, now);
  if (report === undefined) {
    terminal.warn(
      'explain/no-report',
      speech.say('explain.noReport'),
      speech.say('explain.noReportHint'),
    );
  }
  if (rules.length > 0) terminal.answer(rulesTable(rules, speech));
  for (const rule of rules) terminal.record({ kind: 'rule', ...rule });
  const idle = rules.filter(({ hits }) => hits === 0).length;
  const hit = rules.length - idle;
  const read =
    run === undefined
      ? speech.say('count.items', { n: items })
      : speech.say('explain.items', { n: items, run });
  terminal.closing(`${speech.say('explain.rules', { n: rules.length, hit, idle })}; ${read}`);
}

function notFound(which: string, suggestions: readonly Suggestion[], report: LastRun | undefined) {
  const nearest = suggestions.map(({ id, title }) => `\n      ${id}  ${title}`).join('');
  return new CribaError('explain/not-found', {
    why: report === undefined ? 'noReport' : 'report',
    which,
    nearest: nearest || undefined,
  });
}

function misuse(why: 'nothing' | 'rules'): CribaError {
  return new CribaError('usage/explain', { why });
}
