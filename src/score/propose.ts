import { excerpt, wholeQuotation } from '../markdown/toMarkdown.ts';
import { findMentions } from '../mentions/findMentions.ts';
import { keyphrases } from '../mentions/keyphrases.ts';
import { CANDIDATES, type Candidate } from '../model/desk/candidate.ts';
import { candidatePath } from '../model/desk/candidatePlace.ts';
import type { Change, Changes, Desk } from '../model/desk/desk.ts';
import { fillIn } from '../model/desk/kind.ts';
import type { ItemLine } from '../model/desk/ledger/itemLine.ts';
import { proposedLine } from '../model/desk/ledger/proposedLine.ts';
import type { Rules } from '../model/desk/rules.ts';
import type { Settings } from '../model/desk/settings.ts';
import { slug } from '../model/desk/slug.ts';
import type { Permission } from '../model/desk/source.ts';
import type { Instant } from '../model/desk/time.ts';
import type { Item } from '../model/run/item.ts';
import { remembered } from '../model/run/rememberedText.ts';
import { shortHash } from '../text/shortHash.ts';
import type { Corpus } from '../words/corpus.ts';
import type { Chosen } from './choose.ts';

export interface ProposeOptions {
  now: Instant;
  corpus: Corpus;
}

/** One candidate file and one `proposed` line for each item. Only these items are converted to Markdown. */
export function propose(
  chosen: readonly Chosen<Item>[],
  { settings, sources, rules }: Pick<Desk, 'settings' | 'sources' | 'rules'>,
  { now, corpus }: ProposeOptions,
): Changes {
  const permissions = new Map(sources.map(({ name, data }) => [name, data.permission]));
  const changes: Change[] = [];
  const lines: ItemLine[] = [];
  for (const one of chosen) {
    const { item, audience } = one;
    if (audience === undefined) continue;
    const { id, source, title } = item;
    changes.push({
      do: 'create',
      path: candidatePath(slug(title, id)),
      kind: 'candidates',
      data: fillIn(CANDIDATES.template, {
        ...toCandidate(one, audience),
        ...hintsOf(item, corpus, rules),
      }),
      body: quotation(item, settings, permissions.get(source)),
    });
    const text = remembered(item);
    lines.push(
      proposedLine({ ...item, ...one, audience }, { at: now, text, guid: guidHash(item) }),
    );
  }
  return { changes, lines };
}

/** Tells items apart that a feed tells apart; undefined if the feed gave no id. */
function guidHash({ guid }: Item): string | undefined {
  return guid === undefined ? undefined : shortHash(guid);
}

/** Keyphrases and mentions, which help to decide on a candidate. */
export function hintsOf(
  item: Pick<Item, 'title' | 'text' | 'language'>,
  corpus: Corpus,
  rules: Rules,
): Pick<Partial<Candidate>, 'keyphrases' | 'mentions'> {
  const phrases = keyphrases(item, corpus);
  const mentions = findMentions(item, rules.names);
  return {
    ...(phrases.length > 0 && { keyphrases: phrases }),
    ...(mentions.length > 0 && { mentions }),
  };
}

/** If the publisher granted it, the whole text, so that a page can show it; otherwise an excerpt to decide by. */
function quotation(
  { html, url }: Item,
  { excerptWords }: Settings,
  permission: Permission | undefined,
): string {
  const whole = permission?.scope === 'full' && permission.status === 'granted';
  return whole ? wholeQuotation(html, { base: url }) : excerpt(html, excerptWords);
}

function toCandidate(
  {
    item,
    score,
    why,
    topics,
    suggestedTopics,
    audiences,
    exploration,
    follows,
    alsoIn,
  }: Chosen<Item>,
  audience: string,
): Partial<Candidate> {
  const { id, title, url, source, author, language, published, harvested } = item;
  return {
    id,
    title,
    url,
    source,
    author,
    language,
    published,
    harvested,
    audience,
    score,
    why: why.map(withoutBlanks),
    ...(topics.length > 0 && { topics }),
    ...(suggestedTopics.length > 0 && { suggestedTopics }),
    audiences,
    ...(exploration && { exploration }),
    ...(follows !== undefined && { follows }),
    ...(alsoIn.length > 0 && { alsoIn }),
    image: item.image,
    comments: item.comments,
    license: item.license,
  };
}

/** Leaves out keys whose value is undefined, since a file has no key for what is not there. */
export function withoutBlanks<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}
