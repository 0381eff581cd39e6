import { closeImplied } from './impliedEnds.ts';
import { FOREIGN } from './namespaces.ts';
import { spendChild, spendNode } from './nodeBudget.ts';
import {
  beginSubtree,
  inherit,
  type OpenElement,
  pop,
  popTo,
  push,
  startWalk,
  type Walk,
} from './openElements.ts';
import type { Scope } from './scope.ts';
import type { Visitor } from './visitor.ts';
import type { XmlElement } from './xmlElement.ts';
import { readTags, type Tag } from './xmlTags.ts';

/** Tags inside each other beyond this are read as if they were not there; their text stays. */
const MAX_DEPTH = 256;

/**
 * Walks through XML, however broken, in linear time and bounded depth, and builds the subtrees that its visitor asks for.
 * Tags that do not match are mended: a closing tag closes what is open inside its element, one without an opening is
 * passed over. Nothing is expanded that the document declares.
 */
export function readXml(
  text: string,
  { base, visitor }: { base: string | undefined; visitor: Visitor },
): void {
  const walk = startWalk(visitor, base);
  readTags(text, {
    open: (tag, selfClosing) => openTag(walk, tag, selfClosing),
    close: (tag) => closeTag(walk, tag),
    text(start, end) {
      elementForText(walk)?.children.push(text.slice(start, end));
    },
    cdata(start, end) {
      elementForText(walk)?.children.push({ cdata: text.slice(start, end) });
    },
  });
}

/** False if nobody wants to read further. */
function openTag(walk: Walk, written: Tag, selfClosing: boolean): boolean {
  const { stack } = walk;
  const { tag } = written;
  const colon = tag.indexOf(':');
  const prefix = colon === -1 ? '' : tag.slice(0, colon);
  const local = colon === -1 ? tag : tag.slice(colon + 1);
  if (walk.root !== -1) closeImplied(walk, prefix, local);
  if (stack.length >= MAX_DEPTH) return true;
  const parent = stack.at(-1);
  const open = opened(walk, written, { prefix, local, parent });
  const goesOn = placed(walk, open, { parent, written });
  push(walk, open);
  if (selfClosing) pop(walk);
  return goesOn;
}

function opened(
  { scope, base }: Walk,
  { tag, special, attributes }: Tag,
  { prefix, local, parent }: { prefix: string; local: string; parent: OpenElement | undefined },
): OpenElement {
  const declarations = special ? scope.enter(attributes, local) : 0;
  const open: OpenElement = {
    tag,
    prefix,
    key: scope.key(tag, prefix, local),
    name: local,
    element: undefined,
    declarations,
    base: parent === undefined ? base : parent.base,
    lang: parent?.lang,
  };
  if (special) inherit(open, attributes);
  return open;
}

/** Adds an element to the subtree if somebody reads it. False if nobody wants to read further. */
function placed(
  walk: Walk,
  open: OpenElement,
  { parent, written }: { parent: OpenElement | undefined; written: Tag },
): boolean {
  if (walk.root === -1) {
    const element = elementOf(walk, open, written);
    const role = walk.visitor.roleOf(element, parent?.key ?? '');
    if (role !== 'build') return role !== 'stop';
    beginSubtree(walk);
    open.element = element;
  } else if (parent?.element !== undefined && isRead(walk, open.key)) {
    open.element = elementOf(walk, open, written);
    parent.element.children.push(open.element);
  }
  return true;
}

function elementOf({ scope }: Walk, { key, name, base, lang }: OpenElement, tag: Tag): XmlElement {
  const attributes = tag.prefixed ? withUsualPrefixes(tag.attributes, scope) : tag.attributes;
  return { key, name, attributes, children: [], base, lang };
}

/** Whether somebody reads an element inside the subtree, and there is room for it. */
function isRead({ visitor, stack, root, budget }: Walk, key: string): boolean {
  if (stack.length > root + 1) return spendNode(budget, false);
  return visitor.reads(key, stack[root]?.name ?? '') && spendChild(budget, key);
}

function closeTag(walk: Walk, tag: string): void {
  if (!walk.tags.has(tag)) return;
  popTo(
    walk,
    walk.stack.findLastIndex((open) => open.tag === tag),
  );
}

/** What a text is a child of; undefined if nobody reads it. */
function elementForText({ stack, root, budget }: Walk): XmlElement | undefined {
  const element = root === -1 ? undefined : stack.at(-1)?.element;
  if (element === undefined) return undefined;
  return spendNode(budget, stack.length === root + 1) ? element : undefined;
}

/** Attributes with the usual prefixes of their namespaces; in one that nobody reads they stay as they are written. */
function withUsualPrefixes(attributes: readonly string[], scope: Scope): string[] {
  return attributes.map((name, at) => {
    const colon = at % 2 === 0 && !name.startsWith('xml') ? name.indexOf(':') : -1;
    if (colon === -1) return name;
    const key = scope.key(name, name.slice(0, colon), name.slice(colon + 1));
    return key.startsWith(FOREIGN) ? name : key;
  });
}
