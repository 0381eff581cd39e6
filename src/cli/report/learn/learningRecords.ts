import type { BackTest, Ranking } from '../../../score/learn/backTest.ts';
import type { LearningReport } from '../../../score/learn/learningReport.ts';

/**
 * What was learned from the ledger, one record a fact, for programs: `decisions`, `word` (`strength` in log-odds), `contradiction`,
 * `source`, `backtest` (one an order of reading) and `calibration` (one a bin).
 */
export function* learningRecords(report: LearningReport): Generator<object> {
  yield { kind: 'decisions', ...report.trainingSet };
  for (const { audience, towards, against } of report.terms) {
    for (const word of [...towards, ...against])
      yield { kind: 'word', audience: audience ?? null, ...word, strength: rounded(word.strength) };
  }
  for (const { kind: likeness, ...rest } of report.contradictions)
    yield {
      kind: 'contradiction',
      of: likeness,
      ...rest,
      ...(rest.likeness !== undefined && { likeness: rounded(rest.likeness) }),
    };
  for (const move of report.trust) yield { kind: 'source', ...move };
  if (report.backTest) yield* historyRecords(report.backTest);
}

function* historyRecords({ whole, later, reliability, ...test }: BackTest): Generator<object> {
  const { batches: sittings, items, kept: keptInAll } = test;
  for (const order of Object.keys(whole) as Ranking[]) {
    const [found, then] = [whole[order], later[order]];
    if (!found || !then) continue;
    yield {
      kind: 'backtest',
      order,
      sittings,
      items,
      keptInAll,
      read: found.read,
      kept: rounded(found.kept),
      precision: rounded(found.precision),
      recall: rounded(found.recall),
      laterRecall: rounded(then.recall),
    };
  }
  for (const { predicted, kept, ...bin } of reliability.bins)
    yield {
      kind: 'calibration',
      ...bin,
      predicted: rounded(predicted),
      kept: rounded(kept),
      error: rounded(reliability.error),
      chance: rounded(reliability.chance),
    };
}

/** To the fourth place: enough for everything that is said, and the same on every machine. */
function rounded(number: number): number {
  return Math.round(number * 10_000) / 10_000;
}
