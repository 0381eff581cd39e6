import { z } from 'astro/zod';
import { Instant } from '../desk/time.ts';
import { SOURCE_CODES } from './outcome.ts';

/** What a feed says about how often to ask for it. */
export const FeedHints = z.object({
  /** minutes that an answer holds: RSS `ttl` */
  ttl: z.number().optional(),
  /** minutes between two updates: `sy:updatePeriod` divided by `sy:updateFrequency` */
  period: z.number().optional(),
  /** hours, 0 to 23, GMT, in which not to ask */
  skipHours: z.array(z.int()).optional(),
  /** days, 0 (Sunday) to 6, GMT, on which not to ask */
  skipDays: z.array(z.int()).optional(),
});
export type FeedHints = z.infer<typeof FeedHints>;

/** A body in `.criba/bodies/`, and what it takes to read it. */
export const StoredResponse = z.object({
  /** SHA-256 of the body as it came, in hex */
  body: z.string().regex(/^[0-9a-f]{64}$/),
  /** after redirects */
  url: z.string().optional(),
  /** as in `Reply` */
  headers: z.record(z.string(), z.string()),
});
export type StoredResponse = z.infer<typeof StoredResponse>;

/** As much of an item as it takes to know whether it could still be proposed, and how often its source publishes. */
export interface RememberedItem {
  id: string;
  address: string;
  published?: Instant | undefined;
}

// Thousands of them are read at every start, and only Criba writes them.
export const StoredItem = z.custom<RememberedItem>((value) => {
  const { id, address, published } = Object(value) as Partial<Record<string, unknown>>;
  const isDated = published === undefined || typeof published === 'string';
  return typeof id === 'string' && typeof address === 'string' && isDated;
});

/**
 * What is remembered of a source between two runs, in `.criba/`. It may vanish at any time: the next run then asks in
 * full and decides the same.
 */
export const SourceMemory = z.object({
  /** what the rest is about: if a source is given another address, nothing of this counts */
  feed: z.string(),
  /** of the last answer that could be read, byte for byte */
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  /** that answer, as it is stored */
  answer: StoredResponse.optional(),
  hints: FeedHints.optional(),
  /** not to be asked before */
  next: Instant.optional(),
  lastAsked: Instant,
  lastSuccess: Instant.optional(),
  /** since when it fails in this way, how often in a row, and how the last time */
  failing: z.object({ since: Instant, times: z.int(), code: z.enum(SOURCE_CODES) }).optional(),
  /** its new address, if it says that it has moved for good, and since when */
  moved: z.object({ to: z.string(), since: Instant }).optional(),
  /** the items of that answer */
  items: z.array(StoredItem).optional(),
  /** hash of the rules that their addresses were made by */
  rules: z.string().optional(),
});
export type SourceMemory = z.infer<typeof SourceMemory>;

/** Until when a whole domain is left alone, and in how many runs it has asked for that. */
export const DomainBackOff = z.object({ until: Instant, times: z.int().min(1).max(1_000_000) });
export type DomainBackOff = z.infer<typeof DomainBackOff>;
