import { z } from 'astro/zod';
import { Candidate } from './candidate.ts';
import type { ContentKind } from './kind.ts';
import { Day, Instant } from './time.ts';

/** What a candidate is: a pick has the same facts, though one made by hand may lack some. */
const FACTS = {
  id: true,
  title: true,
  url: true,
  source: true,
  author: true,
  language: true,
  published: true,
  harvested: true,
} as const;

/** What was made of it, which a pick keeps. */
const JUDGEMENT = {
  topics: true,
  audience: true,
  story: true,
  follows: true,
  alsoIn: true,
  score: true,
  why: true,
  license: true,
} as const;

const facts = Candidate.pick(FACTS).partial({ id: true, source: true, language: true });
const judgement = Candidate.pick(JUDGEMENT).partial({ audience: true, score: true, why: true });
const { image, comments, audiences, decision, reason, ...hints } = Candidate.omit({
  ...FACTS,
  ...JUDGEMENT,
}).shape;
const leftOver = withoutDefaults({ image, comments, audiences, ...hints, decision, reason });

/**
 * What a person kept, with their words. A pick made by hand needs only `title` and `url`.
 * In the body, what stands in a blockquote is the source's; the rest is the curator's and public.
 */
export const PickEntry = z.strictObject({
  ...facts.shape,
  published: z.union([Instant, Day]).optional(),
  harvested: Instant.optional(),
  kept: z.union([Instant, Day]).optional(),
  keptBy: z.string().optional(),
  /** not on the public site before this day, or this moment */
  publish: z.union([Instant, Day]).optional(),
  /** when somebody looks at it again */
  review: Day.optional(),
  /** not on the public site from this day on */
  expires: Day.optional(),
  /** opens the front page */
  lead: z.boolean().optional(),
  ...judgement.shape,
  // There where a person moved a candidate here by hand, and no concern of a reader's.
  ...leftOver,
});
export type PickEntry = z.infer<typeof PickEntry>;

/** Keys of a candidate that are taken out when it becomes a pick; the ledger takes its `reason`, which stays with the team. */
export const LEFT_BEHIND = Object.keys(leftOver) as (keyof typeof leftOver)[];

type WithoutDefaults<S extends z.ZodRawShape> = {
  [K in keyof S]: z.ZodOptional<S[K] extends z.ZodDefault<infer T> ? T : S[K]>;
};

/** The same keys, none of them required, and absent where a file does not have them. */
function withoutDefaults<S extends z.ZodRawShape>(shape: S): WithoutDefaults<S> {
  const optional = Object.entries(shape).map(([key, schema]) => {
    const bare = schema instanceof z.ZodDefault ? schema.unwrap() : schema;
    return [key, z.optional(bare)];
  });
  return Object.fromEntries(optional) as WithoutDefaults<S>;
}

/** `picks/<year>/<month>/<name>.md` */
export const PICKS = {
  folder: 'picks',
  schema: PickEntry,
  dated: true,
  refersTo: { source: 'sources', audience: 'audiences', 'topics[*]': 'topics' },
  template: {
    header: { title: '', url: '', source: '', language: '', kept: '', keptBy: '' },
    body: '',
  },
} as const satisfies ContentKind;
