import type { Candidate } from '../../model/desk/candidate.ts';
import type { Desk, Entry } from '../../model/desk/desk.ts';
import { byTime } from '../../model/desk/ledger/byTime.ts';
import type { ItemLine } from '../../model/desk/ledger/itemLine.ts';
import { latestById } from '../../model/desk/ledger/latestById.ts';
import { proposedAt } from '../../model/desk/ledger/openings.ts';
import type { PickEntry } from '../../model/desk/pick.ts';
import { isWebAddress } from '../../model/desk/text.ts';
import type { Instant } from '../../model/desk/time.ts';
import type { ItemOutcome } from '../../model/run/runReport.ts';
import type { ScoredText } from '../../model/run/scoredText.ts';
import { addressing } from '../../text/address.ts';
import { type ScoredTexts, scoredTexts } from '../scoredTexts.ts';
import type { ItemPlace, Recorded } from './explanation.ts';
import type { LastRun } from './lastRun.ts';
import { type Suggestion, suggestionsFor } from './suggestions.ts';

/** An item that a person asks about, and what is on record of it. */
export interface FoundItem {
  place: ItemPlace;
  item: ScoredText;
  file?: string;
  recorded: Recorded;
  /** if a person decided on it: the run that proposed it, as of which it is scored */
  decidedSince?: Instant;
}

/**
 * Finds an item by its id, its address in any spelling, or its file. It looks in the desk's files first, then in the
 * ledger, then in the report.
 * @param which a file's path may begin anywhere: only its end has to match
 */
export function findItem(
  which: string,
  desk: Desk,
  report?: LastRun,
): FoundItem | { item?: undefined; suggestions: Suggestion[] } {
  const is = matcher(which, desk);
  const texts = scoredTexts(desk);
  const candidate =
    desk.candidates.find((entry) => is(entry.data, entry)) ?? movedUp(which, desk.candidates);
  if (candidate) return withHistory(fromCandidate(candidate, texts), desk);
  const pick = desk.picks.find((entry) => is(entry.data, entry));
  if (pick) return withHistory(fromPick(pick, texts), desk);
  const line = desk.ledger.items.toSorted(byTime).findLast((one) => is(one));
  if (line) return withHistory(fromLine(line, texts), desk);
  const found = report?.outcomes.find((one) => one.id !== undefined && is(one));
  if (found && report) return fromReport(found, report, texts);
  return { suggestions: suggestionsFor(which, desk, report) };
}

/** The candidate that stood in a month's folder under this path. */
function movedUp(which: string, candidates: Desk['candidates']): Entry<Candidate> | undefined {
  const name = /candidates\/\d{4}\/\d{2}\/([^/]+)$/.exec(withoutEnding(which))?.[1];
  return candidates.find((entry) => entry.name === name);
}

function matcher(which: string, desk: Pick<Desk, 'rules'>) {
  if (isWebAddress(which)) {
    const { canonical } = addressing(desk.rules.addresses);
    const address = canonical(which);
    return ({ url }: { url?: string | undefined }) =>
      url !== undefined && (url === which || canonical(url) === address);
  }
  const bare = withoutEnding(which);
  return (
    { id }: { id?: string | undefined },
    entry?: Pick<Entry<unknown>, 'path' | 'name'>,
  ): boolean => {
    if (id !== undefined && id === which.toLowerCase()) return true;
    if (entry === undefined) return false;
    const path = withoutEnding(entry.path);
    return bare === entry.name || bare === path || bare.endsWith(`/${path}`);
  };
}

function withoutEnding(path: string): string {
  return path.replace(/\.md$/, '');
}

function fromCandidate(entry: Entry<Candidate>, { fromFile }: ScoredTexts): FoundItem {
  const { score, decision, reason, exploration, harvested } = entry.data;
  return {
    place: 'candidate',
    item: fromFile(entry),
    file: entry.path,
    recorded: {
      score,
      proposed: harvested,
      ...(decision && { decision }),
      ...(decision && reason && { reason }),
      ...(exploration && { exploration }),
    },
  };
}

function fromPick(entry: Entry<PickEntry>, texts: ScoredTexts): FoundItem {
  const { score, kept, keptBy, harvested } = entry.data;
  return {
    place: 'pick',
    item: texts.fromPick(entry),
    file: entry.path,
    recorded: {
      event: 'keep',
      ...(score !== undefined && { score }),
      ...(harvested !== undefined && { proposed: harvested }),
      ...(kept !== undefined && { at: kept as Instant }),
      ...(keptBy !== undefined && { by: keptBy }),
    },
  };
}

function fromLine(line: ItemLine, texts: ScoredTexts): FoundItem {
  const { score } = line;
  return {
    place: 'ledger',
    item: texts.fromLine(line),
    recorded: score === undefined ? {} : { score },
  };
}

/** Adds what the ledger has on record. Only a `keep` or a `drop` makes the item a decided one. */
function withHistory(found: FoundItem, desk: Desk): FoundItem {
  const { item, recorded, place } = found;
  const last = latestById(desk.ledger.items).get(item.id);
  const proposed = recorded.proposed ?? proposedAt(desk.ledger.items, item.id);
  const isDecided = place === 'pick' || last?.event === 'keep' || last?.event === 'drop';
  return {
    ...found,
    recorded: {
      ...recorded,
      ...(proposed !== undefined && { proposed }),
      ...lastEvent(last),
    },
    item: proposed === undefined ? item : { ...item, harvested: proposed },
    ...(isDecided && { decidedSince: proposed ?? item.harvested }),
  };
}

function lastEvent(last: ItemLine | undefined): Recorded {
  if (last === undefined || last.event === 'proposed') return {};
  const { event, at, by, reason } = last;
  return { event, at, ...(by && { by }), ...(reason && { reason }) };
}

function fromReport(found: ItemOutcome, { now }: LastRun, texts: ScoredTexts): FoundItem {
  const { outcome, detail, score } = found;
  return {
    place: 'report',
    item: texts.fromOutcome(found, now),
    recorded: {
      outcome,
      run: now,
      ...(detail !== undefined && { detail }),
      ...(score !== undefined && { score }),
    },
  };
}
