import { z } from 'astro/zod';
import { WebAddress } from '../desk/text.ts';
import { ScoredText } from './scoredText.ts';

/** One thing in a feed, normalised, not judged. Lives in memory only: it becomes a candidate or an outcome. */
export const Item = ScoredText.extend({
  /** the feed's own id, as it gives it */
  guid: z.string().optional(),
  /** untrusted, at most `MAX_HTML` characters */
  html: z.string(),
  image: WebAddress.optional(),
  comments: WebAddress.optional(),
});
export type Item = z.infer<typeof Item>;

export { MAX_HTML, MAX_TEXT, MAX_TITLE } from './limits.ts';
