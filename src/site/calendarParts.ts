import type { CalendarMonth, CalendarSlot } from '../model/site/calendar.ts';
import type { FrontAgenda } from '../model/site/frontPage.ts';

/** What the calendar's pages and the front page are made of. */
export interface CalendarParts {
  months: CalendarMonth[];
  ideas: CalendarSlot[];
  agenda: FrontAgenda;
}
