import type { Desk, Entry } from '../model/desk/desk.ts';
import type { Instant } from '../model/desk/time.ts';

/** A text that people are still at work on, and the language in which it most likely is. */
export interface Draft {
  entry: Pick<Entry<unknown>, 'path' | 'body'>;
  language: string;
}

const RECENT_DAYS = 7;

/**
 * What people may still change before others read it, or have just written: candidates, slots that are neither approved
 * nor cancelled, and picks of the last week or still to come.
 */
export function draftsOf(
  desk: Pick<Desk, 'settings' | 'candidates' | 'slots' | 'picks' | 'channels'>,
  now: Instant,
): Draft[] {
  const [usual = 'und'] = desk.settings.languages;
  const channels = new Map(desk.channels.map(({ name, data }) => [name, data.language]));
  const since = Date.parse(now) - RECENT_DAYS * 86_400_000;
  const recent = (when: string | undefined) => when !== undefined && Date.parse(when) >= since;
  return [
    ...desk.candidates.map((entry) => ({ entry, language: usual })),
    ...desk.slots
      .filter(({ data }) => data.state === 'draft' || data.state === 'review')
      .map((entry) => ({ entry, language: channels.get(entry.data.channel) ?? usual })),
    ...desk.picks
      .filter(({ data }) => recent(data.kept) || recent(data.publish))
      .map((entry) => ({ entry, language: usual })),
  ];
}
