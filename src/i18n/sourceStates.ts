import type { Source } from '../model/desk/source.ts';
import type { Key } from './words.ts';

/** What each state of a source is called. */
export const SOURCE_STATES: Record<Source['state'], Key> = {
  trial: 'sources.trial',
  trusted: 'sources.trusted',
  watch: 'sources.watch',
  retired: 'sources.retired',
};
