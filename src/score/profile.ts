import type { Audience } from '../model/audience.ts';
import type { Entry } from '../model/desk.ts';
import type { Term, Topic } from '../model/topic.ts';
import { foldVowels, wordsOf } from '../text/words.ts';
import { type Corpus, type Doc, termsIn } from './corpus.ts';

/** What a topic or an audience looks for: stems, or pairs of stems, and their weights. */
export type Profile = ReadonlyMap<string, number>;

/** How well a text answers a profile, and with which of its words. */
export interface Match {
  /** BM25F, from 0 up, without unit */
  bm: number;
  /** as they stand in the text, the strongest first */
  terms: string[];
}

const TERMS_SHOWN = 6;
/** Documents that are taken to be there and to lack the term, so that a young desk's few texts do not decide what is rare. */
const PRIOR_DOCS = 50;
const MAX_IDF = 8;

/**
 * The profile of a topic for texts of one language. Of the other language's terms only phrases and names count there:
 * what an English text quotes in Spanish is found, and `form` does not find every `forma`.
 */
export function topicProfile(topic: Topic, language: string): Profile {
  const profile = new Map<string, number>();
  for (const [own, term] of termsFor(topic, language)) {
    const { term: words, weight } = typeof term === 'string' ? { term, weight: 1 } : term;
    if (!own && !/\s|^\p{Lu}/u.test(words)) continue;
    // Capitals and haste leave accents out, and a stemmer may cut such a word elsewhere: sequía, SEQUIA.
    for (const spelling of [words, foldVowels(words)]) {
      const stems = wordsOf(spelling, language).map(({ stem }) => stem);
      // Texts are indexed by stems and pairs; a longer phrase is looked for by its first two words that say something.
      const key = stems.slice(0, 2).join(' ');
      if (key) profile.set(key, Math.max(weight, profile.get(key) ?? 0));
    }
  }
  return profile;
}

function* termsFor({ terms }: Topic, language: string): Generator<[own: boolean, term: Term]> {
  const lists = Object.entries(terms);
  const known = lists.some(([name]) => name === language);
  for (const [name, list] of lists)
    for (const term of list) yield [name === language || !known, term];
}

/** The profile of an audience: of all topics, each as far as it is wanted. A term of several topics counts once, at its highest. */
export function audienceProfile(
  audience: Audience,
  topics: readonly Entry<Topic>[],
  language: string,
): Profile {
  const profile = new Map<string, number>();
  for (const { name, data } of topics) {
    const interest = audience.interests[name] ?? 0;
    for (const [term, weight] of topicProfile(data, language)) {
      const value = weight * interest;
      if (value > (profile.get(term) ?? 0)) profile.set(term, value);
    }
  }
  return profile;
}

/**
 * BM25F with the title weighing three times: `Σ weight · idf · tf / (1.2 + tf)`.
 * @see https://doi.org/10.1561/1500000019 Robertson and Zaragoza, section 3.6
 */
export function match(doc: Doc, profile: Profile, corpus: Corpus): Match {
  const titleNorm = 0.7 + (0.3 * doc.title.length) / corpus.averageTitle;
  const bodyNorm = 0.4 + (0.6 * doc.body.length) / corpus.averageBody;
  const found = new Map<string, { tf: number; surface: string }>();
  const count = (words: Doc['title'], weight: number) => {
    for (const [term, surface] of termsIn(words)) {
      if (!profile.has(term)) continue;
      const entry = found.get(term) ?? { tf: 0, surface };
      entry.tf += weight;
      found.set(term, entry);
    }
  };
  count(doc.title, 3 / titleNorm);
  count(doc.body, 1 / bodyNorm);
  const parts = [...found].map(([term, { tf, surface }]) => ({
    surface,
    value: ((profile.get(term) ?? 0) * rarity(term, doc.language, corpus) * tf) / (1.2 + tf),
  }));
  parts.sort((a, b) => b.value - a.value || (a.surface < b.surface ? -1 : 1));
  return {
    bm: parts.reduce((sum, part) => sum + part.value, 0),
    terms: [...new Set(parts.map((part) => part.surface.toLowerCase()))].slice(0, TERMS_SHOWN),
  };
}

function rarity(term: string, language: string, corpus: Corpus): number {
  const frequency = corpus.frequency(term, language);
  const others = corpus.size(language) + PRIOR_DOCS - frequency;
  return Math.min(MAX_IDF, Math.log(1 + (others + 0.5) / (frequency + 0.5)));
}

/**
 * BM25F brought to 0..1 by what is usual for the profile: an answer as good as the best tenth of those that
 * answer at all stands at 2/3.
 * @param usual the 90th percentile of `bm` over the corpus; see `usualMatch`
 */
export function saturate(bm: number, usual: number): number {
  return bm / (bm + 0.5 * usual);
}

/** The 90th percentile of a profile's answers, among the texts of the corpus that answer it; at least 6, an ordinary good match. */
export function usualMatch(profileOf: (language: string) => Profile, corpus: Corpus): number {
  const answers = corpus.docs
    .map((doc) => match(doc, profileOf(doc.language), corpus).bm)
    .filter((bm) => bm > 0)
    .sort((a, b) => a - b);
  return Math.max(6, answers[Math.floor(answers.length * 0.9)] ?? 0);
}
