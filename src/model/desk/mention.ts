import { z } from 'astro/zod';

/** A name of `rules/names.md` in an item, with the sentence that holds it. */
export const Mention = z.strictObject({
  /** as `rules/names.md` calls it */
  name: z.string().min(1),
  /** the sentence, as it stands in the item, shortened around the name if long */
  sentence: z.string(),
  /** an ambiguous name without the context that would make it ours */
  unsure: z.boolean().optional(),
  /** a hint from the sentence's words, never a verdict */
  hint: z.enum(['negative', 'positive']).optional(),
  /** the words that the hint is made from, as they stand */
  words: z.array(z.string()).optional(),
});
export type Mention = z.infer<typeof Mention>;
