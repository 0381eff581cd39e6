import { z } from 'astro/zod';
import { SiteLanguage } from './text.ts';
import { Day, TimeZone } from './time.ts';

/** How much each signal can move a score, in log-odds; see `src/score/`. */
export const Weights = z.strictObject({
  /** where an item of which nothing is known begins */
  base: z.number().min(-6).max(6).default(-2.5),
  /** the words of the topics, for an item that says all of them */
  profile: z.number().min(0).max(10).default(2),
  /** what texts like the topics' speak of besides; fades as decisions come in */
  semantic: z.number().min(0).max(10).default(5),
  /** what the team kept from the same source before */
  trust: z.number().min(0).max(5).default(0.8),
  /** age: what an item has lost when it is very old */
  freshness: z.number().min(0).max(5).default(1),
  /** likeness to what was published of late: what an item loses that says nothing new */
  novelty: z.number().min(0).max(5).default(0.8),
  /** a story that eight publishers tell: what it gains */
  story: z.number().min(0).max(5).default(0.4),
  /** a title that breaks the desk's rules of tone: what it loses at most */
  tone: z.number().min(0).max(5).default(0.5),
});
export type Weights = z.infer<typeof Weights>;

/** `desk.md`: who we are, and the numbers that the pipeline keeps to. */
export const Settings = z.strictObject({
  name: z.string().min(1),
  description: z.string().default(''),
  /** where the public site stands, its folder too; without it there is no feed, since a feed needs whole addresses */
  url: z.url({ protocol: /^https?$/ }).optional(),
  /** of the site's pages; the first is the default and stands at the root */
  languages: z.array(SiteLanguage).min(1),
  timeZone: TimeZone,
  weekStart: z.enum(['monday', 'sunday']).default('monday'),
  /** ISO 3166-2, for public holidays: `ES-AN` */
  region: z.string().optional(),
  /** an address that a publisher can write to; sent with every request */
  contact: z.string().min(1),
  /** candidates that one run may propose at most */
  budget: z.int().min(1).max(500).default(20),
  /** score under which an item is not proposed */
  threshold: z.int().min(0).max(100).default(40),
  /** share of proposals that come from under the threshold, to learn from */
  exploration: z.number().min(0).max(0.5).default(0.05),
  /** candidates of one source that one run may propose at most */
  capPerSource: z.int().min(1).max(500).default(5),
  /** good new items of one source that one run considers, newest first; the rest are offered next time */
  floodLimit: z.int().min(1).max(500).default(20),
  /** days after publication beyond which an item is not proposed */
  lookBack: z.int().min(1).max(36_500).default(90),
  /** days after which an undecided candidate that nobody touched is removed */
  expireAfter: z.int().min(1).max(3650).default(28),
  /** words of a source's text that a candidate file quotes at most, and a page shows under an `excerpt` permission */
  excerptWords: z.int().min(0).max(400).default(60),
  /** days in which an item loses half its freshness */
  halfLife: z.number().positive().max(3650).default(7),
  weights: Weights.prefault({}),
  /** for a sample desk: the day its content was written for */
  today: Day.optional(),
});
export type Settings = z.infer<typeof Settings>;
