import type { Candidate } from '../model/desk/candidate.ts';
import type { Desk, Entry } from '../model/desk/desk.ts';
import type { EditionCandidate, RunOutcomes, TeamKnowledge } from '../model/site/teamKnowledge.ts';
import type { TakenDown } from './takenDown.ts';

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
  gone: TakenDown,
): TeamKnowledge {
  const waiting = new Set(undecided.map((entry) => entry.path));
  const told = (entry: Entry<Candidate>) => toEditionCandidate(entry, gone, folder);
  const open = desk.candidates.filter(({ data }) => !gone(data)).toSorted(bestFirst);
  return {
    waiting: open.filter((entry) => waiting.has(entry.path)).map(told),
    later: open.filter((entry) => !waiting.has(entry.path)).map(told),
    audiences: desk.audiences.map(({ name, data }) => ({ name, title: data.title })),
    quarantine: desk.quarantine.map((file) => ({ ...file, path: `${folder}/${file.path}` })),
    findings: desk.findings,
    threshold: desk.settings.threshold,
    ...(harvest && { harvest: withoutTakenDown(harvest, gone) }),
  };
}

function withoutTakenDown(harvest: RunOutcomes, gone: TakenDown): RunOutcomes {
  const shown = harvest.outcomes.filter(({ id, url }) => url === undefined || !gone({ id, url }));
  return { ...harvest, outcomes: shown };
}

function toEditionCandidate(
  { name, path, data, body }: Entry<Candidate>,
  gone: TakenDown,
  folder: string,
): EditionCandidate {
  const { id, audiences, image, story, ...told } = data;
  const alsoIn = data.alsoIn.filter((other) => !gone(other));
  return { name, file: `${folder}/${path}`, body, ...told, alsoIn };
}

function bestFirst(a: Entry<Candidate>, b: Entry<Candidate>): number {
  return b.data.score - a.data.score || (a.path < b.path ? -1 : 1);
}
