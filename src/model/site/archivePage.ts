import type { Month } from '../desk/time.ts';
import type { Frame } from './frame.ts';
import type { Pagination } from './pagination.ts';
import type { PickCard } from './pickCard.ts';

export interface ArchivePage {
  frame: Frame;
  months: { month: Month; picks: PickCard[] }[];
  pagination: Pagination;
}
