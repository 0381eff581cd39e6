import leven from 'leven';
import type { Desk } from '../../model/desk/desk.ts';
import { foldVowels } from '../../words/words.ts';
import type { LastRun } from './lastRun.ts';

/** An item that a person may have meant. */
export interface Suggestion {
  id: string;
  title: string;
}

const MOST_SUGGESTED = 5;
const MOST_EDITS = 3;

/** Items whose title or file name shares words with what was asked for, or whose id is at most three edits away. */
export function suggestionsFor(
  which: string,
  desk: Desk,
  report: LastRun | undefined,
): Suggestion[] {
  const asked = wordsIn(which);
  const items = new Map<string, Suggestion & { name: string }>();
  for (const { id, title } of report?.outcomes ?? [])
    if (id !== undefined) items.set(id, { id, title, name: '' });
  for (const { id, title } of desk.ledger.items) items.set(id, { id, title, name: '' });
  for (const { name, data } of [...desk.picks, ...desk.candidates])
    items.set(data.id ?? name, { id: data.id ?? name, title: data.title, name });
  return [...items.values()]
    .map(({ id, title, name }) => {
      const shared = wordsIn(`${title} ${name}`).filter((word) => asked.includes(word));
      const edits = leven(id, which.toLowerCase());
      const closeness = edits <= MOST_EDITS ? 10 - edits : 0;
      return { id, title, likeness: Math.max(closeness, new Set(shared).size) };
    })
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_SUGGESTED)
    .map(({ id, title }) => ({ id, title }));
}

function wordsIn(text: string): string[] {
  return (foldVowels(text.toLowerCase()).match(/[\p{L}\p{N}]{3,}/gu) ?? []).filter(
    (word) => !['https', 'http', 'www', 'example', 'content'].includes(word),
  );
}
