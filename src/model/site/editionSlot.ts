import type { Slot } from '../desk/slot.ts';
import type { Day, Instant } from '../desk/time.ts';

export interface EditionChannel {
  name: string;
  title: string;
  /** of what is said there */
  language: string;
  network: string;
}

export interface EditionCampaign {
  name: string;
  title: string;
  start: Day;
  end: Day;
  team?: { file: string; goal: string; owner?: string };
}

export interface EditionSlot {
  name: string;
  title: string;
  at?: Instant;
  day?: Day;
  channel: string;
  kind: Slot['kind'];
  state: Slot['state'];
  /** name of a pick of this edition */
  pick?: string;
  campaign?: string;
  /** Markdown: what is said there. The public edition has it once its time has come, with quotations cut as permitted. */
  text: string;
  team?: { file: string; owner?: string; due?: Day; tags: string[] };
}
