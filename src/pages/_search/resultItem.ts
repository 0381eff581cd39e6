import type { Speech } from '../../i18n/speak.ts';
import type { Found, Ranges } from '../../search/searchEngine.ts';

/** A result as an element. Everything said is a text node: what a title holds is never read as HTML. */
export function resultItem(
  { record, marks }: Found,
  { lang, say, day, language }: Speech<'pick.scheduled' | 'pick.expired'>,
): HTMLLIElement {
  const { title, href, note, from, topics } = record;
  const itemLang = record.lang === lang ? '' : record.lang;
  const spoken = record.noteLang ?? record.lang;
  const noteLang = spoken === lang ? '' : spoken;
  const link = document.createElement('a');
  link.href = href;
  link.append(...marked(title, marks.title));
  const heading = element('h2', 'search-field-result-title', [link], itemLang);
  const facts = [
    from,
    record.day && day(record.day, 'short'),
    itemLang && language(itemLang),
    ...topics,
    record.shown && say(`pick.${record.shown}`),
  ].filter(Boolean);
  const item = element('li', 'search-field-result', [heading]);
  if (note)
    item.append(element('p', 'search-field-result-note', marked(note, marks.note), noteLang));
  item.append(element('p', 'search-field-result-facts', [facts.join(' · ')]));
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
  made.dir = 'auto';
  if (lang) made.lang = lang;
  made.append(...children);
  return made;
}
