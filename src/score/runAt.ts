import type { Candidate } from '../model/desk/candidate.ts';
import type { Desk, Entry } from '../model/desk/desk.ts';
import { byTime, type LedgerLine } from '../model/desk/ledger.ts';
import type { PickEntry } from '../model/desk/pick.ts';
import type { Instant } from '../model/desk/time.ts';
import type { Item } from '../model/run/item.ts';
import { dayTaken } from '../stories/nodes.ts';
import { type Addressing, addressing } from '../text/address.ts';
import { dayOf } from '../text/time.ts';

/** What a run judged by, as far as the tree still tells. */
export interface PastRun {
  now: Instant;
  /** the desk as it was then, but with today's rules, topics, audiences, sources and settings */
  desk: Desk;
  /** what the run proposed, in the order of ids; what it read besides is not remembered */
  batch: Item[];
}

/** The desk and the batch of the run that harvested at an instant. */
export function runAt(desk: Desk, now: Instant): PastRun {
  const moment = Date.parse(now);
  const toItem = itemMaker(desk);
  const when = harvestedBy(desk);
  const batch = new Map<string, Item>();
  for (const line of desk.ledger.toSorted(byTime)) {
    // A file that was harvested at another time has this line from being scored again.
    const own = Date.parse(when.get(line.id) ?? line.at) === Date.parse(line.at);
    if (line.event === 'proposed' && Date.parse(line.at) === moment && own)
      batch.set(line.id, toItem.fromLine(line));
  }
  for (const { data } of desk.candidates.filter((entry) => isOf(entry, moment)))
    batch.delete(data.id);
  const own = desk.candidates.filter((entry) => isOf(entry, moment)).map(toItem.fromFile);
  return {
    now,
    desk: deskAt(desk, now),
    batch: [...batch.values(), ...own].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** The desk as a run of that instant had it once it had settled what was decided before. */
function deskAt(desk: Desk, now: Instant): Desk {
  const moment = Date.parse(now);
  const today = dayOf(now, desk.settings.timeZone);
  const ledger = desk.ledger.filter(({ at, event }) => {
    const from = Date.parse(at) - moment;
    return from < 0 || (from === 0 && event !== 'proposed');
  });
  const keeps = Map.groupBy(
    desk.ledger.filter(({ event }) => event === 'keep'),
    ({ id }) => id,
  );
  return {
    ...desk,
    ledger,
    candidates: desk.candidates.filter(({ data }) => Date.parse(data.harvested) < moment),
    picks: desk.picks.filter(({ data, path }) => {
      const lines = keeps.get(data.id ?? '');
      if (lines === undefined) return dayTaken(data, path, desk) < today;
      return lines.some(({ at }) => Date.parse(at) <= moment);
    }),
  };
}

/** Makes items again from what the desk remembers of them. */
export interface ItemMaker {
  fromFile(entry: Entry<Candidate>): Item;
  fromPick(entry: Entry<PickEntry>): Item;
  fromLine(line: LedgerLine): Item;
}

/**
 * Items as the score saw them: their text is that of their last `proposed` line, or else their file's, the marks of a
 * quotation left out. The feed's labels stand in the text, and what else the feed gave is not remembered.
 */
export function itemMaker(desk: Pick<Desk, 'ledger' | 'picks' | 'rules' | 'settings'>): ItemMaker {
  const texts = lastTexts(desk.ledger);
  const addresses = addressing(desk.rules.addresses);
  const picks = new Map(desk.picks.map(({ data }) => [data.id, data]));
  return {
    fromFile: ({ data, body }) =>
      toItem(data, texts.get(data.id) ?? withoutQuoteMarks(body), addresses),
    fromPick: ({ name, path, data, body }) => {
      const id = data.id ?? name;
      const { language = desk.settings.languages[0] ?? 'und', source = '' } = data;
      const since = `${dayTaken(data, path, desk)}T00:00:00Z` as Instant;
      const { harvested = since, published } = data;
      const at = published === undefined ? {} : { published: asInstant(published) };
      const whole = { ...data, id, language, source, harvested };
      const { published: _, ...rest } = whole;
      return toItem({ ...rest, ...at }, texts.get(id) ?? withoutQuoteMarks(body), addresses);
    },
    fromLine({ published: told, ...line }) {
      const { author, published = told } = picks.get(line.id) ?? {};
      const more = {
        ...(author !== undefined && { author }),
        ...(published !== undefined && { published: asInstant(published) }),
      };
      return toItem({ ...line, ...more, harvested: line.at }, texts.get(line.id) ?? '', addresses);
    },
  };
}

type Facts = Pick<Item, 'id' | 'title' | 'url' | 'source' | 'language' | 'harvested'> &
  Partial<Pick<Item, 'author' | 'published'>>;

function toItem(facts: Facts, text: string, { canonical }: Addressing): Item {
  const { id, title, url, source, language, harvested, author, published } = facts;
  return {
    ...{ id, title, url, source, language, harvested, text },
    address: canonical(url),
    ...(author !== undefined && { author }),
    ...(published !== undefined && { published }),
    html: '',
    categories: [],
  };
}

/** By id: the text of its last `proposed` line. */
function lastTexts(ledger: readonly LedgerLine[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { id, event, text } of ledger.toSorted(byTime))
    if (event === 'proposed' && text !== undefined) texts.set(id, text);
  return texts;
}

function harvestedBy({ candidates, picks }: Desk): ReadonlyMap<string | undefined, string> {
  return new Map(
    [...picks, ...candidates].flatMap(({ data }) =>
      data.harvested === undefined ? [] : [[data.id, data.harvested] as const],
    ),
  );
}

function isOf({ data }: Entry<Candidate>, moment: number): boolean {
  return Date.parse(data.harvested) === moment;
}

function asInstant(time: string): Instant {
  return (time.length === 10 ? `${time}T00:00:00Z` : time) as Instant;
}

function withoutQuoteMarks(body: string): string {
  return body.replace(/^> ?/gm, '');
}
