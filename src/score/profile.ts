import type { Audience } from '../model/desk/audience.ts';
import type { Entry } from '../model/desk/desk.ts';
import type { Term, Topic } from '../model/desk/topic.ts';
import { type Corpus, type Doc, idf } from '../words/corpus.ts';
import { foldVowels, type Word, wordsOf } from '../words/words.ts';

/** What a topic or an audience looks for: stems, or bigrams of stems, and their weights. */
export type Profile = ReadonlyMap<string, number>;

/** How well a text matches a profile, and by which of its words. */
export interface Match {
  /** BM25F, from 0 up, without unit */
  bm: number;
  /** as they stand in the text, the strongest first */
  terms: string[];
}

const TERMS_SHOWN = 6;

/**
 * The profile of a topic for texts of one language. Of terms in other languages, it has phrases and names only: so an
 * English text is found by what it quotes in Spanish, but `form` does not find every `forma`.
 */
export function topicProfile(topic: Topic, language: string): Profile {
  const profile = new Map<string, number>();
  for (const [own, term] of termsFor(topic, language)) {
    const { term: words, weight } = typeof term === 'string' ? { term, weight: 1 } : term;
    if (!own && !/\s|^\p{Lu}/u.test(words)) continue;
    // Capitals and haste leave accents out, and a stemmer may cut such a word to another stem: sequía, SEQUIA.
    for (const spelling of [words, foldVowels(words)]) {
      const stems = wordsOf(spelling, language).map(({ stem }) => stem);
      // Texts are indexed by stems and bigrams, so the first two words that are no stop words stand for a longer phrase.
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

/** The profile of an audience: the terms of all topics, weighted by its interest; of a term that topics share, the highest weight. */
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
  const seconds = bigramsOf(profile);
  const found = new Map<string, { tf: number; surface: string }>();
  const count = (term: string, surface: string, weight: number) => {
    const entry = found.get(term) ?? { tf: 0, surface };
    entry.tf += weight;
    found.set(term, entry);
  };
  const countAll = (words: readonly Word[], weight: number) => {
    for (let at = 0; at < words.length; at += 1) {
      const { stem, surface } = words[at] as Word;
      if (profile.has(stem)) count(stem, surface, weight);
      const next = words[at + 1];
      if (next !== undefined && seconds.get(stem)?.has(next.stem))
        count(`${stem} ${next.stem}`, `${surface} ${next.surface}`, weight);
    }
  };
  countAll(doc.title, 3 / titleNorm);
  countAll(doc.body, 1 / bodyNorm);
  const size = corpus.size(doc.language);
  const parts = [...found].map(([term, { tf, surface }]) => {
    const rare = idf(corpus.documentFrequency(term, doc.language), size);
    return { surface, value: ((profile.get(term) ?? 0) * rare * tf) / (1.2 + tf) };
  });
  parts.sort((a, b) => b.value - a.value || (a.surface < b.surface ? -1 : 1));
  return {
    bm: parts.reduce((sum, part) => sum + part.value, 0),
    terms: [...new Set(parts.map((part) => part.surface.toLowerCase()))].slice(0, TERMS_SHOWN),
  };
}

/** The bigrams of a profile, by first stem. Built once a profile, since it is matched with thousands of texts. */
const bigrams = new WeakMap<Profile, ReadonlyMap<string, ReadonlySet<string>>>();

function bigramsOf(profile: Profile): ReadonlyMap<string, ReadonlySet<string>> {
  const known = bigrams.get(profile);
  if (known !== undefined) return known;
  const seconds = new Map<string, Set<string>>();
  for (const term of profile.keys()) {
    const [first = '', second] = term.split(' ');
    if (second !== undefined) seconds.set(first, (seconds.get(first) ?? new Set()).add(second));
  }
  bigrams.set(profile, seconds);
  return seconds;
}

/**
 * Scales BM25F to 0..1 by what is usual for the profile: a match as good as the best tenth of all matches comes to 2/3.
 * @param usual the 90th percentile of `bm` over the corpus; see `usualMatch`
 */
export function saturate(bm: number, usual: number): number {
  return bm / (bm + 0.5 * usual);
}

/** The 90th percentile of a profile's matches, those of 0 left out; at least 6, which is an ordinary good match. */
export function usualMatch(matches: readonly number[]): number {
  const sorted = matches.filter((bm) => bm > 0).sort((a, b) => a - b);
  return Math.max(6, sorted[Math.floor(sorted.length * 0.9)] ?? 0);
}

/** Makes a profile once for each language that turns up. */
export function byLanguage(make: (language: string) => Profile): (language: string) => Profile {
  const made = new Map<string, Profile>();
  return (language) => {
    const profile = made.get(language) ?? make(language);
    made.set(language, profile);
    return profile;
  };
}
