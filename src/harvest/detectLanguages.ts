import type { Item } from '../model/run/item.ts';

/** Characters of an item's text that its language is told by, after the title. */
const BEGINNING = 300;

/**
 * Items with the language that their words are in; what the feed declares stands where that cannot be told. Only for
 * what is going to be judged: the detector takes 150 MB and a third of a second to load, so a run in which nothing is
 * new does not.
 */
export async function detectLanguages(items: readonly Item[]): Promise<Item[]> {
  if (items.length === 0) return [];
  const { detectLanguage } = await import('../text/language.ts');
  return items.map((item) => {
    const words = `${item.title}. ${item.text.slice(0, BEGINNING)}`;
    const language = detectLanguage(words, { declared: item.language });
    return language === 'und' ? item : { ...item, language };
  });
}
