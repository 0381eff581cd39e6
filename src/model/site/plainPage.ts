import type { Frame } from './frame.ts';

/** A page that needs nothing but its frame. */
export interface PlainPage {
  frame: Frame;
}
