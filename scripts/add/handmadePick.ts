import { readDate } from '../../src/harvest/normalise/readDate.ts';
import type { PageFacts } from '../../src/harvest/readPage.ts';
import type { Desk } from '../../src/model/desk/desk.ts';
import type { PickEntry } from '../../src/model/desk/pick.ts';
import { isWebAddress } from '../../src/model/desk/text.ts';
import type { Instant } from '../../src/model/desk/time.ts';
import { CribaError } from '../../src/model/run/error.ts';
import { addressing } from '../../src/text/address.ts';
import { canonicalHost } from '../../src/text/canonicalHost.ts';
import { dayOf } from '../../src/text/time.ts';

/**
 * A pick of a page, as the page says of itself; its source is the one that publishes on that host, if we follow it.
 * @param made.by who picked it
 * @throws CribaError `pick/no-title`
 */
export function handmadePick(
  { url, title, author, language, published }: PageFacts & { url: string },
  desk: Desk,
  { now, by }: { now: Instant; by: unknown },
): PickEntry {
  if (title === undefined || title.trim() === '') {
    throw new CribaError('pick/no-title', { url });
  }
  const source = sourceOnHost(hostOf(url), desk);
  return {
    id: addressing(desk.rules.addresses).id(url),
    title,
    url,
    source: source?.name,
    author,
    language: language ?? source?.data.language ?? desk.settings.languages[0],
    published: published === undefined ? undefined : readDate(published, now),
    kept: dayOf(now, desk.settings.timeZone),
    keptBy: by === undefined ? undefined : String(by),
  } as PickEntry;
}

function sourceOnHost(host: string, { sources }: Desk) {
  return sources.find(({ data }) =>
    [data.site, data.feed].some((place) => place && isWebAddress(place) && hostOf(place) === host),
  );
}

function hostOf(url: string): string {
  return canonicalHost(new URL(url).host);
}
