/** Members of an object as they stand in its text; of one of them, a list, the elements one by one. */
export interface JsonSlices {
  members: Map<string, string>;
  /** elements in all */
  total: number;
}

/**
 * Takes an object of JSON apart without building it, so that neither depth nor number can fill the memory. What stands
 * after its end is not looked at; a list that breaks off gives its whole elements. Undefined for what is no object.
 * @param members the ones that anybody reads; of a member that comes twice the last counts
 * @param list the member of which `element` receives each element
 * @param element receives each element as it stands in the text
 */
export function jsonSlices(
  text: string,
  {
    list,
    members,
    element,
  }: { list: string; members: ReadonlySet<string>; element: (slice: string) => void },
): JsonSlices | undefined {
  const slices: JsonSlices = { members: new Map(), total: 0 };
  let at = skipSpace(text, 0);
  if (text[at] !== '{') return undefined;
  at = skipSpace(text, at + 1);
  while (text[at] === '"') {
    const keyEnd = valueEnd(text, at);
    const from = skipSpace(text, skipSpace(text, keyEnd) + 1);
    const key = text.slice(at + 1, keyEnd - 1);
    if (key === list && text[from] === '[' && slices.total === 0)
      at = elements(text, from, slices, element);
    else {
      at = valueEnd(text, from);
      if (at === -1) return slices;
      if (members.has(key)) slices.members.set(key, text.slice(from, at));
    }
    if (at === -1) return slices;
    at = skipSpace(text, at);
    if (text[at] !== ',') return slices;
    at = skipSpace(text, at + 1);
  }
  return slices;
}

function elements(
  text: string,
  open: number,
  slices: JsonSlices,
  element: (slice: string) => void,
): number {
  let at = skipSpace(text, open + 1);
  while (at < text.length && text[at] !== ']') {
    const end = valueEnd(text, at);
    if (end === -1) return -1;
    slices.total += 1;
    element(text.slice(at, end));
    at = skipSpace(text, end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
    else if (text[at] !== ']') return -1;
  }
  return at < text.length ? at + 1 : -1;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** After the value that begins at a place; -1 where it never ends, or is none. */
function valueEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = stringEnd(text, at);
      if (at === -1) return -1;
      if (depth === 0) return at + 1;
    } else if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) {
      depth -= 1;
      // An outer bracket ends a number, `true`, `false` or `null`.
      if (depth < 0) return at > start ? at : -1;
      if (depth === 0) return at + 1;
    } else if (code === 0x2c && depth === 0) return at > start ? at : -1;
  }
  return -1;
}

/** Where the quote that ends a string stands; -1 without one. */
function stringEnd(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === QUOTE) return at;
  }
  return -1;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at += 1;
  return at;
}
