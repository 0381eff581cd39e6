import { present } from './rawFeed.ts';

interface Link {
  href?: string | undefined;
  rel?: string | undefined;
  type?: string | undefined;
}

interface Person {
  name?: string | undefined;
  email?: string | undefined;
}

/** Links that a person would follow, best first: the page itself, in HTML if there is a choice, then what it is about. */
export function readerLinks(links: readonly Link[]): string[] {
  const pages = links.filter(({ rel }) => rel === undefined || rel === 'alternate');
  const html = pages.filter(({ type }) => type === undefined || type.includes('html'));
  const related = links.filter(({ rel }) => rel === 'related' || rel === 'via');
  return present([...html, ...pages, ...related].map(({ href }) => href));
}

/** Persons by name, or by address where that is all there is. */
export function people(persons: readonly Person[] | undefined): string[] {
  return present(persons?.map(({ name, email }) => name ?? email));
}
