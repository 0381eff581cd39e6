import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command, ExitCode, Invocation } from '../../src/cli/command/command.ts';
import { count } from '../../src/cli/command/count.ts';
import { runCommand } from '../../src/cli/command/runCommand.ts';
import { CribaError } from '../../src/model/run/error.ts';
import { CORPORA } from '../../tests/support/corpora.ts';
import { readCorpora } from './score/corpora.ts';
import { readProfiles } from './score/profiles.ts';
import { renderTable } from './score/renderTable.ts';
import type { Bench } from './score/section.ts';
import { SECTIONS } from './score/sections.ts';
import { tasksOf } from './score/tasks.ts';

const PROFILES = fileURLToPath(new URL('./score/profiles.json', import.meta.url));

export const benchScoreCommand: Command = {
  name: 'bench:score',
  about: 'measures the score on labelled texts',
  summary:
    'Measures the score on labelled texts: how well it finds what a profile asks for, with and without decisions to learn from, and what it takes.',
  shared: ['json', 'quiet'],
  parts: Object.entries(SECTIONS).map(([name, { about }]) => [name, about]),
  flags: {
    corpora: {
      type: 'string',
      value: '<folder>',
      help: '.jsonl files with title, body and label, and perhaps id, lang, ts, src (../shared/corpora/relevance)',
    },
    profiles: {
      type: 'string',
      value: '<file>',
      help: 'the tasks: a label and the words of somebody who looks for it (scripts/bench/score/profiles.json)',
    },
    only: { type: 'string', value: '<part,...>', help: 'these parts alone' },
    quick: { type: 'boolean', help: 'one seed and fewer decisions: a rough answer' },
  },
  examples: [
    ['npm run bench:score', 'measure everything'],
    ['npm run bench:score -- --only language,copies', 'measure two parts'],
    ['npm run -s bench:score -- --json > score.ndjson', 'one record a row of each table'],
  ],
  run: bench,
};

if (import.meta.main) {
  process.exitCode = await runCommand(benchScoreCommand, process.argv.slice(2), process);
}

async function bench(call: Invocation): Promise<ExitCode> {
  const { terminal } = call;
  const names = chosen(call.values.only);
  const made = prepare(call);
  let [measured, skipped] = [0, 0];
  for (const name of names) {
    const section = SECTIONS[name];
    const missing = section?.needs.filter((corpus) => !made.corpora.has(corpus)) ?? [];
    if (section === undefined || missing.length > 0) {
      terminal.warn('bench/skipped', `${name} is left out: there is no ${missing.join(', no ')}.`);
      skipped += 1;
      continue;
    }
    made.progress(`${name}: ${section.about}`);
    for (const table of await section.run(made)) {
      terminal.answer(renderTable(table));
      for (const row of table.rows) terminal.record({ section: name, table: table.title, ...row });
    }
    measured += 1;
  }
  const texts = [...made.corpora.values()].reduce((sum, { rows }) => sum + rows.length, 0);
  terminal.closing(
    `${count(made.corpora.size, 'corpus', 'corpora')}, ${count(texts, 'text')}, ${count(made.tasks.length, 'task')}; ${count(measured, 'section')} measured, ${skipped} left out`,
  );
  return 0;
}

/** Reads what the sections need, and says what could not be read. */
function prepare({ values, terminal }: Invocation): Bench {
  const folder = resolve(String(values.corpora ?? join(CORPORA, 'relevance')));
  const profiles = resolve(String(values.profiles ?? PROFILES));
  const corpora = readCorpora(folder);
  for (const { name, unreadable } of corpora.values()) {
    if (unreadable > 0) {
      const lines = count(unreadable, 'line');
      terminal.warn('corpora/unreadable', `${name}.jsonl: ${lines} without title, body or label.`);
    }
  }
  const { tasks, without } = tasksOf(readProfiles(profiles), corpora);
  if (without.length > 0) {
    terminal.warn('profiles/nothing-to-find', `Left out, with no such text: ${without.join(', ')}`);
  }
  return {
    corpora,
    tasks,
    folder,
    profiles,
    seeds: values.quick ? [1] : [1, 2, 3],
    labelCounts: values.quick ? [0, 30, 300] : [0, 10, 30, 100, 300],
    progress: (text) => terminal.progress(text),
  };
}

/** @throws CribaError `usage/flag` when it names a part that there is none of */
function chosen(only: string | boolean | undefined): string[] {
  const all = Object.keys(SECTIONS);
  if (typeof only !== 'string') return all;
  const names = only.split(',').map((name) => name.trim());
  const wrong = names.find((name) => !all.includes(name));
  if (wrong === undefined) return names;
  throw new CribaError('usage/flag', `--only: there is no part "${wrong}".`, {
    hint: `The parts are ${all.join(', ')}.`,
  });
}
