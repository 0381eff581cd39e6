import type { Candidate } from '../model/desk/candidate.ts';
import type { Desk, Entry } from '../model/desk/desk.ts';
import type { PickEntry } from '../model/desk/pick.ts';
import type { Day, Instant } from '../model/desk/time.ts';
import type { ScoredText } from '../model/run/scoredText.ts';
import { type Addressing, addressing } from '../text/address.ts';
import { addDays, dayOf } from '../text/time.ts';
import { type Corpus, type Doc, toDoc } from '../words/corpus.ts';
import { wordsOf } from '../words/words.ts';
import type { Occurrence } from './publishers.ts';

/** A text that may belong to a story: an item of the batch, or what the desk has of late. */
export interface Node extends Occurrence {
  id: string;
  kind: 'item' | 'candidate' | 'pick';
  doc: Doc;
  /** of its file; none for an item */
  name?: string;
  /** canonical: where it stands, and after that where else the desk says it stood */
  addresses: string[];
  /** when it was published, else harvested, in milliseconds since 1970 */
  time: number;
  /** the day on which the desk took it up */
  since: string;
}

/** Days for which a pick is remembered as published of late. */
const LATE = 60;
/** Words of a text that are compared where the corpus does not have it: as many as it keeps. */
const BODY_WORDS = 250;

/**
 * What stories are made of: the batch, the candidates, and the picks of the last 60 days as of `now`, in the order of
 * ids. What the desk holds under an item's own id is that item, and no story of its own.
 */
export function gatherNodes(
  items: readonly ScoredText[],
  desk: Desk,
  corpus: Corpus,
  now: Instant,
): Node[] {
  const docs = new Map(corpus.docs.map((doc) => [doc.id, doc]));
  const addresses = addressing(desk.rules.addresses);
  const today = dayOf(now, desk.settings.timeZone);
  const fromDesk = (entry: Entry<Candidate | PickEntry>, kind: 'candidate' | 'pick') =>
    ofEntry(entry, kind, { desk, docs, addresses });
  const entries = [
    ...desk.candidates.map((entry) => fromDesk(entry, 'candidate')),
    ...desk.picks.map((entry) => fromDesk(entry, 'pick')),
  ].filter(({ since, kind }) => {
    return since <= today && (kind === 'candidate' || since >= addDays(today, -LATE));
  });
  const nodes = new Map(entries.map((node) => [node.id, node]));
  for (const item of items) nodes.set(item.id, ofItem(item, docs));
  return [...nodes.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function ofItem(item: ScoredText, docs: ReadonlyMap<string, Doc>): Node {
  const { id, source, url, address, published, harvested } = item;
  const time = Date.parse(published ?? harvested);
  const doc = docs.get(id) ?? toDoc(item);
  return { id, kind: 'item', doc, source, url, addresses: [address], time, since: harvested };
}

function ofEntry(
  { name, path, data, body }: Entry<Candidate | PickEntry>,
  kind: 'candidate' | 'pick',
  { desk, docs, addresses }: { desk: Desk; docs: ReadonlyMap<string, Doc>; addresses: Addressing },
): Node {
  const {
    title,
    url,
    published,
    harvested,
    alsoIn,
    language = desk.settings.languages[0] ?? 'und',
  } = data;
  const id = data.id ?? name;
  const known = docs.get(id);
  const doc =
    known?.language === language
      ? known
      : {
          id,
          language,
          title: wordsOf(title, language),
          body: wordsOf(body, language).slice(0, BODY_WORDS),
        };
  const since = dayTaken(data, path, desk);
  return {
    id,
    kind,
    doc,
    name,
    source: data.source ?? `${kind} ${name}`,
    url,
    addresses: [url, ...alsoIn.map((other) => other.url)].map(addresses.canonical),
    time: Date.parse(published ?? harvested ?? since),
    since,
  };
}

/** The day of a pick: kept, or else harvested, or set to appear; without any, the end of the month of its folder. */
export function dayTaken(
  data: Candidate | PickEntry,
  path: string,
  { settings }: Pick<Desk, 'settings'>,
): Day {
  const kept = 'kept' in data ? data.kept : undefined;
  const publish = 'publish' in data ? data.publish : undefined;
  const when = kept ?? data.harvested ?? publish ?? data.published;
  if (when !== undefined) return dayOf(when, settings.timeZone);
  const [, month = '1970/01'] = /(\d{4}\/\d\d)\//.exec(path) ?? [];
  return `${month.replace('/', '-')}-28` as Day;
}
