import type { Audience } from '../../model/desk/audience.ts';
import type { Desk } from '../../model/desk/desk.ts';
import type { Corpus, Doc } from '../../words/corpus.ts';
import {
  audienceProfile,
  byLanguage,
  type Match,
  match,
  type Profile,
  saturate,
  usualMatch,
} from '../profile.ts';
import type { FeatureSpace } from './featureSpace.ts';
import { once } from './once.ts';
import { type Semantic, semanticOf } from './semantic.ts';

/** What an audience looks for, before anybody has decided anything. */
export interface AudienceModel {
  name: string;
  data: Audience;
  profileOf(language: string): Profile;
  match(doc: Doc): Match;
  /** a match brought to 0..1; see `saturate` */
  saturated(bm: number): number;
  /** undefined if the desk's texts are too few */
  semantic: Semantic | undefined;
}

/** The models of a desk's audiences over a corpus. */
export function audienceModelsOf(
  { audiences, topics }: Pick<Desk, 'audiences' | 'topics'>,
  corpus: Corpus,
  space: FeatureSpace,
): AudienceModel[] {
  // Audiences mostly look at the same texts, and reading one takes longer than anything that is done with it.
  const cached = { ...space, featuresOf: once(space.featuresOf) };
  return audiences.map(({ name, data }) => {
    const profileOf = byLanguage((language) => audienceProfile(data, topics, language));
    const matchOf = once((doc) => match(doc, profileOf(doc.language), corpus));
    const usual = usualMatch(corpus.docs.map((doc) => matchOf(doc).bm));
    const saturated = (bm: number) => saturate(bm, usual);
    const semantic = semanticOf({ corpus, space: cached }, profileOf, (doc) =>
      saturated(matchOf(doc).bm),
    );
    return { name, data, profileOf, match: matchOf, saturated, semantic };
  });
}
