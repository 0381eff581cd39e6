import { webAddress } from '../../text/webAddress.ts';
import { FOREIGN } from './namespaces.ts';
import { openScope, type Scope } from './scope.ts';
import { isElement, type XmlElement } from './xmlElement.ts';
import { readTags, type Tag } from './xmlTags.ts';
import { xmlText } from './xmlText.ts';

/** Tags inside each other beyond this are read as if they were not there; their text stays. */
const MAX_DEPTH = 256;
/** Pieces of a kept element: elements and runs of text. Beyond these each child is still read, but not all inside it. */
const MAX_NODES = 50_000;
/** Children of one name, and pieces inside a child, that are read whatever came before. */
const ALWAYS = 20;
const MAX_BLANK = 200;

/** `into`: look inside; `keep`: build its tree; `stop`: read no further. */
export type Role = 'into' | 'keep' | 'stop';

/** Who decides what of a document is kept. */
export interface Visitor {
  /** asked of each element that is not inside a kept one. @param parent key of the element around it, or empty */
  visit(element: XmlElement, parent: string): Role;
  /** whether anybody reads this child of a kept element. @param kept name of the kept element */
  reads(key: string, kept: string): boolean;
  /**
   * Whether a tag directly in a kept element or in a child of it shows that one was never closed: `whole` the kept one,
   * `child` the child. Asked only for names with the prefix of the kept element.
   */
  ends(name: string, open: { kept: string; child?: OpenChild }): 'whole' | 'child' | undefined;
  /** told of each kept element when it ends; not of one that the document leaves unfinished */
  kept(element: XmlElement): void;
}

/** A child of a kept element that has not ended. */
export interface OpenChild {
  name: string;
  /** whether nothing stands in it but white space */
  blank: boolean;
}

interface Frame {
  /** as written, lower case */
  tag: string;
  prefix: string;
  /** key of the element */
  key: string;
  name: string;
  /** absent for what nobody reads */
  element: XmlElement | undefined;
  declarations: number;
  base: string | undefined;
  lang: string | undefined;
}

/**
 * Walks through XML, however broken, in linear time and bounded depth, and builds small trees of what its visitor keeps.
 * Tags that do not match are mended: a closing tag closes what is open inside its element, one without an opening is
 * passed over. Nothing is expanded that the document declares.
 */
export function readXml(
  text: string,
  { base, visitor }: { base: string | undefined; visitor: Visitor },
): void {
  const scope = openScope();
  const stack: Frame[] = [];
  const open = new Map<string, number>();
  /** where the kept element stands in the stack; -1 outside */
  let kept = -1;
  let nodes = 0;
  /** pieces of the child of the kept element that is open */
  let inChild = 0;
  /** children of the kept element by key */
  const ofKey = new Map<string, number>();

  const pop = () => {
    const frame = stack.pop();
    if (frame === undefined) return;
    scope.leave(frame.declarations);
    const others = (open.get(frame.tag) ?? 1) - 1;
    if (others > 0) open.set(frame.tag, others);
    else open.delete(frame.tag);
    if (stack.length !== kept) return;
    kept = -1;
    if (frame.element !== undefined) visitor.kept(frame.element);
  };

  const popTo = (length: number) => {
    while (stack.length > length) pop();
  };

  const mend = (prefix: string, local: string) => {
    const root = stack[kept];
    if (root === undefined || root.prefix !== prefix || stack.length > kept + 2) return;
    const child = stack[kept + 1];
    // What nobody reads may hold anything.
    if (child !== undefined && child.element === undefined) return;
    const open = child?.element && { name: child.name, blank: isBlank(child.element) };
    const ended = visitor.ends(local, { kept: root.name, ...(open && { child: open }) });
    if (ended === 'whole') popTo(kept);
    else if (ended === 'child') popTo(kept + 1);
  };

  const openTag = (written: Tag, selfClosing: boolean) => {
    const { tag, special, prefixed } = written;
    const colon = tag.indexOf(':');
    const prefix = colon === -1 ? '' : tag.slice(0, colon);
    const local = colon === -1 ? tag : tag.slice(colon + 1);
    if (kept !== -1) mend(prefix, local);
    if (stack.length >= MAX_DEPTH) return true;
    const around = stack.at(-1);
    const declarations = special ? scope.enter(written.attributes, local) : 0;
    const key = scope.key(tag, prefix, local);
    const frame: Frame = {
      tag,
      prefix,
      key,
      name: local,
      element: undefined,
      declarations,
      base: around === undefined ? base : around.base,
      lang: around?.lang,
    };
    if (special) inherit(frame, written.attributes);
    const attributes = prefixed ? withSpaces(written.attributes, scope) : written.attributes;
    const goesOn = place(frame, around, attributes);
    stack.push(frame);
    open.set(tag, (open.get(tag) ?? 0) + 1);
    if (selfClosing) pop();
    return goesOn;
  };

  /** False where nobody wants more. */
  const place = (
    frame: Frame,
    around: Frame | undefined,
    attributes: readonly string[],
  ): boolean => {
    const { key, name, base: own, lang } = frame;
    const element = (): XmlElement => ({ key, name, attributes, children: [], base: own, lang });
    if (kept === -1) {
      const candidate = element();
      const role = visitor.visit(candidate, around?.key ?? '');
      if (role !== 'keep') return role !== 'stop';
      kept = stack.length;
      nodes = 0;
      ofKey.clear();
      frame.element = candidate;
    } else if (around?.element !== undefined && isRead(key)) {
      frame.element = element();
      around.element.children.push(frame.element);
    }
    return true;
  };

  /** Whether there is room for an element inside the kept one. */
  const isRead = (key: string) => {
    if (stack.length > kept + 1) return hasRoom();
    if (!visitor.reads(key, stack[kept]?.name ?? '')) return false;
    const others = ofKey.get(key) ?? 0;
    if (nodes >= MAX_NODES && others >= ALWAYS) return false;
    ofKey.set(key, others + 1);
    inChild = 0;
    nodes += 1;
    return true;
  };

  const hasRoom = () => {
    if (nodes >= MAX_NODES && (inChild >= ALWAYS || stack.length === kept + 1)) return false;
    inChild += 1;
    nodes += 1;
    return true;
  };

  const closeTag = (ended: string) => {
    if (!open.has(ended)) return;
    while (stack.length > 0 && stack.at(-1)?.tag !== ended) pop();
    pop();
  };

  const into = () => {
    const element = kept === -1 ? undefined : stack.at(-1)?.element;
    return element !== undefined && hasRoom() ? element : undefined;
  };

  readTags(text, {
    open: openTag,
    close: closeTag,
    text(start, end) {
      into()?.children.push(text.slice(start, end));
    },
    cdata(start, end) {
      into()?.children.push({ cdata: text.slice(start, end) });
    },
  });
}

function inherit(frame: Frame, attributes: readonly string[]): void {
  for (let at = 0; at < attributes.length; at += 2) {
    const value = xmlText(attributes[at + 1] ?? '');
    if (attributes[at] === 'xml:base') frame.base = webAddress(value, frame.base) ?? frame.base;
    else if (attributes[at] === 'xml:lang') frame.lang = value.trim();
  }
}

/** Attributes with the usual prefixes of their namespaces; in one that nobody reads they stay as they are written. */
function withSpaces(attributes: readonly string[], scope: Scope): string[] {
  return attributes.map((name, at) => {
    const colon = at % 2 === 0 && !name.startsWith('xml') ? name.indexOf(':') : -1;
    if (colon === -1) return name;
    const key = scope.key(name, name.slice(0, colon), name.slice(colon + 1));
    return key.startsWith(FOREIGN) ? name : key;
  });
}

/** Asked at many a tag: what has many pieces, or long ones, is not looked through. */
function isBlank({ children }: XmlElement): boolean {
  if (children.length > ALWAYS) return false;
  return children.every((node) => {
    if (isElement(node)) return false;
    const text = typeof node === 'string' ? node : node.cdata;
    return text.length <= MAX_BLANK && text.trim() === '';
  });
}
