import { BUILT_IN_RULES } from '../../../src/model/desk/rules.ts';
import { clickbaitConfidence } from '../../../src/score/tone.ts';
import { type Row, TEASERS } from './corpora.ts';
import { auc, precisionRecall } from './metrics.ts';
import type { Section } from './section.ts';

/** What the corpus calls it. */
const CLICKBAIT = 'Clickbait';

/** From which confidence on a title counts as found. */
const LEVELS = { likely: 0.5, sure: 0.75 };

export const clickbait: Section = {
  needs: [TEASERS],
  run: ({ corpora }) => {
    const rows = corpora.get(TEASERS)?.rows ?? [];
    const splits = [
      ...Map.groupBy(rows, ({ split }) => split ?? 'undivided'),
      ['all', rows],
    ] as const;
    return [
      {
        title: 'Clickbait: the built-in rules on teasers',
        rows: splits.flatMap(([split, group]) => judge(split, group)),
        notes: [`likely and sure: from a confidence of ${LEVELS.likely} and ${LEVELS.sure} on`],
      },
    ];
  },
};

function judge(split: string, rows: readonly Row[]) {
  const isClickbait = rows.map(({ label }) => label === CLICKBAIT);
  const confidences = rows.map(({ title, language }) =>
    clickbaitConfidence(title, language, BUILT_IN_RULES.tone),
  );
  const wanted = isClickbait.filter(Boolean).length;
  return Object.entries(LEVELS).map(([level, least]) => {
    const found = [...confidences.keys()].filter((at) => (confidences[at] ?? 0) >= least);
    const right = found.filter((at) => isClickbait[at]).length;
    const counts = { titles: rows.length, clickbait: wanted, found: found.length };
    const quality = precisionRecall({ found: found.length, right, wanted });
    return { split, level, ...counts, ...quality, auc: auc(confidences, isClickbait) };
  });
}
