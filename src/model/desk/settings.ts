import { z } from 'astro/zod';
import { SiteLanguage } from './text.ts';
import { Day, TimeZone } from './time.ts';

/** How far each signal can move a score, in log-odds. `docs/score.md` says what each signal measures. */
export const Weights = z.strictObject({
  /** the score that an item has before any signal speaks */
  base: z.number().min(-6).max(6).default(-2.5),
  /** what an item gains if it answers the topics of an audience as well as the best texts do */
  profile: z.number().min(0).max(10).default(2),
  /** how much the words that accompany the topics' words count; less and less as decisions come in */
  semantic: z.number().min(0).max(10).default(5),
  /** how much it counts what the team kept and dropped of the same source */
  trust: z.number().min(0).max(5).default(0.8),
  /** what an item loses when it is so old that no freshness is left */
  freshness: z.number().min(0).max(5).default(1),
  /** what an item loses if it repeats a pick of the last 60 days */
  novelty: z.number().min(0).max(5).default(0.8),
  /** what an item gains if eight or more publishers tell its story */
  story: z.number().min(0).max(5).default(0.4),
  /** what an item loses at most if its title breaks the desk's rules of tone */
  tone: z.number().min(0).max(5).default(0.5),
});
export type Weights = z.infer<typeof Weights>;

/** `desk.md`: who the team is, and the limits that every run keeps. */
export const Settings = z.strictObject({
  name: z.string().min(1),
  description: z.string().default(''),
  /** address of the public site, with its folder; the site has a feed only if this is set, since a feed needs whole addresses */
  url: z.url({ protocol: /^https?$/ }).optional(),
  /** languages of the site's pages; those of the first stand at the root, the others under their code */
  languages: z.array(SiteLanguage).min(1),
  timeZone: TimeZone,
  weekStart: z.enum(['monday', 'sunday']).default('monday'),
  /** region whose public holidays count, in ISO 3166-2: `ES-AN` */
  region: z.string().optional(),
  /** where a publisher can write to the team; every request says it */
  contact: z.string().min(1),
  /** most candidates that one run proposes */
  budget: z.int().min(1).max(500).default(20),
  /** least score with which an item is proposed */
  threshold: z.int().min(0).max(100).default(40),
  /** share of all proposals that are taken from under the threshold, so that Criba learns about them too */
  exploration: z.number().min(0).max(0.5).default(0.05),
  /** most candidates of one source that one run proposes */
  capPerSource: z.int().min(1).max(500).default(5),
  /** most new items of one source that one run considers, the newest first; the next run considers the rest */
  floodLimit: z.int().min(1).max(500).default(20),
  /** days after which an item is too old to be proposed, counted from its publication */
  lookBack: z.int().min(1).max(36_500).default(90),
  /** days after which a candidate is removed if nobody has decided on it or edited it */
  expireAfter: z.int().min(1).max(3650).default(28),
  /** most words of a source's text that a candidate quotes, and that a page shows if the permission is `excerpt` */
  excerptWords: z.int().min(0).max(400).default(60),
  /** days in which an item loses half of its freshness */
  halfLife: z.number().positive().max(3650).default(7),
  weights: Weights.prefault({}),
  /** the day that the content was written for, if this is a sample desk */
  today: Day.optional(),
});
export type Settings = z.infer<typeof Settings>;
