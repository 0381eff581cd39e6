import leven from 'leven';
import type { Desk, Entry } from '../../model/desk/desk.ts';
import { byTime, type LedgerLine, latestById } from '../../model/desk/ledger.ts';
import { isWebAddress } from '../../model/desk/text.ts';
import type { Instant } from '../../model/desk/time.ts';
import type { Item } from '../../model/run/item.ts';
import type { ItemOutcome } from '../../model/run/runReport.ts';
import { addressing } from '../../text/address.ts';
import { foldVowels } from '../../words/words.ts';
import { itemMaker } from '../runAt.ts';
import type { Recorded, Standing } from './explanation.ts';

/** The report of a harvest, as far as this needs it. */
export interface LastRun {
  now: Instant;
  outcomes: readonly ItemOutcome[];
}

/** What a person asks about. */
export interface Subject {
  standing: Standing;
  item: Item;
  file?: string;
  recorded: Recorded;
  /** the run that proposed it, where the thing is decided and so is judged as of then */
  decidedSince?: Instant;
}

/** Something that a person may have meant. */
export interface Suggestion {
  id: string;
  title: string;
}

/**
 * Finds a thing by its id, its address in any spelling, or its file. A file comes before a line of the ledger, and that
 * before the report.
 * @param which a file from wherever: what counts is how its path ends
 */
export function findSubject(
  which: string,
  desk: Desk,
  report?: LastRun,
): Subject | { item?: undefined; near: Suggestion[] } {
  const is = matcher(which, desk);
  const maker = itemMaker(desk);
  const candidate = desk.candidates.find((entry) => is(entry.data, entry));
  if (candidate) {
    const { score, decision, reason, exploration, harvested } = candidate.data;
    const recorded = {
      ...{ score, proposed: harvested },
      ...(decision && { decision }),
      ...(decision && reason && { reason }),
      ...(exploration && { exploration }),
    };
    const whole = { standing: 'candidate', item: maker.fromFile(candidate), recorded } as const;
    return withHistory({ ...whole, file: candidate.path }, desk);
  }
  const pick = desk.picks.find((entry) => is(entry.data, entry));
  if (pick) {
    const { score, kept, keptBy, harvested } = pick.data;
    const recorded: Recorded = {
      event: 'keep',
      ...(score !== undefined && { score }),
      ...(harvested !== undefined && { proposed: harvested }),
      ...(kept !== undefined && { at: kept as Instant }),
      ...(keptBy !== undefined && { by: keptBy }),
    };
    const whole = { standing: 'pick', item: maker.fromPick(pick), recorded } as const;
    return withHistory({ ...whole, file: pick.path }, desk);
  }
  const line = desk.ledger.toSorted(byTime).findLast((one) => is(one));
  if (line) {
    const { score } = line;
    const recorded = score === undefined ? {} : { score };
    return withHistory({ standing: 'ledger', item: maker.fromLine(line), recorded }, desk);
  }
  const found = report?.outcomes.find((one) => one.id !== undefined && is(one));
  if (found && report) return fromReport(found, report, desk);
  return { near: nearest(which, desk, report) };
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

/** What the ledger says became of it; a person's last word decides when it is judged. */
function withHistory(subject: Subject, desk: Desk): Subject {
  const { item, recorded, standing } = subject;
  const lines = desk.ledger.filter(({ id }) => id === item.id).sort(byTime);
  const last = latestById(lines).get(item.id);
  const proposed = recorded.proposed ?? firstProposal(lines);
  const said =
    last === undefined || last.event === 'proposed'
      ? {}
      : {
          ...{ event: last.event, at: last.at },
          ...(last.by && { by: last.by }),
          ...(last.reason && { reason: last.reason }),
        };
  const whole = { ...recorded, ...(proposed !== undefined && { proposed }), ...said };
  const decided = standing === 'pick' || last?.event === 'keep' || last?.event === 'drop';
  return {
    ...subject,
    recorded: whole,
    item: proposed === undefined ? item : { ...item, harvested: proposed },
    ...(decided && { decidedSince: proposed ?? item.harvested }),
  };
}

/** When an item was first proposed since it was last closed before: being scored again counts for nothing. */
function firstProposal(lines: readonly LedgerLine[]): Instant | undefined {
  let since: Instant | undefined;
  let closed = true;
  for (const { event, at } of lines) {
    if (event === 'proposed' && closed) since = at;
    closed = event !== 'proposed' && event !== 'later';
  }
  return since;
}

function fromReport(found: ItemOutcome, report: LastRun, desk: Desk): Subject {
  const { id = '', title, url = '', source, language, published, text = '', outcome } = found;
  const own = desk.sources.find(({ name }) => name === source)?.data.language;
  return {
    standing: 'report',
    item: {
      ...{ id, title, url, source, text, address: url, harvested: report.now },
      language: language ?? own ?? 'und',
      ...(published !== undefined && { published }),
      html: '',
      categories: [],
    },
    recorded: {
      ...{ outcome, run: report.now },
      ...(found.detail !== undefined && { detail: found.detail }),
      ...(found.score !== undefined && { score: found.score }),
    },
  };
}

const MOST_SUGGESTED = 5;

/** Titles that share words with what was asked for, and ids and names that are a slip of the finger away. */
function nearest(which: string, desk: Desk, report: LastRun | undefined): Suggestion[] {
  const asked = wordsIn(which);
  const things = new Map<string, Suggestion & { name: string }>();
  for (const { id, title } of report?.outcomes ?? [])
    if (id !== undefined) things.set(id, { id, title, name: '' });
  for (const { id, title } of desk.ledger) things.set(id, { id, title, name: '' });
  for (const { name, data } of [...desk.picks, ...desk.candidates])
    things.set(data.id ?? name, { id: data.id ?? name, title: data.title, name });
  return [...things.values()]
    .map(({ id, title, name }) => {
      const shared = wordsIn(`${title} ${name}`).filter((word) => asked.includes(word));
      const slips = leven(id, which.toLowerCase());
      const close = slips <= 3 ? 10 - slips : 0;
      return { id, title, likeness: Math.max(close, new Set(shared).size) };
    })
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_SUGGESTED)
    .map(({ id, title }) => ({ id, title }));
}

function wordsIn(text: string): string[] {
  return (foldVowels(text.toLowerCase()).match(/[\p{L}\p{N}]{3,}/gu) ?? []).filter(
    (word) => !['https', 'http', 'www', 'example', 'content'].includes(word),
  );
}
