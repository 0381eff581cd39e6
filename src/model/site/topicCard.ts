import type { SiteLanguage } from '../desk/text.ts';
import type { Link } from './frame.ts';

export interface TopicCard extends Link {
  count: number;
  /** the first words of our position, in the desk's first language */
  note: string;
  noteLang: SiteLanguage;
}

/** A topic and those within it, down to the last. */
export interface TopicBranch extends TopicCard {
  children: TopicBranch[];
}
