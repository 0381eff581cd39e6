import type { Desk, Entry } from '../model/desk/desk.ts';
import type { PickEntry } from '../model/desk/pick.ts';
import type { Day, Instant } from '../model/desk/time.ts';
import type { Edition } from '../model/site/edition.ts';
import type { EditionPick } from '../model/site/editionPick.ts';
import { dayOf, isDay } from '../text/time.ts';
import { permitted } from './permitted.ts';
import { type IsTakenDown, mintedId } from './takedowns.ts';

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
  const sources = new Map(desk.sources.map((source) => [source.name, source.data]));
  return desk.picks
    .filter(({ data }) => !isTakenDown(data))
    .filter(({ data }) => scope.name === 'team' || visibilityAt(data, desk, scope) === 'now')
    .map((entry) => toEditionPick(entry))
    .toSorted(newestFirst);

  function toEditionPick({ name, path, data, body }: Entry<PickEntry>): EditionPick {
    const { timeZone, languages, excerptWords } = desk.settings;
    const source = sources.get(data.source ?? '');
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
      topics: data.topics.filter((topic) => desk.topics.some(({ name: known }) => known === topic)),
      alsoIn: data.alsoIn.filter((other) => !isTakenDown(other)),
      ...permitted(body, source?.permission, excerptWords),
      ...(scope.name === 'team' && {
        team: teamPart(data, `${scope.folder}/${path}`, visibilityAt(data, desk, scope)),
      }),
    };
  }
}

/** Whether a pick's time has come, and has not gone. */
function visibilityAt(
  { publish, kept, harvested, expires }: PickEntry,
  { settings: { timeZone } }: Desk,
  { now, today }: EditionScope,
): 'now' | 'scheduled' | 'expired' {
  if (expires !== undefined && expires <= today) return 'expired';
  const since = publish ?? kept ?? harvested;
  return since === undefined || hasCome(since, now, timeZone) ? 'now' : 'scheduled';
}

/** A moment comes to the second, a day when it begins on the desk's clocks. */
export function hasCome(since: Day | Instant, now: Instant, timeZone: string): boolean {
  return isDay(since) ? since <= dayOf(now, timeZone) : Date.parse(since) <= Date.parse(now);
}

function teamPart(
  { publish, review, expires, keptBy, audience, score, why = [] }: PickEntry,
  file: string,
  shown: 'now' | 'scheduled' | 'expired',
): EditionPick['team'] {
  return { file, shown, publish, review, expires, keptBy, audience, score, why };
}

/** Picks without a day count from the first of the month whose folder they are in. */
function newestFirst(a: EditionPick, b: EditionPick): number {
  const [left, right] = [orderOf(a), orderOf(b)];
  return left < right ? 1 : left > right ? -1 : a.path < b.path ? -1 : 1;
}

function orderOf({ day, path }: EditionPick): string {
  return day ?? `${path.slice(0, 4)}-${path.slice(5, 7)}-01`;
}
