import type { Slot } from '../desk/slot.ts';
import type { Day, Instant, Month } from '../desk/time.ts';

/** A slot as the calendar shows it. */
export interface CalendarSlot {
  name: string;
  title: string;
  /** the channel's, in which title and text are */
  lang: string;
  /** absent on an idea */
  day?: Day;
  at?: Instant;
  channel: string;
  /** 1 to 6: the channel's colour, by its place among the channels; the seventh begins again */
  hue: number;
  kind: Slot['kind'];
  state: Slot['state'];
  campaign?: string;
  pick?: { title: string; href: string; lang: string };
  /** HTML of what is said there; empty if there is nothing to show */
  html: string;
  team?: { file: string; owner?: string; due?: Day; tags: string[] };
}

export interface CalendarDay {
  day: Day;
  /** false in the first and last week for days of the months beside it */
  inMonth: boolean;
  slots: CalendarSlot[];
}

export interface CalendarWeek {
  /** ISO 8601 week, 1 to 53, of the row's Thursday */
  week: number;
  days: CalendarDay[];
}

export interface CalendarCampaign {
  name: string;
  title: string;
  start: Day;
  end: Day;
  team?: { goal: string; owner?: string };
}

export interface CalendarMonth {
  month: Month;
  /** rows of seven days, as the desk begins its week */
  weeks: CalendarWeek[];
  /** of the columns: 1 for Monday to 7 for Sunday */
  weekdays: number[];
  /** its days that have slots, those of the months beside it left out */
  agenda: AgendaDay[];
  /** those that run on a day of the month */
  campaigns: CalendarCampaign[];
  /** the channels of the month's slots, for the legend */
  channels: { title: string; hue: number }[];
  timeZone: string;
}

/** A day of the month that has slots, in order. */
export interface AgendaDay {
  day: Day;
  slots: CalendarSlot[];
}
