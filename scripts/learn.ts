import type { Command, ExitCode, Invocation } from '../src/cli/command/command.ts';
import { count } from '../src/cli/command/count.ts';
import { lessonRecords } from '../src/cli/report/learn/lessonRecords.ts';
import { tellBackTest } from '../src/cli/report/learn/tellBackTest.ts';
import { tellContradictions } from '../src/cli/report/learn/tellContradictions.ts';
import { tellGround } from '../src/cli/report/learn/tellGround.ts';
import { tellTrust } from '../src/cli/report/learn/tellTrust.ts';
import { countWords, tellWords } from '../src/cli/report/learn/tellWords.ts';
import { warnOfQuarantine } from '../src/cli/report/warnOfQuarantine.ts';
import type { Desk } from '../src/model/desk/desk.ts';
import { CribaError } from '../src/model/run/error.ts';
import { FEWEST_FOR_FIGURES, FEWEST_FOR_WORDS, taughtBy } from '../src/score/learn/taught.ts';
import { DAYS_BACK, hasMoved } from '../src/score/learn/trustMoves.ts';
import { readDesk } from '../src/store/readDesk.ts';

export const learnCommand: Command = {
  name: 'learn',
  about: 'shows what past decisions taught',
  summary:
    'Shows what the ledger taught: words, contradictions, sources, and how well the team’s own history could have been predicted. Writes nothing. Exit 1 if one text was both kept and dropped, which people have to look at.',
  // Nothing is written, and what was decided does not change with the clock.
  shared: ['desk', 'json', 'quiet'],
  flags: {
    audience: {
      type: 'string',
      value: '<name>',
      help: 'what was decided for this audience alone',
    },
  },
  examples: [
    ['npm run learn', 'all that the decisions taught'],
    ['npm run learn -- --audience residents', 'what they taught of one audience'],
    ['npm run -s learn -- --json | grep contradiction', 'for programs: one object a line'],
  ],
  run: runLearn,
};

async function runLearn({ values, desk: folder, terminal }: Invocation): Promise<ExitCode> {
  const desk = await readDesk(folder);
  const leftOut = warnOfQuarantine(desk, folder, terminal);
  const taught = taughtBy(desk, audienceOf(values.audience, desk));
  const { ground, words, contradictions, trust, backTest } = taught;
  const sections = [
    tellGround(ground, desk, { words: FEWEST_FOR_WORDS, figures: FEWEST_FOR_FIGURES }),
    tellWords(words),
    ...(ground.decided === 0 ? [] : [tellContradictions(contradictions, desk)]),
    ...(ground.decided === 0 ? [] : [tellTrust(trust, desk, { hasMoved, daysBack: DAYS_BACK })]),
    tellBackTest(backTest, desk),
  ].filter((lines) => lines.length > 0);
  terminal.answer(sections.map((lines) => lines.join('\n')).join('\n\n'));
  for (const record of lessonRecords(taught)) terminal.record(record);
  const clashes = contradictions.filter(({ kind }) => kind === 'copy').length;
  terminal.closing(
    [
      `${count(ground.decided, 'decision')} = ${ground.kept} kept + ${ground.dropped} dropped`,
      countWords(words),
      `${count(clashes, 'contradiction')} to look at`,
      `${count(contradictions.length - clashes, 'pair')} to know of`,
      `${count(trust.filter(hasMoved).length, 'source')} moved`,
      backTest ? `${count(backTest.items, 'item')} predicted` : 'no history to test',
    ].join(', '),
  );
  return leftOut || clashes > 0 ? 1 : 0;
}

/** @throws CribaError `usage/audience` */
function audienceOf(value: unknown, { audiences }: Desk): string | undefined {
  if (value === undefined) return undefined;
  const name = audiences.find((one) => one.name === value)?.name;
  if (name !== undefined) return name;
  throw new CribaError('usage/audience', `There is no audience "${String(value)}".`, {
    hint: `Audiences of this desk: ${audiences.map((one) => one.name).join(', ') || 'none'}.`,
  });
}
