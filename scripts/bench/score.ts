import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command, ExitCode, Invocation } from '../../src/cli/command/command.ts';
import { helpKeys } from '../../src/cli/command/helpKeys.ts';
import { runCommand } from '../../src/cli/command/runCommand.ts';
import { CribaError } from '../../src/model/run/error.ts';
import { CORPORA } from '../../tests/support/corpora.ts';
import { readCorpora } from './score/corpora.ts';
import { count } from './score/count.ts';
import { readProfiles } from './score/profiles.ts';
import { renderTable } from './score/renderTable.ts';
import type { Bench } from './score/section.ts';
import { SECTIONS } from './score/sections.ts';
import { tasksOf } from './score/tasks.ts';

const PROFILES = fileURLToPath(new URL('./score/profiles.json', import.meta.url));

export const benchScoreCommand: Command = {
  name: 'bench:score',
  shared: ['json', 'quiet'],
  parts: Object.keys(SECTIONS).map((name) => ({ name })),
  flags: {
    corpora: { type: 'string', value: 'folder' },
    profiles: { type: 'string', value: 'file' },
    only: { type: 'string', value: 'list' },
    quick: { type: 'boolean' },
  },
  examples: [
    'npm run bench:score',
    'npm run bench:score -- --only language,copies',
    'npm run -s bench:score -- --json > score.ndjson',
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
    made.progress(
      `${name}: ${terminal.speech.say(helpKeys(`${benchScoreCommand.name} ${name}`).about)}`,
    );
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
  throw new CribaError('usage/flag', { why: 'part', given: wrong, known: all });
}
