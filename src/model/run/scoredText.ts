import { z } from 'astro/zod';
import { Language, Name, WebAddress } from '../desk/text.ts';
import { Instant } from '../desk/time.ts';
import { ItemId } from './itemId.ts';

/**
 * What is scored: all that a rule or a signal may read of an item, and nothing else. What is added here is kept in ledger
 * lines and in reports (`RememberedText`), so that `score`, `explain` and `learn` read what the harvest read.
 */
export const ScoredText = z.strictObject({
  id: ItemId,
  /** one line of plain text; derived from the body when the feed gives none; never empty */
  title: z.string().min(1),
  /** where a reader goes: the feed's link, resolved, as published */
  url: WebAddress,
  /** the canonical address that `id` was minted from; equal keys are one item */
  address: z.string(),
  source: Name,
  language: Language,
  harvested: Instant,
  /** absent when the feed gives no date or none that can be read */
  published: Instant.optional(),
  author: z.string().optional(),
  /** what the publisher allows, as the feed says it: https://creativecommons.org/licenses/by/4.0/ */
  license: WebAddress.optional(),
  /** the feed's own labels */
  categories: z.array(z.string()),
  /** what a reader would see of its body, white space collapsed, at most `MAX_TEXT` characters */
  text: z.string(),
});
export type ScoredText = z.infer<typeof ScoredText>;

/** What the score sees of a text below its title: its body, and the feed's own labels. */
export function textOf({ text, categories }: Pick<ScoredText, 'text' | 'categories'>): string {
  return `${text}${labels(categories)}`;
}

/** Labels as they stand under a text. */
export function labels(categories: readonly string[]): string {
  return categories.length === 0 ? '' : `\n${categories.join(', ')}`;
}
