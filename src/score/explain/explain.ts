import type { Desk } from '../../model/desk/desk.ts';
import type { Instant } from '../../model/desk/time.ts';
import { findStories } from '../../stories/findStories.ts';
import { makeJudge } from '../judge.ts';
import { runAt } from '../runAt.ts';
import { scoreOne } from '../score.ts';
import { accountsOf } from './accounts.ts';
import { decisionsLike } from './decisionsLike.ts';
import type { Explanation } from './explanation.ts';
import { roomFor } from './roomFor.ts';
import type { LastRun, Subject } from './subject.ts';
import { MOST_WHAT_IFS, whatIfs } from './whatIfs.ts';

/**
 * Why a thing has the score it has, and what would have made it another. What is decided is judged as of the run that
 * proposed it, so that it is not explained by its own decision; everything else as of now; all by today's rules.
 */
export function explain(
  { standing, item, file, recorded, decidedSince }: Subject,
  desk: Desk,
  { now, report }: { now: Instant; report?: LastRun | undefined },
): Explanation {
  const run = decidedSince === undefined ? { now, desk, batch: [item] } : runAt(desk, decidedSince);
  const batch = [...run.batch.filter(({ id }) => id !== item.id), item];
  const judge = makeJudge(batch, run.desk, run.now);
  const trust = (source: string) => judge.trust(source).advantage;
  const stories = findStories(batch, run.desk, judge.corpus, { now: run.now, trust });
  const { score, audience, veto } = scoreOne(item, judge, stories);
  const room = standing === 'report' && report ? roomFor(item.id, report, desk) : [];
  const { id, title, url, source, language, published } = item;
  return {
    ...{ standing, id, title, url, source, language },
    ...(published !== undefined && { published }),
    ...(file !== undefined && { file }),
    recorded,
    judgedBy: {
      now: run.now,
      decisions: judge.relevance.decisions,
      texts: judge.corpus.docs.length,
    },
    ...{ score, threshold: run.desk.settings.threshold },
    ...(audience !== undefined && { audience }),
    ...(veto !== undefined && { veto }),
    audiences: accountsOf(item, judge, stories),
    whatIfs: [...room, ...whatIfs(item, judge, stories)].slice(0, MOST_WHAT_IFS),
    alike: decisionsLike(item, judge),
  };
}
