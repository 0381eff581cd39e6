import { type RememberedText, rememberedFacts } from '../../run/rememberedText.ts';
import type { Candidate } from '../candidate.ts';
import type { Instant } from '../time.ts';
import type { ItemLine } from './itemLine.ts';

/** What a candidate's file says of it, as far as its `proposed` line repeats it. */
type Proposed = Pick<
  Candidate,
  'id' | 'score' | 'audience' | 'source' | 'title' | 'url' | 'language'
> &
  Partial<Pick<Candidate, 'exploration' | 'topics' | 'suggestedTopics'>>;

export interface ProposalDetails {
  at: Instant;
  text: RememberedText;
  /** hash of the feed's own id */
  guid?: string | undefined;
}

/** The line for a candidate that is proposed, or scored again: with all that a score may read. */
export function proposedLine(
  { id, score, audience, exploration, source, title, url, language, ...about }: Proposed,
  { at, text, guid }: ProposalDetails,
): ItemLine {
  const { topics = [], suggestedTopics = [] } = about;
  return {
    at,
    id,
    event: 'proposed',
    score,
    audience,
    ...(exploration && { exploration }),
    source,
    title,
    url,
    language,
    ...rememberedFacts(text),
    ...(topics.length > 0 && { topics }),
    ...(suggestedTopics.length > 0 && { suggestedTopics }),
    ...(guid !== undefined && { guid }),
  };
}
