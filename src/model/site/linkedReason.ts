import type { Reason } from '../desk/why.ts';
import type { Link } from './frame.ts';

/** A reason, with a link to the pick that it names if the edition has that. */
export interface LinkedReason extends Reason {
  pick?: Link;
}
