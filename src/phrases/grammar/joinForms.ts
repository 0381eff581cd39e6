import type { Node, WordForm } from './nodes.ts';

/** A word has at most so many forms. */
export const MAX_FORMS = 300;

/**
 * All forms of a word that is written in parts: `(a|b)[s]` has four. If the parts make no word, or one of too many forms,
 * it returns the code of what is wrong with the phrase.
 * @param open whether any ending may follow
 */
export function joinForms(
  parts: Node[],
  open: boolean,
): WordForm[] | 'empty-word' | 'joins-no-part' | 'too-many-forms' {
  let texts = [''];
  for (const part of parts) {
    const endings = endingsOf(part);
    if (!endings) return 'joins-no-part';
    texts = texts.flatMap((text) => endings.map((ending) => text + ending));
    if (texts.length > MAX_FORMS) return 'too-many-forms';
  }
  if (texts.includes('')) return 'empty-word';
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
