import type { Day, Instant } from '../desk/time.ts';
import type { Quotation } from './editionPick.ts';
import type { Frame, Link } from './frame.ts';
import type { LinkedReason } from './linkedReason.ts';
import type { PickCard } from './pickCard.ts';

export interface PickPage {
  frame: Frame;
  title: string;
  lang: string;
  url: string;
  host: string;
  from: Link | string;
  author?: string;
  published?: Day;
  day?: Day;
  topics: Link[];
  html: string;
  quotation: Quotation;
  /** the same story elsewhere */
  also: Link[];
  newer?: Link;
  older?: Link;
  related: PickCard[];
  team?: {
    file: string;
    shown: 'now' | 'scheduled' | 'expired';
    facts: {
      publish?: Day | Instant;
      review?: Day;
      expires?: Day;
      keptBy?: string;
      audience?: string;
    };
    score?: number;
    why: LinkedReason[];
  };
}
