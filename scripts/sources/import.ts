import { readFileSync, statSync } from 'node:fs';
import type { ExitCode, Invocation, Subcommand } from '../../src/cli/command/command.ts';
import { count } from '../../src/cli/command/count.ts';
import { importLine, tellImport } from '../../src/cli/report/importReport.ts';
import { warnOfQuarantine } from '../../src/cli/report/warnOfQuarantine.ts';
import { followed } from '../../src/harvest/followed.ts';
import { planImport } from '../../src/harvest/opml/planImport.ts';
import { readOpml } from '../../src/harvest/opml/readOpml.ts';
import { Language } from '../../src/model/desk/text.ts';
import { CribaError } from '../../src/model/run/error.ts';
import { allowList, assertFetchable } from '../../src/net/guard.ts';
import { applyChanges } from '../../src/store/applyChanges.ts';
import { ledgerPath } from '../../src/store/ledgerPath.ts';
import { readDesk } from '../../src/store/readDesk.ts';
import { addressing } from '../../src/text/address.ts';

const MAX_LIST_BYTES = 20 * 1024 * 1024;

export const importCommand: Subcommand = {
  about: 'follow the feeds of a subscription list',
  summary:
    'Takes in a subscription list of another reader (OPML): a source on trial for each feed that we do not follow, a topic for each folder. Asks no feed.',
  takes: '<file.opml>',
  flags: {
    language: {
      type: 'string',
      value: '<code>',
      help: "of feeds whose language the list does not say (the desk's first)",
    },
    'no-topics': { type: 'boolean', help: 'leave the folders of the list aside' },
  },
  examples: [
    ['npm run sources -- import subscriptions.opml --dry-run', 'say what it would bring'],
    ['npm run sources -- import subscriptions.opml', 'write the sources and the topics'],
    ['npm run sources -- import english.opml --language en', 'a list of feeds in English'],
  ],
  run: importList,
};

async function importList(call: Invocation): Promise<ExitCode> {
  const { desk: folder, now, dryRun, terminal, values } = call;
  const { name: list, bytes } = readList(call.rest);
  const language = readLanguage(values.language);
  const desk = await readDesk(folder);
  const leftOut = warnOfQuarantine(desk, folder, terminal);
  const { canonical } = addressing(desk.rules.addresses);
  const { feeds: listed, lists } = readOpml(bytes);
  const plan = planImport(listed, desk, {
    followed: followed(desk.sources, canonical),
    canonical,
    refuse: refusal(allowList((call.env.CRIBA_ALLOW_HOSTS ?? '').split(','))),
    language: language ?? desk.settings.languages[0] ?? 'es',
    topics: values['no-topics'] !== true,
  });
  if (!dryRun) {
    const changes = [...plan.topics, ...plan.sources];
    applyChanges(folder, { changes, lines: [] }, { ledger: ledgerPath(now, 'sources') });
  }
  tellImport(plan.feeds, { list, folder, dryRun }, terminal);
  for (const { name, path, title } of plan.topics) {
    const file = `${folder}/${path}`;
    terminal.answer(`${dryRun ? 'topic to be written' : 'topic written'}  ${file}  ${title}`);
    terminal.record({ kind: 'topic', topic: name, file, title, written: !dryRun });
  }
  if (listed.length === 0) {
    const hint = 'Export the list anew from your reader, as OPML.';
    terminal.warn('opml/no-feeds', `${list} has no feed in it.`, hint);
  }
  for (const other of lists) {
    const hint = 'Save it as a file and import that.';
    terminal.warn(
      'opml/other-list',
      `${list} points to another list, which is not read: ${other}`,
      hint,
    );
  }
  if (plan.languageAssumed > 0 && language === undefined) {
    const said = `The list does not say the language of ${count(plan.languageAssumed, 'new source')}: taken for ${desk.settings.languages[0]}, the desk's first.`;
    terminal.warn(
      'source/language-assumed',
      said,
      'Correct `language` in the files of the others, or import with --language.',
    );
  }
  if (plan.topics.length > 0) {
    const said = `${count(plan.topics.length, 'new topic')}: no audience is interested in ${plan.topics.length === 1 ? 'it' : 'them'} yet, so nothing is chosen for ${plan.topics.length === 1 ? 'it' : 'them'}.`;
    terminal.warn(
      'topic/new',
      said,
      `Add more terms to each, and name it under \`interests\` in ${folder}/audiences/.`,
    );
  }
  terminal.closing(importLine({ feeds: plan.feeds, topics: plan.topics.length }, dryRun));
  const faulty = listed.length === 0 || plan.feeds.some(({ result }) => result === 'unreadable');
  return faulty || leftOut ? 1 : 0;
}

/** Why an address is never asked; what its name resolves to is seen when it is asked. */
function refusal(allowed: ReturnType<typeof allowList>): (address: string) => string | undefined {
  return (address) => {
    try {
      assertFetchable(new URL(address), allowed);
      return undefined;
    } catch (error) {
      if (error instanceof CribaError) return 'is not a public address, so it is never asked';
      throw error;
    }
  };
}

function readList(rest: readonly string[]): { name: string; bytes: Uint8Array } {
  const [name, ...more] = rest;
  if (name === undefined || more.length > 0) {
    throw new CribaError('usage/file', 'import needs the name of one file.', {
      hint: 'npm run sources -- import subscriptions.opml',
    });
  }
  try {
    if (statSync(name).size <= MAX_LIST_BYTES) return { name, bytes: readFileSync(name) };
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EISDIR') {
      throw new CribaError('opml/unreadable-file', `${name} is a folder.`, {
        hint: 'Give the path of the list in it, often called subscriptions.opml.',
        cause,
      });
    }
    throw new CribaError('opml/unreadable-file', `${name} cannot be read.`, {
      hint: 'Give the path of a file as your reader has exported it, often called subscriptions.opml.',
      cause,
    });
  }
  throw new CribaError('opml/too-large', `${name} is larger than 20 MiB.`, {
    hint: 'A list of some thousand feeds has less than one: see what else is in it.',
  });
}

function readLanguage(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const language = Language.safeParse(value);
  if (language.success) return language.data;
  throw new CribaError('usage/language', `--language is "${String(value)}".`, {
    hint: 'A language is written es, en or pt-BR.',
  });
}
