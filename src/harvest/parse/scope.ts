import { FOREIGN, spaceOf, usualSpace } from './namespaces.ts';
import { xmlText } from './xmlText.ts';

/** Elements whose own namespace is the feed's, whatever its address. */
const CONTAINERS = new Set(['rss', 'rdf', 'feed', 'channel', 'items', 'item', 'entry']);

const MAX_KEYS = 2_000;

/** Which namespace a prefix means at a place of a document. */
export interface Scope {
  /** Takes in the declarations of a tag; gives how many there were, for `leave`. @param local name of the tag */
  enter(attributes: readonly string[], local: string): number;
  leave(declarations: number): void;
  /** `dc:creator` for a tag, or for an attribute with a prefix. @param tag as written, lower case */
  key(tag: string, prefix: string, local: string): string;
}

/** What is declared where the walk stands. */
interface State {
  readonly spaces: Map<string, string>;
  /** what each declaration has hidden */
  readonly undo: { prefix: string; space: string | undefined }[];
  /** keys by tag, as long as no declaration changes */
  readonly keys: Map<string, string>;
  /** namespace of elements without one; undefined before the root */
  default: string | undefined;
}

/**
 * Namespaces by their addresses; by the usual meaning of a prefix where the document does not declare it, or declares
 * something that nobody knows. Elements without one belong to the feed itself, which is Atom if its root is `feed`.
 */
export function openScope(): Scope {
  const state: State = { spaces: new Map(), undo: [], keys: new Map(), default: undefined };
  return {
    enter: (attributes, local) => enter(state, attributes, local),
    leave: (declarations) => leave(state, declarations),
    key: (tag, prefix, local) => state.keys.get(tag) ?? newKey(state, { tag, prefix, local }),
  };
}

function enter(state: State, attributes: readonly string[], local: string): number {
  state.default ??= defaultSpace(local);
  const before = state.undo.length;
  for (let at = 0; at < attributes.length; at += 2) {
    const name = attributes[at] ?? '';
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    const address = xmlText(attributes[at + 1] ?? '');
    declare(state, { prefix: name.slice('xmlns:'.length), address, local });
  }
  return state.undo.length - before;
}

function declare(
  { spaces, undo, keys, default: own }: State,
  { prefix, address, local }: { prefix: string; address: string; local: string },
): void {
  const known = spaceOf(address);
  // A feed whose own namespace is that of an extension has mixed them up.
  const mixedUp = prefix === '' && CONTAINERS.has(local) && known !== 'rss' && known !== 'atom';
  const unknown = prefix !== '' ? usualSpace(prefix) : address.trim() === '' ? own : FOREIGN;
  undo.push({ prefix, space: spaces.get(prefix) });
  spaces.set(prefix, (mixedUp ? own : known) ?? unknown ?? FOREIGN);
  keys.clear();
}

function leave({ spaces, undo, keys }: State, declarations: number): void {
  for (let left = declarations; left > 0; left -= 1) {
    const { prefix = '', space } = undo.pop() ?? {};
    if (space === undefined) spaces.delete(prefix);
    else spaces.set(prefix, space);
  }
  if (declarations > 0) keys.clear();
}

function newKey(
  state: State,
  { tag, prefix, local }: { tag: string; prefix: string; local: string },
): string {
  state.default ??= defaultSpace(local);
  const { spaces, keys, default: own } = state;
  const space = spaces.get(prefix) ?? (prefix === '' ? own : usualSpace(prefix)) ?? FOREIGN;
  const key = `${space}:${local}`;
  // What stands before the root may have its names.
  if (own === undefined) return key;
  if (keys.size >= MAX_KEYS) keys.clear();
  keys.set(tag, key);
  return key;
}

/** The namespace of elements without one, by the root; undefined for a root that is no feed's. */
function defaultSpace(local: string): string | undefined {
  if (local === 'feed' || local === 'entry') return 'atom';
  return CONTAINERS.has(local) ? 'rss' : undefined;
}
