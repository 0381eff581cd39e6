import type { Command, ExitCode, Invocation } from '../src/cli/command/command.ts';
import { formatBackTest } from '../src/cli/report/learn/formatBackTest.ts';
import { formatContradictions } from '../src/cli/report/learn/formatContradictions.ts';
import { countTerms, formatLearnedTerms } from '../src/cli/report/learn/formatLearnedTerms.ts';
import { formatTrainingSet } from '../src/cli/report/learn/formatTrainingSet.ts';
import { formatTrustChanges } from '../src/cli/report/learn/formatTrustChanges.ts';
import { learningRecords } from '../src/cli/report/learn/learningRecords.ts';
import { warnOfQuarantine } from '../src/cli/report/warnOfQuarantine.ts';
import type { Desk } from '../src/model/desk/desk.ts';
import { CribaError } from '../src/model/run/error.ts';
import {
  FEWEST_FOR_FIGURES,
  FEWEST_FOR_TERMS,
  learningReport,
} from '../src/score/learn/learningReport.ts';
import { DAYS_BACK, hasChanged } from '../src/score/learn/trustChanges.ts';
import { readDesk } from '../src/store/readDesk.ts';

export const learnCommand: Command = {
  name: 'learn',
  // Nothing is written, and what was decided does not change with the clock.
  shared: ['desk', 'json', 'quiet'],
  flags: {
    audience: {
      type: 'string',
      value: 'name',
    },
  },
  examples: [
    'npm run learn',
    'npm run learn -- --audience residents',
    'npm run -s learn -- --json | grep contradiction',
  ],
  run: runLearn,
};

async function runLearn({ values, desk: folder, terminal }: Invocation): Promise<ExitCode> {
  const desk = await readDesk(folder);
  const leftOut = warnOfQuarantine(desk, folder, terminal);
  const report = learningReport(desk, audienceOf(values.audience, desk));
  const { speech } = terminal;
  const { trainingSet, terms, contradictions, trust, backTest } = report;
  const sections = [
    formatTrainingSet(
      trainingSet,
      desk,
      { words: FEWEST_FOR_TERMS, figures: FEWEST_FOR_FIGURES },
      speech,
    ),
    formatLearnedTerms(terms, speech),
    ...(trainingSet.decided === 0 ? [] : [formatContradictions(contradictions, desk, terminal)]),
    ...(trainingSet.decided === 0
      ? []
      : [formatTrustChanges(trust, desk, { hasChanged, daysBack: DAYS_BACK, speech })]),
    formatBackTest(backTest, desk, speech),
  ].filter((lines) => lines.length > 0);
  terminal.answer(sections.map((lines) => lines.join('\n')).join('\n\n'));
  for (const record of learningRecords(report)) terminal.record(record);
  const clashes = contradictions.filter(({ kind }) => kind === 'copy').length;
  const { kept, dropped } = trainingSet;
  terminal.closing(
    [
      speech.say('learn.decisions', { n: trainingSet.decided, kept, dropped }),
      speech.say('learn.words', { n: countTerms(terms) }),
      speech.say('learn.clashes', { n: clashes }),
      speech.say('learn.pairs', { n: contradictions.length - clashes }),
      speech.say('learn.moved', { n: trust.filter(hasChanged).length }),
      backTest
        ? speech.say('learn.predicted', { n: backTest.items })
        : speech.say('learn.noHistory'),
    ].join(', '),
  );
  return leftOut || clashes > 0 ? 1 : 0;
}

/** @throws CribaError `usage/audience` */
function audienceOf(value: unknown, { audiences }: Desk): string | undefined {
  if (value === undefined) return undefined;
  const name = audiences.find((one) => one.name === value)?.name;
  if (name !== undefined) return name;
  throw new CribaError('usage/audience', {
    name: String(value),
    known: audiences.map((one) => one.name),
  });
}
