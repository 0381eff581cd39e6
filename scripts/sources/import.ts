import type { ExitCode, Invocation, Subcommand } from '../../src/cli/command/command.ts';
import {
  importLine,
  reportImport,
  reportTopics,
  warnOfLanguage,
  warnOfList,
  warnOfNewTopics,
} from '../../src/cli/report/sources/importReport.ts';
import { warnOfQuarantine } from '../../src/cli/report/warnOfQuarantine.ts';
import { followed } from '../../src/harvest/followed.ts';
import { planImport } from '../../src/harvest/opml/planImport.ts';
import { readOpml } from '../../src/harvest/opml/readOpml.ts';
import { Language } from '../../src/model/desk/text.ts';
import { CribaError } from '../../src/model/run/error.ts';
import { allowList, assertFetchable } from '../../src/net/guard.ts';
import { applyChanges } from '../../src/store/applyChanges.ts';
import { readDesk } from '../../src/store/readDesk.ts';
import { addressing } from '../../src/text/address.ts';
import { readList } from './readList.ts';

export const importCommand: Subcommand = {
  takes: 'opml',
  flags: {
    language: {
      type: 'string',
      value: 'code',
    },
    'no-topics': { type: 'boolean' },
  },
  examples: [
    'npm run sources -- import subscriptions.opml --dry-run',
    'npm run sources -- import subscriptions.opml',
    'npm run sources -- import english.opml --language en',
  ],
  run: importList,
};

async function importList(call: Invocation): Promise<ExitCode> {
  const { desk: folder, now, dryRun, terminal, values } = call;
  const { name: list, bytes } = readList(call.rest);
  const said = readLanguage(values.language);
  const desk = await readDesk(folder);
  const leftOut = warnOfQuarantine(desk, folder, terminal);
  const language = said ?? desk.settings.languages[0] ?? 'es';
  const { canonical } = addressing(desk.rules.addresses);
  const listed = readOpml(bytes);
  const plan = planImport(listed.feeds, desk, {
    followed: followed(desk.sources, canonical),
    canonical,
    refuse: refusal(allowList((call.env.CRIBA_ALLOW_HOSTS ?? '').split(','))),
    language,
    topics: values['no-topics'] !== true,
  });
  if (!dryRun) {
    const changes = [...plan.topics, ...plan.sources];
    applyChanges(folder, { changes, lines: [] }, { now, command: 'sources' });
  }
  const names = { list, folder, dryRun };
  reportImport(plan.feeds, names, terminal);
  reportTopics(plan.topics, names, terminal);
  warnOfList(listed, names, terminal);
  const assumed = said === undefined ? plan.languageAssumed : 0;
  if (assumed > 0) warnOfLanguage(assumed, language, terminal);
  if (plan.topics.length > 0) warnOfNewTopics(plan.topics.length, folder, terminal);
  terminal.closing(
    importLine(
      { feeds: plan.feeds, topics: plan.topics.length },
      { dryRun, speech: terminal.speech },
    ),
  );
  const faulty =
    listed.feeds.length === 0 || plan.feeds.some(({ result }) => result === 'unreadable');
  return faulty || leftOut ? 1 : 0;
}

/** Why an address is never asked; what its name resolves to is seen when it is asked. */
function refusal(
  allowed: ReturnType<typeof allowList>,
): (address: string) => 'notPublic' | undefined {
  return (address) => {
    try {
      assertFetchable(new URL(address), allowed);
      return undefined;
    } catch (error) {
      if (error instanceof CribaError) return 'notPublic';
      throw error;
    }
  };
}

function readLanguage(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const language = Language.safeParse(value);
  if (language.success) return language.data;
  throw new CribaError('usage/language', { why: 'language', given: String(value) });
}
