import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { Language } from '../../../src/model/desk/text.ts';
import { Term } from '../../../src/model/desk/topic.ts';
import { CribaError } from '../../../src/model/run/error.ts';

/** One task: find the texts with a label, among those of a corpus, for somebody who follows these terms. */
export const Profile = z.strictObject({
  corpus: z.string().min(1),
  label: z.string().min(1),
  /** only the texts in it; all, if left out */
  language: Language.optional(),
  /** as in a topic's file */
  terms: z.strictObject({ es: z.array(Term).default([]), en: z.array(Term).default([]) }),
});
export type Profile = z.infer<typeof Profile>;

const SHAPE = '{"tasks": [{"corpus", "label", "language"?, "terms": {"es": [], "en": []}}]}';

const Profiles = z.strictObject({ tasks: z.array(Profile).min(1) });

/**
 * The tasks of a file of profiles.
 * @throws CribaError `profiles/unreadable`, `profiles/wrong` (which says where)
 */
export function readProfiles(path: string): Profile[] {
  const result = Profiles.safeParse(readJson(path));
  if (result.success) return result.data.tasks;
  const faults = result.error.issues.map((issue) => `${where(issue.path)}: ${issue.message}`);
  throw new CribaError('profiles/wrong', { path, faults: faults.join('\n'), shape: SHAPE });
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new CribaError('profiles/unreadable', { path }, { cause });
  }
}

/** `tasks[3].terms.es[0]` */
function where(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}
