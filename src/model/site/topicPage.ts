import type { SiteLanguage } from '../desk/text.ts';
import type { Frame, Link } from './frame.ts';
import type { Pagination } from './pagination.ts';
import type { PickCard } from './pickCard.ts';
import type { TopicBranch } from './topicCard.ts';

export interface TopicIndexPage {
  frame: Frame;
  topics: TopicBranch[];
}

export interface TopicPage {
  frame: Frame;
  title: string;
  html: string;
  /** of `html` */
  htmlLang: SiteLanguage;
  parent?: Link;
  children: Link[];
  picks: PickCard[];
  pagination: Pagination;
}
