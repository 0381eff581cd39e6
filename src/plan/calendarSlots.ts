import { type Attribution, toHtml } from '../markdown/toHtml.ts';
import type { Day } from '../model/desk/time.ts';
import type { CalendarSlot } from '../model/site/calendar.ts';
import type { Edition } from '../model/site/edition.ts';
import type { EditionSlot } from '../model/site/editionSlot.ts';
import { dayOf } from '../text/time.ts';

/** Colours that set channels apart, beside their names. */
const HUES = 6;
/** Level of a text's first heading: under a slot's title, which stands under a day or among the ideas. */
const IN_DAY = 5;
const AMONG_IDEAS = 4;

/** What a slot's pick is called, where its page is, and whose words a text about it quotes. */
export type PickLinks = ReadonlyMap<
  string,
  { title: string; href: string; lang: string; attribution?: Attribution }
>;

/** The slots of an edition as the calendar shows them: in order of time, names resolved. */
export function calendarSlots(
  { slots, channels, campaigns, settings }: Edition,
  links: PickLinks,
): CalendarSlot[] {
  const places = new Map(channels.map((channel, index) => [channel.name, { ...channel, index }]));
  const titles = new Map(campaigns.map((campaign) => [campaign.name, campaign.title]));
  return slots
    .map(({ channel, campaign, pick, text, ...slot }) => ({
      ...slot,
      html: toHtml(text, {
        attribution: links.get(pick ?? '')?.attribution,
        level: (slot.at ?? slot.day) ? IN_DAY : AMONG_IDEAS,
      }),
      lang: places.get(channel)?.language ?? settings.languages[0] ?? 'en',
      day: slotDay(slot, settings.timeZone),
      channel: places.get(channel)?.title ?? channel,
      hue: ((places.get(channel)?.index ?? 0) % HUES) + 1,
      campaign: campaign && (titles.get(campaign) ?? campaign),
      pick: links.get(pick ?? ''),
    }))
    .toSorted(inOrder);
}

/** The day on the desk's calendar on which a slot stands; none for an idea. */
export function slotDay(
  { at, day }: Pick<EditionSlot, 'at' | 'day'>,
  timeZone: string,
): Day | undefined {
  return at === undefined ? day : dayOf(at, timeZone);
}

/** Slots by the day on which they stand, each day in order. */
export function byDay(slots: readonly CalendarSlot[]): Map<Day, CalendarSlot[]> {
  const days = new Map<Day, CalendarSlot[]>();
  for (const slot of slots) {
    if (slot.day === undefined) continue;
    const found = days.get(slot.day);
    if (found) found.push(slot);
    else days.set(slot.day, [slot]);
  }
  return days;
}

/** By day; within it, what has no hour first, then by the moment. */
function inOrder(a: CalendarSlot, b: CalendarSlot): number {
  return (
    compare(a.day ?? '', b.day ?? '') ||
    (a.at ? Date.parse(a.at) : 0) - (b.at ? Date.parse(b.at) : 0) ||
    compare(a.name, b.name)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
