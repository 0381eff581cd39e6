import type { Features } from '../../learning/features.ts';
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
import { type Semantic, semanticOf } from './semantic.ts';

/** What an audience looks for, before anybody has decided anything. */
export interface AudienceModel {
  name: string;
  data: Audience;
  profileOf(language: string): Profile;
  match(doc: Doc): Match;
  /** a match brought to 0..1; see `saturate` */
  saturated(bm: number): number;
  /** undefined where the desk's texts are too few */
  semantic: Semantic | undefined;
}

/** What each audience wants of a corpus. */
export function audienceModelsOf(
  { audiences, topics }: Pick<Desk, 'audiences' | 'topics'>,
  corpus: Corpus,
  space: FeatureSpace,
): AudienceModel[] {
  // Audiences mostly look at the same texts, and reading one takes longer than anything that is done with it.
  const read = new Map<Doc, Features>();
  const featuresOf = (doc: Doc): Features => {
    const made = read.get(doc) ?? space.featuresOf(doc);
    read.set(doc, made);
    return made;
  };
  const once: FeatureSpace = { ...space, featuresOf };
  return audiences.map(({ name, data }) => {
    const profileOf = byLanguage((language) => audienceProfile(data, topics, language));
    const matches = new Map<Doc, Match>();
    const matchOf = (doc: Doc): Match => {
      const made = matches.get(doc) ?? match(doc, profileOf(doc.language), corpus);
      matches.set(doc, made);
      return made;
    };
    const usual = usualMatch(corpus.docs.map((doc) => matchOf(doc).bm));
    const saturated = (bm: number) => saturate(bm, usual);
    const semantic = semanticOf({ corpus, space: once }, profileOf, (doc) =>
      saturated(matchOf(doc).bm),
    );
    return { name, data, profileOf, match: matchOf, saturated, semantic };
  });
}
