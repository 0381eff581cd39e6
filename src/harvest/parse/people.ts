import { childText, type ElementBag } from './elementBag.ts';
import { allText, elementsOf, hasElements, type XmlElement } from './xmlElement.ts';

/** Who an author element names: Atom in parts, RSS in one line. Empty if nobody is. */
export function personOf(element: XmlElement): string {
  if (!hasElements(element)) return allText(element);
  return (
    childText(element, 'name') ||
    childText(element, 'email') ||
    (element.children.some((node) => typeof node === 'string' && node.trim() !== '')
      ? allText(element)
      : '')
  );
}

/** Persons with a name before those who only have an address, otherwise in the order given. */
export function namedFirst(persons: readonly string[]): string[] {
  const present = persons.filter((person) => person !== '');
  return [...present.filter((person) => !isBareAddress(person)), ...present.filter(isBareAddress)];
}

function isBareAddress(person: string): boolean {
  return person.length < 300 && /^\s*\S+@\S+\s*$/.test(person);
}

/** The authors of an Atom `source`: of the feed that an entry was copied from. */
export function sourceAuthors(bag: ElementBag): string[] {
  return bag
    .all('atom:source')
    .flatMap(elementsOf)
    .filter(({ key }) => key === 'atom:author')
    .map(personOf);
}
