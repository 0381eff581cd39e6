import type { Desk } from '../../model/desk/desk.ts';
import type { HeaderFault } from '../../model/desk/finding.ts';
import { buildCorpus, type Corpus } from '../../words/corpus.ts';
import { wordsOf } from '../../words/words.ts';

/** The archive must have this many texts in a language before a word of it can be called common. */
const ENOUGH_TEXTS = 50;
const COMMON = 0.3;

/** At most so many texts are counted. Ids are hashes, so the first ones by id are a random sample. */
const MOST_TEXTS = 2_000;

/** Reports terms of topics that stand in more than 30 % of the archive's texts of their language. */
export function* commonTerms(
  desk: Pick<Desk, 'topics' | 'ledger' | 'picks' | 'candidates'>,
): Generator<HeaderFault> {
  const corpus = buildCorpus(sampleOf(desk), []);
  for (const { path, data } of desk.topics) {
    for (const [language, terms] of Object.entries(data.terms)) {
      for (const [index, term] of terms.entries()) {
        const words = typeof term === 'string' ? term : term.term;
        const share = shareOf(words, language, corpus);
        if (share <= COMMON) continue;
        yield {
          path,
          at: ['terms', language, index],
          code: 'topic/term-too-common',
          values: { term: words, percent: Math.round(share * 100), language },
          severity: 'hint',
        };
      }
    }
  }
}

/** The share of texts that have a term; of a phrase, as in the score, its first two words that are no stop words. */
function shareOf(words: string, language: string, corpus: Corpus): number {
  const texts = corpus.size(language);
  const stems = wordsOf(words, language).map(({ stem }) => stem);
  if (texts < ENOUGH_TEXTS || stems.length === 0) return 0;
  return corpus.documentFrequency(stems.slice(0, 2).join(' '), language) / texts;
}

function sampleOf<T extends Pick<Desk, 'ledger' | 'picks' | 'candidates'>>(desk: T): T {
  const ids = new Set([
    ...desk.ledger.items.map(({ id }) => id),
    ...[...desk.picks, ...desk.candidates].map(({ data, name }) => data.id ?? name),
  ]);
  if (ids.size <= MOST_TEXTS) return desk;
  const chosen = new Set([...ids].sort().slice(0, MOST_TEXTS));
  return {
    ...desk,
    ledger: { ...desk.ledger, items: desk.ledger.items.filter(({ id }) => chosen.has(id)) },
    picks: desk.picks.filter(({ data, name }) => chosen.has(data.id ?? name)),
    candidates: desk.candidates.filter(({ data, name }) => chosen.has(data.id ?? name)),
  };
}
