import type { CalendarMonth, CalendarSlot } from './calendar.ts';
import type { Frame, Link } from './frame.ts';

/** A month of the calendar, in one of the desk's languages. */
export interface CalendarPage {
  frame: Frame;
  month: CalendarMonth;
  previous?: Link;
  next?: Link;
  ideas: CalendarSlot[];
}
