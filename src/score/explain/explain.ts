import type { Desk } from '../../model/desk/desk.ts';
import type { Instant } from '../../model/desk/time.ts';
import { findStories } from '../../stories/findStories.ts';
import { pastRun } from '../pastRun.ts';
import { scoreOne } from '../score.ts';
import { scoringContext } from '../scoringContext.ts';
import { audienceScores } from './audienceScores.ts';
import { counterfactuals, MOST_COUNTERFACTUALS } from './counterfactuals.ts';
import type { Explanation } from './explanation.ts';
import type { FoundItem } from './findItem.ts';
import type { LastRun } from './lastRun.ts';
import { placement } from './placement.ts';
import { similarDecisions } from './similarDecisions.ts';

/**
 * Explains why an item has the score that it has, and which single changes would have changed whether it is proposed. If
 * the item is decided, it is scored as of the run that proposed it, so that its own decision does not explain it;
 * otherwise as of now. In both cases today's rules hold.
 */
export function explain(
  { place, item, file, recorded, decidedSince }: FoundItem,
  desk: Desk,
  { now, report }: { now: Instant; report?: LastRun | undefined },
): Explanation {
  const run =
    decidedSince === undefined ? { now, desk, batch: [item] } : pastRun(desk, decidedSince);
  const batch = [...run.batch.filter(({ id }) => id !== item.id), item];
  const context = scoringContext(batch, run.desk, run.now);
  const trust = (source: string) => context.trust(source).advantage;
  const stories = findStories(batch, run.desk, context.corpus, { now: run.now, trust });
  const { score, audience, veto } = scoreOne(item, context, stories);
  const { id, title, url, source, language, published } = item;
  const whatIfs = [
    ...(place === 'report' && report ? placement(id, report, desk) : []),
    ...counterfactuals(item, context, stories),
  ];
  return {
    standing: place,
    id,
    title,
    url,
    source,
    language,
    ...(published !== undefined && { published }),
    ...(file !== undefined && { file }),
    recorded,
    judgedBy: {
      now: run.now,
      decisions: context.relevance.decisions,
      texts: context.corpus.docs.length,
    },
    score,
    threshold: run.desk.settings.threshold,
    ...(audience !== undefined && { audience }),
    ...(veto !== undefined && { veto }),
    audiences: audienceScores(item, context, stories),
    whatIfs: whatIfs.slice(0, MOST_COUNTERFACTUALS),
    alike: similarDecisions(item, context),
  };
}
