import type { Finding } from '../desk/finding.ts';
import type { Frame } from './frame.ts';

export interface FindingsPage {
  frame: Frame;
  /** files that are left out until they are mended */
  quarantined: { file: string; findings: Finding[] }[];
  /** in files that are read all the same */
  others: Finding[];
}
