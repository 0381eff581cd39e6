import { z } from 'astro/zod';
import { ClauseError } from './clauseError.ts';
import { refusal } from './expects.ts';

/** What stands between the things that a line names: `=`, `|`, `!=`, a comma, an arrow, `y`, `and`. */
const BETWEEN = /^(?:[^\p{L}\p{N}]+|y|e|and|con|with)$/iu;
const ID = /^[0-9a-f]{12}$/i;
/** With a hyphen, which every name of a candidate has: an id that lost a digit is no name. */
const FILE = /^(?:\.{0,2}\/|[\w-]+\/)*([a-z0-9]+(?:-[a-z0-9]+)+)(?:\.md)?$/;

/**
 * What a line of `rules/stories.md` names, in its order: ids in small letters, addresses, and names of files without
 * folder and `.md`. What is written around them (quotes, `<…>`, a comma) is left out.
 * @throws ClauseError if the line cannot be read
 */
export function readStoryLine(line: string): string[] {
  const named = line
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '' && !BETWEEN.test(word))
    .map(toReference);
  const several = [...new Set(named)];
  if (several.length < 2) throw new ClauseError({ code: 'expects/two-items', values: {} });
  return several;
}

function toReference(word: string): string {
  const bare = word.replace(/^[<"'`«]+|[>"'`»,;]+$/g, '');
  if (/^https?:\/\//i.test(bare)) {
    if (URL.canParse(bare)) return bare;
    throw new ClauseError({ code: 'expects/story-address', values: { address: bare } });
  }
  if (ID.test(bare)) return bare.toLowerCase();
  const [, name] = FILE.exec(bare) ?? [];
  if (name !== undefined) return name;
  throw new ClauseError({ code: 'expects/story-reference', values: { word: bare } });
}

const Line = z.string().superRefine((line, context) => {
  try {
    readStoryLine(line);
  } catch (error) {
    if (!(error instanceof ClauseError)) throw error;
    context.addIssue({ code: 'custom', ...refusal(error.clause) });
  }
});
const Lines = z.preprocess((value) => value ?? [], z.array(Line));

/**
 * `rules/stories.md`: what a person says of items that Criba brought together, or did not. One line each, and it holds
 * for ever: `join: ["132ddd20a830 = https://press.example/lift"]` makes two items one story,
 * `split: ["132ddd20a830 | the-lift-is-mended-4c2b4e"]` keeps two apart. An item is named by its `id`, its address, or
 * its file (with or without folder and `.md`), as copied from a candidate, a pick or a pull request; two or more a
 * line, with anything between them that has space around it.
 *
 * Joins carry on: with `a = b` and `b = c`, all three are one story. Both beat what the texts say: a join brings together
 * what is weeks apart or in two languages. Where a split and joins speak of the same pair the split wins, since an item
 * that stands beside its like is seen twice, and one that stands behind another is not seen; of joins that cannot all
 * hold beside a split, those further up do.
 */
export const StoryRules = z.strictObject({ join: Lines, split: Lines });
export type StoryRules = z.infer<typeof StoryRules>;
