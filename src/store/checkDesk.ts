import type { Desk } from '../model/desk/desk.ts';
import { type Finding, fileFinding } from '../model/desk/finding.ts';
import { feedPlace } from '../model/desk/source.ts';
import { brokenReferences } from './check/brokenReferences.ts';
import { droppedPicks } from './check/droppedPicks.ts';
import { duplicates } from './check/duplicates.ts';
import { parentCycles } from './check/parentCycles.ts';
import { samePages } from './check/samePages.ts';
import { place } from './placeFaults.ts';

/** What no single file shows: references to nothing, duplicates, paths that leave the repository, sums that are off. */
export function checkDesk(desk: Desk, folder: string): Finding[] {
  return [
    ...brokenReferences(desk, folder),
    ...parentCycles(desk, folder),
    ...duplicates(desk, folder),
    ...samePages(desk, folder),
    ...droppedPicks(desk, folder),
    ...namelessSlots(desk, folder),
    ...outsidePaths(desk, folder),
    ...wrongSums(desk, folder),
    ...blankTitles(desk, folder),
    ...missingAudience(desk, folder),
  ];
}

function* outsidePaths(desk: Desk, folder: string): Generator<Finding> {
  for (const entry of desk.sources) {
    const { feed } = entry.data;
    const where = feedPlace(feed);
    if (where === 'address' || where === 'file') continue;
    yield {
      ...place(folder, entry.path, ['feed']),
      code: where === 'outside' ? 'source/path-outside' : 'source/feed-address',
      values: { feed },
      severity: 'warning',
    };
  }
}

function* wrongSums(desk: Desk, folder: string): Generator<Finding> {
  for (const entry of [...desk.candidates, ...desk.picks]) {
    const { why, score } = entry.data;
    if (!why || score === undefined) continue;
    const sum = why.reduce((total, reason) => total + reason.points, 0);
    if (sum === score) continue;
    yield {
      ...place(folder, entry.path, ['score']),
      code: 'score/does-not-add-up',
      severity: 'warning',
      values: { score, sum },
    };
  }
}

function* blankTitles(desk: Desk, folder: string): Generator<Finding> {
  for (const entry of [...desk.candidates, ...desk.picks]) {
    if (entry.data.title.trim() !== '') continue;
    yield {
      ...place(folder, entry.path, ['title']),
      code: 'title/blank',
      severity: 'warning',
      values: {},
    };
  }
}

function* namelessSlots({ slots }: Desk, folder: string): Generator<Finding> {
  for (const { path, data } of slots) {
    if (data.id !== undefined) continue;
    yield fileFinding(`${folder}/${path}`, { code: 'slot/no-id', values: {} }, 'hint');
  }
}

function* missingAudience({ audiences, sources }: Desk, folder: string): Generator<Finding> {
  if (audiences.length > 0 || sources.length === 0) return;
  yield fileFinding(`${folder}/audiences`, { code: 'desk/no-audience', values: {} }, 'warning');
}
