import { excerpt, wholeQuotation } from '../markdown/toMarkdown.ts';
import type { AlsoIn, Candidate } from '../model/candidate.ts';
import type { Change, Changes, Entry } from '../model/desk.ts';
import type { Item } from '../model/item.ts';
import { LEDGER_TEXT, type LedgerLine } from '../model/ledger.ts';
import type { Settings } from '../model/settings.ts';
import { slug } from '../model/slug.ts';
import type { Permission, Source } from '../model/source.ts';
import type { Instant } from '../model/time.ts';
import { dayOf } from '../text/time.ts';
import { textOf } from './corpus.ts';
import type { Scored } from './score.ts';

export interface ProposeOptions {
  now: Instant;
  settings: Settings;
  sources: readonly Entry<Source>[];
  /** by item id: where else the same story stood in this run */
  alsoIn?: ReadonlyMap<string, AlsoIn[]>;
}

/** One candidate file and one `proposed` line for each item. Markdown is made here, and so for these items alone. */
export function propose(
  chosen: readonly Scored[],
  { now, settings, sources, alsoIn }: ProposeOptions,
): Changes {
  const [year, month] = dayOf(now, settings.timeZone).split('-');
  const permissions = new Map(sources.map(({ name, data }) => [name, data.permission]));
  const changes: Change[] = [];
  const lines: LedgerLine[] = [];
  for (const scored of chosen) {
    const { item } = scored;
    if (scored.audience === undefined) continue;
    changes.push({
      do: 'create',
      path: `candidates/${year}/${month}/${slug(item.title, item.id)}.md`,
      kind: 'candidates',
      data: toCandidate(scored, scored.audience, alsoIn?.get(item.id)),
      body: quotation(item, settings, permissions.get(item.source)),
    });
    lines.push({
      at: now,
      id: item.id,
      event: 'proposed',
      score: scored.score,
      audience: scored.audience,
      source: item.source,
      title: item.title,
      url: item.url,
      language: item.language,
      text: textOf(item).slice(0, LEDGER_TEXT).toWellFormed(),
    });
  }
  return { changes, lines };
}

/** All of the publisher's text where they granted that, so that a page can show it; otherwise what a curator needs to decide. */
function quotation(
  { html, url }: Item,
  { excerptWords }: Settings,
  permission: Permission | undefined,
): string {
  const whole = permission?.scope === 'full' && permission.status === 'granted';
  return whole ? wholeQuotation(html, { base: url }) : excerpt(html, excerptWords);
}

function toCandidate(
  { item, score, why, topics, audiences }: Scored,
  audience: string,
  alsoIn: AlsoIn[] = [],
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
    why: why.map((reason) =>
      Object.fromEntries(Object.entries(reason).filter(([, value]) => value !== undefined)),
    ) as Candidate['why'],
    ...(topics.length > 0 && { topics }),
    audiences,
    ...(alsoIn.length > 0 && { alsoIn }),
    image: item.image,
    comments: item.comments,
    license: item.license,
    decision: '',
    reason: '',
  };
}
