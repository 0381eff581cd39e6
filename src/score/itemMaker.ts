import type { Candidate } from '../model/desk/candidate.ts';
import type { Desk, Entry } from '../model/desk/desk.ts';
import { byTime } from '../model/desk/ledger/byTime.ts';
import type { ItemLine } from '../model/desk/ledger/itemLine.ts';
import type { PickEntry } from '../model/desk/pick.ts';
import type { Instant } from '../model/desk/time.ts';
import type { Item } from '../model/run/item.ts';
import { dayTaken } from '../stories/nodes.ts';
import { type Addressing, addressing } from '../text/address.ts';

/** Makes items of what the desk remembers of them. */
export interface ItemMaker {
  fromFile(entry: Entry<Candidate>): Item;
  fromPick(entry: Entry<PickEntry>): Item;
  fromLine(line: ItemLine): Item;
}

/**
 * Makes items as they were scored. The text is that of the item's last `proposed` line or, if there is none, that of its
 * file without quotation marks. The feed's labels are part of the text; what else the feed gave is not remembered.
 */
export function itemMaker(desk: Pick<Desk, 'ledger' | 'picks' | 'rules' | 'settings'>): ItemMaker {
  const texts = lastTexts(desk.ledger.items);
  const addresses = addressing(desk.rules.addresses);
  const picks = new Map(desk.picks.map(({ data }) => [data.id, data]));
  const textOfPick = ({ name, data, body }: Entry<PickEntry>) =>
    texts.get(data.id ?? name) ?? withoutQuoteMarks(body);
  return {
    fromFile: ({ data, body }) =>
      toItem(data, texts.get(data.id) ?? withoutQuoteMarks(body), addresses),
    fromPick: (entry) => toItem(factsOfPick(entry, desk), textOfPick(entry), addresses),
    fromLine({ published: known, ...line }) {
      const { author, published = known } = picks.get(line.id) ?? {};
      const more = {
        ...(author !== undefined && { author }),
        ...(published !== undefined && { published: asInstant(published) }),
      };
      return toItem({ ...line, ...more, harvested: line.at }, texts.get(line.id) ?? '', addresses);
    },
  };
}

/** A pick that a person made by hand may lack an id, a language and a source, and has a day instead of an instant. */
function factsOfPick({ name, path, data }: Entry<PickEntry>, desk: Pick<Desk, 'settings'>): Facts {
  const { language = desk.settings.languages[0] ?? 'und', source = '', author, published } = data;
  return {
    id: data.id ?? name,
    title: data.title,
    url: data.url,
    source,
    language,
    harvested: data.harvested ?? (`${dayTaken(data, path, desk)}T00:00:00Z` as Instant),
    ...(author !== undefined && { author }),
    ...(published !== undefined && { published: asInstant(published) }),
  };
}

type Facts = Pick<Item, 'id' | 'title' | 'url' | 'source' | 'language' | 'harvested'> &
  Partial<Pick<Item, 'author' | 'published'>>;

function toItem(facts: Facts, text: string, { canonical }: Addressing): Item {
  const { id, title, url, source, language, harvested, author, published } = facts;
  return {
    id,
    title,
    url,
    source,
    language,
    harvested,
    text,
    address: canonical(url),
    ...(author !== undefined && { author }),
    ...(published !== undefined && { published }),
    html: '',
    categories: [],
  };
}

/** By id: the text of the item's last `proposed` line. */
function lastTexts(ledger: readonly ItemLine[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { id, event, text } of ledger.toSorted(byTime))
    if (event === 'proposed' && text !== undefined) texts.set(id, text);
  return texts;
}

function asInstant(time: string): Instant {
  return (time.length === 10 ? `${time}T00:00:00Z` : time) as Instant;
}

function withoutQuoteMarks(body: string): string {
  return body.replace(/^> ?/gm, '');
}
