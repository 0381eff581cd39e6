import type { Words } from '../../i18n/words.ts';
import type { Found, Ranges } from '../../publish/searchEngine.ts';

/** A result as an element. Everything said is a text node: what a title holds is never read as HTML. */
export function resultItem(
  { record, marks }: Found,
  { lang, day, language }: Words,
): HTMLLIElement {
  const { title, href, note, from, topics } = record;
  const itemLang = record.lang === lang ? '' : record.lang;
  const link = document.createElement('a');
  link.href = href;
  link.append(...marked(title, marks.title));
  const heading = element('h2', 'search-result-title', [link], itemLang);
  const facts = [
    from,
    record.day && day(record.day, 'short'),
    itemLang && language(itemLang),
    ...topics,
  ].filter(Boolean);
  const item = element('li', 'search-result', [heading]);
  if (note) item.append(element('p', 'search-result-note', marked(note, marks.note), itemLang));
  item.append(element('p', 'search-result-facts', [facts.join(' · ')]));
  return item;
}

function marked(text: string, ranges: Ranges): (string | HTMLElement)[] {
  const parts: (string | HTMLElement)[] = [];
  let from = 0;
  for (const [first, last] of ranges) {
    const mark = document.createElement('mark');
    mark.textContent = text.slice(first, last + 1);
    parts.push(text.slice(from, first), mark);
    from = last + 1;
  }
  return [...parts, text.slice(from)];
}

function element<Tag extends 'li' | 'h2' | 'p'>(
  tag: Tag,
  className: string,
  children: (Node | string)[],
  lang = '',
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.className = className;
  if (lang) made.lang = lang;
  made.append(...children);
  return made;
}
