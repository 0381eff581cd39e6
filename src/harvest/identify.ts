import type { Entry } from '../model/desk/desk.ts';
import type { Source } from '../model/desk/source.ts';
import type { Instant } from '../model/desk/time.ts';
import type { Item } from '../model/run/item.ts';
import type { ItemOutcome } from '../model/run/runReport.ts';
import { type Addressing, itemId } from '../text/address.ts';
import { primarySubtag } from '../text/primarySubtag.ts';
import type { Parsing } from './decodeParseNormalise.ts';
import type { Draft } from './normalise/draft.ts';
import { storyLink } from './storyLink.ts';

export interface IdentifyOptions {
  now: Instant;
  addressing: Addressing;
}

/** What a feed holds, in its order. */
export interface IdentifiedItems {
  items: Item[];
  /** entries without an http(s) link, which nobody could open: outcome `noLink` */
  unlinked: ItemOutcome[];
}

/** Gives normalised entries what makes them items: an id, a canonical address, a source and a language. */
export function identify(
  parsing: Parsing,
  source: Entry<Source>,
  options: IdentifyOptions,
): IdentifiedItems {
  const items: Item[] = [];
  const unlinked: ItemOutcome[] = [];
  if (parsing.kind !== 'parsed') return { items, unlinked };
  const { entries, language } = parsing.feed;
  for (const draft of entries) {
    const item = toItem({ ...draft, language: draft.language ?? language }, source, options);
    if (item) items.push(item);
    else unlinked.push({ source: source.name, title: draft.title, outcome: 'noLink' });
  }
  return { items, unlinked };
}

function toItem(
  draft: Draft,
  { name, data }: Entry<Source>,
  { now, addressing }: IdentifyOptions,
): Item | undefined {
  const { updated: _, ...rest } = draft;
  const url = storyLink(draft);
  if (url === undefined) return undefined;
  const address = addressing.canonical(url);
  return {
    id: itemId(address),
    address,
    source: name,
    harvested: now,
    ...rest,
    url,
    // As declared; `detectLanguages` looks at the words of those items that are scored.
    language: primarySubtag(draft.language) ?? data.language,
  };
}
