import type { Permission } from '../model/desk/source.ts';
import type { Allowance } from '../model/site/editionSource.ts';

/** The two fields of a source's permission that say how much of its text a page may show. */
export type Scope = Pick<Permission, 'scope' | 'status'>;

/**
 * How much we may quote now. A refusal forbids all of it; the whole text needs a permission that was granted, and until
 * then `full` counts as `excerpt`.
 */
export function allowance({ scope, status }: Scope): Allowance {
  if (status === 'refused') return 'refused';
  return scope === 'full' && status !== 'granted' ? 'excerpt' : scope;
}

/**
 * How many words of a publisher's text a page may show: 0 or more, `Infinity` for the whole text.
 * @param permission none if a pick names no source: then we only link
 */
export function wordsAllowed(permission: Scope | undefined, excerptWords: number): number {
  const allowed = permission ? allowance(permission) : 'link';
  if (allowed === 'full') return Number.POSITIVE_INFINITY;
  return allowed === 'excerpt' ? excerptWords : 0;
}
