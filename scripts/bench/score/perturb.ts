import type { Row } from './corpora.ts';
import { oneOf, type Random, shuffled } from './random.ts';

/** Words to put in the place of others, in the language of a text. */
export type Vocabulary = (language: string) => readonly string[];

type Change = (row: Row, random: Random, vocabulary: Vocabulary) => { title: string; body: string };

/** What becomes of a text on its way from one publisher to another. */
export const PERTURBATIONS: Readonly<Record<string, Change>> = {
  'case and punctuation': ({ title, body }) => ({
    title: barePunctuation(title).toUpperCase(),
    body: barePunctuation(body),
  }),
  'agency lead, site suffix': ({ title, body, language }, random) => ({
    title: `${title}${oneOf(SUFFIXES, random)}`,
    body: body === '' ? '' : `${oneOf(LEADS[language] ?? LEADS_ELSEWHERE, random)}${body}`,
  }),
  'a tenth of the words changed': (row, random, vocabulary) =>
    changedWords(row, 0.1, random, vocabulary),
  'a quarter of the words changed': (row, random, vocabulary) =>
    changedWords(row, 0.25, random, vocabulary),
  'cut to half': ({ title, body }) =>
    body === '' ? { title: firstHalf(title), body } : { title, body: firstHalf(body) },
};

const SUFFIXES = [' - Diario de Ejemplo', ' | The Daily Example', ' · Noticias · La Muestra'];
const LEADS_ELSEWHERE = ['(Sample Wire) - ', 'EXAMPLETON, Nov. 12 (SW) -- '];
const LEADS: Readonly<Record<string, readonly string[]>> = {
  es: ['Muestra, 12 nov (Agencia). ', '(AGENCIA EJEMPLO) - '],
};

const WORD = /\p{L}+/gu;

/**
 * A text with a share of its words put out for others, at places of chance. Numbers stay: another number is another
 * piece of news.
 */
export function changedWords(
  { title, body, language }: Row,
  share: number,
  random: Random,
  vocabulary: Vocabulary,
): { title: string; body: string } {
  const words = vocabulary(language);
  const change = (text: string) => {
    const places = [...(text.match(WORD) ?? []).keys()];
    const chosen = new Set(shuffled(places, random).slice(0, Math.round(places.length * share)));
    let at = -1;
    return text.replace(WORD, (word) => {
      at += 1;
      return chosen.has(at) ? oneOf(words, random) : word;
    });
  };
  return { title: change(title), body: change(body) };
}

/** The words in lower case of the texts of each language, as often as they occur: common ones are put in more often. */
export function vocabularyOf(rows: readonly Row[]): Vocabulary {
  const words = new Map<string, string[]>();
  for (const { title, body, language } of rows) {
    const own = words.get(language) ?? [];
    words.set(language, own);
    for (const [word] of `${title} ${body}`.matchAll(WORD)) {
      if (word === word.toLowerCase()) own.push(word);
    }
  }
  return (language) => words.get(language) ?? [];
}

function barePunctuation(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
}

function firstHalf(text: string): string {
  const words = text.split(/\s+/);
  return words.slice(0, Math.ceil(words.length / 2)).join(' ');
}
