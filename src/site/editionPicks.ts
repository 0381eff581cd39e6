import type { Desk, Entry } from '../model/desk/desk.ts';
import type { PickEntry } from '../model/desk/pick.ts';
import type { Source } from '../model/desk/source.ts';
import type { Edition } from '../model/site/edition.ts';
import type { EditionPick } from '../model/site/editionPick.ts';
import { addressing } from '../text/address.ts';
import { pageOf } from '../text/samePage.ts';
import { dayOf } from '../text/time.ts';
import { permitted } from './permitted.ts';
import { type IsTakenDown, mintedId } from './takedowns.ts';
import { type Visibility, visibilityAt } from './visibility.ts';

/** Which edition, as of when, and the desk that it is of. */
export interface EditionScope extends Pick<Edition, 'name' | 'now' | 'today'> {
  /** the desk's folder, as people type it */
  folder: string;
}

/** The picks that an edition shows, the newest first. */
export function editionPicks(
  desk: Desk,
  scope: EditionScope,
  isTakenDown: IsTakenDown,
): EditionPick[] {
  const addresses = addressing(desk.rules.addresses);
  const sources = new Map(desk.sources.map((source) => [source.name, source.data]));
  return desk.picks
    .filter(({ data }) => !isTakenDown(data))
    .map((entry) => ({ entry, shown: visibilityAt(entry.data, desk, scope) }))
    .filter(({ shown }) => scope.name === 'team' || shown === 'now')
    .map(({ entry, shown }) => ({
      ...toEditionPick(entry, desk, sources.get(entry.data.source ?? ''), isTakenDown),
      page: pageOf(entry.data, addresses),
      ...(scope.name === 'team' && { team: teamPart(entry, scope.folder, shown) }),
    }))
    .toSorted(newestFirst);
}

/** What both editions know of a pick. */
function toEditionPick(
  { name, path, data, body }: Entry<PickEntry>,
  { topics, settings }: Desk,
  source: Source | undefined,
  isTakenDown: IsTakenDown,
): Omit<EditionPick, 'page'> {
  const { timeZone, languages, excerptWords } = settings;
  const since = data.publish ?? data.kept ?? data.harvested ?? data.published;
  return {
    name,
    path: path.replace(/^picks\/|\.md$/g, ''),
    id: data.id ?? mintedId(data.url),
    title: data.title.trim() || data.url,
    url: data.url,
    source: source && data.source,
    author: data.author,
    language: data.language ?? source?.language ?? languages[0] ?? 'en',
    published: data.published && dayOf(data.published, timeZone),
    day: since && dayOf(since, timeZone),
    since,
    lead: data.lead === true,
    topics: data.topics.filter((topic) => topics.some(({ name: known }) => known === topic)),
    alsoIn: data.alsoIn.filter((other) => !isTakenDown(other)),
    ...permitted(body, source?.permission, excerptWords),
  };
}

function teamPart(
  { path, data }: Entry<PickEntry>,
  folder: string,
  shown: Visibility,
): EditionPick['team'] {
  const { publish, review, expires, keptBy, audience, score, why = [] } = data;
  return {
    file: `${folder}/${path}`,
    shown,
    publish,
    review,
    expires,
    keptBy,
    audience,
    score,
    why,
  };
}

/** Picks without a day count from the first of the month whose folder they are in. */
function newestFirst(a: EditionPick, b: EditionPick): number {
  const [left, right] = [orderOf(a), orderOf(b)];
  return left < right ? 1 : left > right ? -1 : a.path < b.path ? -1 : 1;
}

function orderOf({ day, path }: EditionPick): string {
  return day ?? `${path.slice(0, 4)}-${path.slice(5, 7)}-01`;
}
