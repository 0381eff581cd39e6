import { z } from 'astro/zod';
import { expects } from '../desk/expects.ts';
import { Language, Name, WebAddress } from '../desk/text.ts';
import { Instant } from '../desk/time.ts';

/** First 12 hex digits of the SHA-256 of an item's canonical address, minted once and stored. */
export const ItemId = z.string().regex(/^[0-9a-f]{12}$/, expects('expects/candidate-id', {}));

/** One thing in a feed, normalised, not judged. Lives in memory only: it becomes a candidate or an outcome. */
export const Item = z.strictObject({
  id: ItemId,
  /** one line of plain text; derived from the body when the feed gives none; never empty */
  title: z.string().min(1),
  /** where a reader goes: the feed's link, resolved, as published */
  url: WebAddress,
  /** the canonical address that `id` was minted from; equal keys are one item */
  address: z.string(),
  source: Name,
  author: z.string().optional(),
  language: Language,
  /** absent when the feed gives no date or none that can be read */
  published: Instant.optional(),
  harvested: Instant,
  /** untrusted, at most `MAX_HTML` characters */
  html: z.string(),
  /** what a reader would see of `html`, white space collapsed, at most `MAX_TEXT` characters */
  text: z.string(),
  image: WebAddress.optional(),
  comments: WebAddress.optional(),
  /** what the publisher allows, as the feed says it: https://creativecommons.org/licenses/by/4.0/ */
  license: WebAddress.optional(),
  /** the feed's own labels */
  categories: z.array(z.string()),
});
export type Item = z.infer<typeof Item>;

export { MAX_HTML, MAX_TEXT, MAX_TITLE } from './limits.ts';
