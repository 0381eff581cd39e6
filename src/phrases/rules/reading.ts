import type { ScoredText } from '../../model/run/scoredText.ts';
import { toWord, type Word, wordsOf } from '../../words/words.ts';

/** What rules look at in an item. */
export type RuledItem = Pick<ScoredText, 'title' | 'text' | 'source' | 'language'> &
  Partial<Pick<ScoredText, 'author' | 'categories'>>;

/** An item's words, ready for many rules: they are read when the first rule asks for them, and kept. */
export interface Reading {
  item: RuledItem;
  /** title, text and the feed's own labels: no phrase reaches from one into the next */
  parts: readonly string[];
  words(): readonly Word[];
  /** by conditions: what they answered, since a topic's rules are asked again for every audience */
  answers: Map<object, { age: number | undefined; terms: string[] | undefined }>;
}

/** Stands between two parts, so that no sequence of words reaches across. */
const BORDER: Word = toWord('', '');

export function readItem(item: RuledItem): Reading {
  const { title, text, categories = [], language } = item;
  let words: Word[] | undefined;
  return {
    item,
    // A blank line ends a sentence, so labels are looked through in one go and stay apart all the same.
    parts: [title, text, categories.join('\n\n')].filter((part) => part !== ''),
    words() {
      words ??= [title, text, ...categories].flatMap((part) => [
        ...wordsOf(part, language),
        BORDER,
      ]);
      return words;
    },
    answers: new Map(),
  };
}
