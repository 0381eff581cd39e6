import type { Settings } from '../desk/settings.ts';
import type { SiteLanguage } from '../desk/text.ts';
import type { Day, Instant } from '../desk/time.ts';
import type { EditionName } from './editionName.ts';
import type { EditionPick } from './editionPick.ts';
import type { EditionCampaign, EditionChannel, EditionSlot } from './editionSlot.ts';
import type { EditionSource } from './editionSource.ts';
import type { EditionTopic } from './editionTopic.ts';
import type { TeamKnowledge } from './teamKnowledge.ts';

/**
 * What one edition of the site may know of a desk. What is for the team alone stands under keys `team`, which the public
 * edition does not have: a page cannot show what it was not given.
 */
export interface Edition {
  name: EditionName;
  now: Instant;
  /** the day of `now` in the desk's time zone */
  today: Day;
  settings: EditionSettings;
  /** Markdown: who we are */
  about: string;
  /** the newest first */
  picks: EditionPick[];
  topics: EditionTopic[];
  sources: EditionSource[];
  channels: EditionChannel[];
  campaigns: EditionCampaign[];
  /** those without a day are ideas, which only the team's edition has */
  slots: EditionSlot[];
  team?: TeamKnowledge;
}

/** The part of `desk.md` that pages speak of. */
export interface EditionSettings {
  name: string;
  description: string;
  /** where the public site stands; never on the team's edition, which stands elsewhere */
  url?: string;
  /** the first is the default and stands at the root */
  languages: SiteLanguage[];
  timeZone: string;
  weekStart: Settings['weekStart'];
  contact: string;
}
