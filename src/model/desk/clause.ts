/** No values. */
export type Nothing = Record<never, never>;

/** Alternatives: a sentence joins them with *or*. */
export interface OneOf {
  oneOf: readonly string[];
}

/** A place in a phrase of the grammar: the character, from 1. */
interface InPhrase {
  phrase: string;
  at: number;
}

/**
 * Parts of sentences by code, and the values that they need. A finding holds the code of a part where its sentence has a
 * choice of words; the words stand in `i18n/clauses.<language>.json`.
 */
export interface ClauseValues {
  'expects/address': Nothing;
  'expects/candidate-id': Nothing;
  'expects/characters-at-least': { n: number };
  'expects/characters-at-most': { n: number };
  'expects/condition': { names: OneOf };
  'expects/day': Nothing;
  'expects/droppable': { names: readonly string[] };
  'expects/end-after-start': Nothing;
  'expects/entries-at-least': { n: number };
  'expects/entries-at-most': { n: number };
  'expects/forms': { forms: readonly CodedClause[] };
  'expects/host': Nothing;
  'expects/language': Nothing;
  'expects/letter-or-digit': Nothing;
  'expects/moment': Nothing;
  'expects/moment-or-day': Nothing;
  'expects/month': Nothing;
  'expects/name': Nothing;
  'expects/name-once': Nothing;
  'expects/number-at-least': { limit: number };
  'expects/number-at-most': { limit: number };
  'expects/origin': Nothing;
  'expects/parameter': Nothing;
  'expects/phrase-or-capitals': Nothing;
  'expects/rule-once': { id: string };
  'expects/run-name': Nothing;
  'expects/said': { text: string };
  'expects/slot-id': Nothing;
  'expects/story-address': { address: string };
  'expects/story-reference': { word: string };
  'expects/time': Nothing;
  'expects/time-zone': Nothing;
  'expects/two-items': Nothing;
  'expects/url': Nothing;
  'expects/whole-rule': { id: string };
  'expects/words': Nothing;
  'hit/by': { terms: string };
  'kind/boolean': Nothing;
  'kind/list': Nothing;
  'kind/mapping': Nothing;
  'kind/number': Nothing;
  'kind/other': { kind: string };
  'kind/text': Nothing;
  'kind/whole-number': Nothing;
  'name-example/found': { name: string };
  'name-example/not-found': { name: string };
  'name-example/unsure-match': { name: string };
  'name-example/unsure-miss': { name: string };
  'phrase/after-star': InPhrase;
  'phrase/asks-for-nothing': { phrase: string };
  'phrase/begins-with-gap': { phrase: string };
  'phrase/caret-inside': InPhrase;
  'phrase/closes-nothing': InPhrase & { sign: string };
  'phrase/dollar-inside': InPhrase;
  'phrase/empty': { phrase: string };
  'phrase/empty-word': InPhrase;
  'phrase/ends-with-gap': { phrase: string };
  'phrase/joins-no-part': InPhrase;
  'phrase/joins-with-sign': InPhrase;
  'phrase/lone-star': InPhrase;
  'phrase/meaningless': InPhrase & { sign: string };
  'phrase/nothing-before': InPhrase & { sign: string };
  'phrase/too-long': { phrase: string; limit: number };
  'phrase/too-many-forms': InPhrase & { limit: number };
  'phrase/too-much': { phrase: string };
  'phrase/unclosed': InPhrase & { sign: string };
  'place/dated': { folder: string };
  'place/flat': { folder: string };
  'remedy/correct': Nothing;
  'remedy/list': { text: string };
  'remedy/quote': Nothing;
  'remedy/unquote': Nothing;
  'shown/empty': Nothing;
  'shown/key': Nothing;
  'shown/list': Nothing;
  'shown/mapping': Nothing;
  'tone-advice/clickbait': Nothing;
  'tone-advice/filler': Nothing;
  'tone-advice/jargon': Nothing;
  'tone-advice/officialese': Nothing;
  'tone-advice/promotion': Nothing;
  'tone-advice/shouting': Nothing;
  'tone-example/hit': { rule: string; text: string };
  'tone-example/missed': { rule: string; text: string };
}
export type ClauseCode = keyof ClauseValues;

/** A part of a sentence, as data. */
export type CodedClause<C extends ClauseCode = ClauseCode> = {
  [K in C]: { code: K; values: ClauseValues[K] };
}[C];
