import type { Item } from '../model/run/item.ts';

/** Characters of an item's text that its language is detected by, after the title. */
const BEGINNING = 300;

/**
 * Items with the language that their words are in, or that the feed declares if the words do not tell. Only for items
 * that are going to be scored: the detector takes 150 MB and a third of a second to load, so a run in which nothing is
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
