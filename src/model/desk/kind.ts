import type { z } from 'astro/zod';

/**
 * A kind of content, whole: whatever reads, checks, orders, links or begins its files derives it from here. A new one is
 * a file beside this one and a place in the list (`kinds.ts`).
 */
export interface ContentKind {
  /** its files' folder in the desk, which is also its key in `Desk` */
  folder: string;
  /** what a header must be; the order of its keys is the order in which Criba writes them */
  schema: z.ZodObject;
  /** its files stand under a year and a month: `picks/2026/11/x.md` */
  dated?: boolean;
  /**
   * Where a header names files of other kinds: a path, and the folder of what is named there. A path is written as in
   * JSONPath, without `$`: `rules[*].source` is the source of each rule, and `interests.*~` each key of a mapping.
   */
  refersTo: Readonly<Record<string, string>>;
  /** what a new file begins with */
  template: Template;
}

/** A file to be filled in; a blank is an empty text. */
export interface Template {
  header: Readonly<Record<string, unknown>>;
  body: string;
}

/** A template's header with values for its blanks, and more; a key whose value is undefined gets no line. */
export function fillIn({ header }: Template, values: object): Record<string, unknown> {
  const all = Object.entries({ ...header, ...values });
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}
