import type { Candidate } from '../model/desk/candidate.ts';
import type { Desk, Entry } from '../model/desk/desk.ts';
import { latestRun } from '../model/desk/ledger/latestRun.ts';
import type { EditionCandidate, RunOutcomes, TeamKnowledge } from '../model/site/teamKnowledge.ts';
import type { IsTakenDown } from './takedowns.ts';

export interface TeamOptions {
  /** candidates that wait for a person now */
  undecided: readonly Entry<Candidate>[];
  /** the desk's folder as people type it */
  folder: string;
  harvest: RunOutcomes | undefined;
}

/** What only the team's edition knows: what waits, what was postponed or left out, and what is wrong with the files. */
export function teamKnowledge(
  desk: Desk,
  { undecided, folder, harvest }: TeamOptions,
  isTakenDown: IsTakenDown,
): TeamKnowledge {
  const waiting = new Set(undecided.map((entry) => entry.path));
  const toCandidate = (entry: Entry<Candidate>) => toEditionCandidate(entry, isTakenDown, folder);
  const lastRun = latestRun(desk.ledger.runs);
  const open = desk.candidates.filter(({ data }) => !isTakenDown(data)).toSorted(bestFirst);
  return {
    waiting: open.filter((entry) => waiting.has(entry.path)).map(toCandidate),
    later: open.filter((entry) => !waiting.has(entry.path)).map(toCandidate),
    audiences: desk.audiences.map(({ name, data }) => ({ name, title: data.title })),
    quarantine: desk.quarantine.map((file) => ({ ...file, path: `${folder}/${file.path}` })),
    // A hint is for whoever edits the file: nothing is wrong.
    findings: desk.findings.filter(({ severity }) => severity !== 'hint'),
    threshold: desk.settings.threshold,
    ...(harvest && { harvest: withoutTakenDown(harvest, isTakenDown) }),
    ...(lastRun && { lastRun }),
  };
}

function withoutTakenDown(harvest: RunOutcomes, isTakenDown: IsTakenDown): RunOutcomes {
  const shown = harvest.outcomes.filter(
    ({ id, url }) => url === undefined || !isTakenDown({ id, url }),
  );
  return { ...harvest, outcomes: shown };
}

function toEditionCandidate(
  { name, path, data, body }: Entry<Candidate>,
  isTakenDown: IsTakenDown,
  folder: string,
): EditionCandidate {
  const { id, audiences, image, story, ...shown } = data;
  const alsoIn = data.alsoIn.filter((other) => !isTakenDown(other));
  return { name, file: `${folder}/${path}`, body, ...shown, alsoIn };
}

function bestFirst(a: Entry<Candidate>, b: Entry<Candidate>): number {
  return b.data.score - a.data.score || (a.path < b.path ? -1 : 1);
}
