import type { Mention } from '../model/desk/mention.ts';
import type { Words } from './words.ts';

/**
 * Says what the words of a mention's sentence hint at, praise or criticism, and which words they are; undefined if there is
 * no hint. It is a hint, never a verdict.
 */
export function mentionHint(
  { hint, words = [] }: Pick<Mention, 'hint' | 'words'>,
  { say, list }: Words,
): string | undefined {
  if (hint === undefined) return undefined;
  const praise = hint === 'positive';
  if (words.length === 0) return say(praise ? 'mention.positiveNone' : 'mention.negativeNone');
  const terms = list(words, (term) => say('reason.term', { term }));
  return say(praise ? 'mention.positive' : 'mention.negative', { terms });
}
