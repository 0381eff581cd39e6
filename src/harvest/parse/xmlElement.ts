import { xmlText } from './xmlText.ts';

/** An element of a feed, with what the tree around it says about base and language. */
export interface XmlElement {
  /** `dc:creator`: the usual prefix of its namespace and its name, in lower case; `?:creator` in one that nobody reads */
  key: string;
  /** without prefix, lower case */
  name: string;
  /** name (lower case, with its prefix) and raw value in turn */
  attributes: readonly string[];
  children: XmlNode[];
  /** what relative links in it are resolved against, absolute */
  base: string | undefined;
  /** the nearest `xml:lang`; empty if that takes an outer one back */
  lang: string | undefined;
}

/** Text is raw: references in it are not replaced yet. */
export type XmlNode = string | Cdata | XmlElement;

export interface Cdata {
  cdata: string;
}

export function isElement(node: XmlNode): node is XmlElement {
  return typeof node === 'object' && 'key' in node;
}

/** The value of the first attribute that has one of the names; undefined if none has. */
export function attribute({ attributes }: XmlElement, ...names: string[]): string | undefined {
  for (let at = 0; at < attributes.length; at += 2) {
    if (names.includes(attributes[at] ?? '')) return xmlText(attributes[at + 1] ?? '').trim();
  }
  return undefined;
}

export function hasElements({ children }: XmlElement): boolean {
  return children.some(isElement);
}

/** The text that stands directly in an element, references replaced. */
export function ownText({ children }: XmlElement): string {
  let text = '';
  for (const node of children) {
    if (typeof node === 'string') text += xmlText(node);
    else if (!isElement(node)) text += node.cdata;
  }
  return text;
}

/** All text in an element and the ones that it holds, trimmed. */
export function allText(element: XmlElement): string {
  let text = '';
  for (const node of element.children) {
    if (typeof node === 'string') text += xmlText(node);
    else text += isElement(node) ? allText(node) : node.cdata;
  }
  return text.trim();
}

/** The elements directly inside one. */
export function elementsOf({ children }: XmlElement): XmlElement[] {
  return children.filter(isElement);
}
