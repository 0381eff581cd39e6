import type { Day } from '../desk/time.ts';
import type { AgendaDay } from './calendar.ts';
import type { Frame } from './frame.ts';
import type { PickCard } from './pickCard.ts';
import type { TopicCard } from './topicCard.ts';

export interface FrontAgenda {
  today: Day;
  past: boolean;
  days: AgendaDay[];
}

export interface FrontPage {
  frame: Frame;
  lead?: PickCard;
  latest: PickCard[];
  /** the newest in the desk's other languages */
  elsewhere: PickCard[];
  /** what comes next; if nothing does, what has just been */
  agenda: FrontAgenda;
  topics: TopicCard[];
  /** the team's: candidates that wait for a decision, and the best of them */
  waiting?: {
    count: number;
    best: { title: string; href: string; score: number; from: string; lang: string }[];
  };
}
