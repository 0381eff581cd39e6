import type { ScoredText } from '../model/run/scoredText.ts';
import type { Corpus } from '../words/corpus.ts';
import { type Candidate, phrasesIn } from './keyphrases/phrasesIn.ts';
import { tokensOf } from './keyphrases/tokens.ts';

/** Phrases that are suggested for an item at most. */
const MAX_PHRASES = 5;
/** Words of a text that are read, stop words among them: what matters is said by then. */
const WORDS = 400;
/** Rarer words are no better: most are slips of the pen. */
const MAX_IDF = 5;

/**
 * Up to five words or phrases that an item is about, the strongest first, as they are written in it: a suggestion to
 * click on, no metadata. Words weigh by how often and how early they stand, how rare they are in the archive, whether
 * they are names and whether the title has them. Several in a row are a phrase where they are a name, where they stand
 * together more than once, or where the archive has them together. No two share a word; none begins or ends with a stop
 * word or is a number.
 * @see https://doi.org/10.1016/j.ins.2019.09.013 YAKE, whose features these are, save those that need long texts
 */
export function keyphrases(
  item: Pick<ScoredText, 'title' | 'text' | 'language'>,
  corpus: Corpus,
): string[] {
  const { language } = item;
  const tokens = tokensOf(item, WORDS);
  const candidates = phrasesIn(tokens);
  const weights = wordWeights(candidates, corpus, language);
  const ranked = candidates
    .filter((candidate) => isPhrase(candidate, corpus, language))
    .map((candidate) => ({ candidate, weight: phraseWeight(candidate, weights) }))
    .sort((a, b) => b.weight - a.weight || a.candidate.first - b.candidate.first);
  const chosen: Candidate[] = [];
  const taken = new Set<string>();
  for (const { candidate } of ranked) {
    if (chosen.length === MAX_PHRASES) break;
    if (candidate.stems.some((stem) => taken.has(stem))) continue;
    chosen.push(candidate);
    for (const stem of candidate.stems) taken.add(stem);
  }
  return chosen.map(commonestSpelling);
}

/** What single words weigh, by stem. */
function wordWeights(
  candidates: readonly Candidate[],
  corpus: Corpus,
  language: string,
): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { stems, count, names, first, inTitle, inText } of candidates) {
    if (stems.length > 1) continue;
    for (const stem of stems) {
      const often = 1 + 2 * Math.log(count);
      const early = 1 + 3 / (1 + first / 20);
      const name = 1 + (0.3 * names) / count;
      // What only the title has is as often a verb as a subject.
      const titled = inTitle ? (inText ? 2 : 1.3) : 1;
      weights.set(stem, often * early * name * titled * idf(stem, corpus, language));
    }
  }
  return weights;
}

function idf(stem: string, corpus: Corpus, language: string): number {
  const size = corpus.size(language);
  return Math.min(
    MAX_IDF,
    Math.log(1 + (size + 1) / (0.5 + corpus.documentFrequency(stem, language))),
  );
}

function phraseWeight({ stems }: Candidate, weights: ReadonlyMap<string, number>): number {
  const sum = stems.reduce((all, stem) => all + (weights.get(stem) ?? 0), 0);
  return sum / stems.length ** 0.4;
}

/**
 * Whether words are one phrase: a name, or said so again, or known together from the archive. In a headline that gives
 * every word a capital, two that the archive hardly knows apart are a name.
 */
function isPhrase(candidate: Candidate, corpus: Corpus, language: string): boolean {
  const { stems, names, count, surfaces } = candidate;
  if (stems.length === 1 || names > 0 || count > 1) return true;
  const inCapitals = [...surfaces.keys()].every((one) => /^\p{Lu}\S*(?: \p{Lu}\S*)+$/u.test(one));
  return stems.every((stem, at) => {
    const next = stems[at + 1];
    if (next === undefined) return true;
    const together = corpus.documentFrequency(`${stem} ${next}`, language);
    const one = corpus.documentFrequency(stem, language);
    const other = corpus.documentFrequency(next, language);
    if (together > 2 && together >= 0.2 * Math.sqrt(one * other)) return true;
    return inCapitals && together > 0 && together >= 0.6 * Math.max(one, other);
  });
}

/** As it is written most often; of two spellings equally common, the first. */
function commonestSpelling({ surfaces }: Candidate): string {
  let best = '';
  for (const [surface, count] of surfaces) if (count > (surfaces.get(best) ?? 0)) best = surface;
  return best;
}
