import type { Node, WordForm } from './nodes.ts';

/** A word has at most so many forms. */
const MAX_FORMS = 300;

/**
 * All forms of a word that is written in parts: `(a|b)[s]` has four. If the parts make no word, or one of too many forms,
 * it returns what is wrong with the phrase, as the end of a sentence.
 * @param open whether any ending may follow
 */
export function joinForms(parts: Node[], open: boolean): WordForm[] | string {
  let texts = [''];
  for (const part of parts) {
    const endings = endingsOf(part);
    if (!endings) return 'joins a word to something that is no part of a word';
    texts = texts.flatMap((text) => endings.map((ending) => text + ending));
    if (texts.length > MAX_FORMS)
      return `has a word that is written in more than ${MAX_FORMS} ways`;
  }
  if (texts.includes('')) return 'has a word of which every part may be left out';
  return texts.map((text) => ({ text, open }));
}

function endingsOf(part: Node): string[] | undefined {
  const endings: string[] = [];
  for (const sequence of part.type === 'either' ? part.alternatives : [[part]]) {
    const [word, more] = sequence;
    if (!word) endings.push('');
    else if (more || word.type !== 'word' || word.forms.some(({ open }) => open)) return undefined;
    else endings.push(...word.forms.map(({ text }) => text));
  }
  return endings;
}
