import type { Reason } from '../desk/why.ts';
import type { Link } from './frame.ts';

/** A reason, with the pick that it names where the edition has it. */
export interface LinkedReason extends Reason {
  pick?: Link;
}
