import { z } from 'astro/zod';
import { expects } from './expects.ts';
import { Language } from './text.ts';

/** A name has a letter or a digit, or nothing could be looked for. */
const Spelling = z
  .string()
  .max(120)
  .regex(/[\p{L}\p{N}]/u, expects('expects/letter-or-digit', {}));

const Phrases = z.array(z.string().min(1).max(200));

/** A text that a name is tried on, and the language that it is in: the first of the name's, or Spanish, if left out. */
export const NameExample = z.union([
  z.string().min(1),
  z.strictObject({ text: z.string().min(1), language: Language }),
]);
export type NameExample = z.infer<typeof NameExample>;

/** A name that the team watches: the organisation, one of its services, a place. */
export const WatchedName = z.strictObject({
  /** what it is called where it shows; looked for, like its aliases */
  name: Spelling,
  /** other spellings, plurals and genitives among them: whole words, accents aside, any white space for a space */
  aliases: z.array(Spelling).default([]),
  /** upper and lower case count */
  exact: z.boolean().default(false),
  /** means other things too: it is ours only where a word of `context` is near, and `unsure` elsewhere */
  ambiguous: z.boolean().default(false),
  /**
   * Words, in whatever inflection, of which one stands within twelve words of the name, or in it. A name that has any
   * needs one, as if it were `ambiguous`.
   */
  context: Phrases.default([]),
  /** phrases, in the grammar of `phrases/phrase.ts`, that hold the name and mean something else */
  excludes: Phrases.default([]),
  /** of the items in which it is looked for; all, if left out */
  languages: z.array(Language).default([]),
  /** examples in which it must be found, and surely so, and in which it must not be found; `npm run check` tries them */
  matches: z.array(NameExample).default([]),
  misses: z.array(NameExample).default([]),
});
export type WatchedName = z.infer<typeof WatchedName>;

/** `rules/names.md`: the names whose mentions are shown with the candidates that hold them. None are built in. */
export const NameRules = z.strictObject({
  names: z
    .array(WatchedName)
    .max(2_000)
    .refine(
      (names) => new Set(names.map(({ name }) => name)).size === names.length,
      expects('expects/name-once', {}),
    )
    .default([]),
});
export type NameRules = z.infer<typeof NameRules>;
