import { type Document, isAlias, isMap, isNode, isPair, isScalar, type Node, visit } from 'yaml';
import type { HeaderFinding, HeaderProblem, Place } from './headerProblem.ts';

const MAX_DEPTH = 8;
const MAX_KEYS = 200;

/** A part of a header that is refused, and where it begins. */
type Refusal = HeaderFinding & { offset: number };

/**
 * What YAML allows and a header does not: anchors, aliases, tags and merge keys; more than 8 levels; more than 200 keys in
 * a mapping. A list of rules may be as long as the header.
 */
export function headerRefusals(
  document: Document,
  place: (offset: number) => Place,
): HeaderProblem[] {
  const found: Refusal[] = [...notAMapping(document)];
  visit(document, (_, node, ancestors) => {
    if (isPair(node)) {
      found.push(...mergeKey(node.key));
      return undefined;
    }
    if (!isNode(node)) return undefined;
    found.push(...reference(node), ...tooManyKeys(node));
    if (ancestors.length <= MAX_DEPTH * 2) return undefined;
    found.push({
      offset: offsetOf(node),
      ...tooDeep(),
    });
    return visit.SKIP;
  });
  return found.map(({ offset, ...problem }) => ({ ...place(offset), ...problem }));
}

function* notAMapping({ contents }: Document): Generator<Refusal> {
  if (contents === null || isMap(contents)) return;
  yield { offset: 0, code: 'header/not-a-mapping', values: {} };
}

function* mergeKey(key: unknown): Generator<Refusal> {
  if (!isScalar(key) || key.value !== '<<') return;
  yield { offset: offsetOf(key), code: 'header/merge-key', values: {} };
}

/** What makes one place of a header stand for another, or for something else than it says. */
function* reference(node: Node): Generator<Refusal> {
  const offset = offsetOf(node);
  if (isAlias(node)) {
    yield { offset, code: 'header/alias', values: {} };
    return;
  }
  const { anchor, tag } = node as { anchor?: string; tag?: string };
  if (anchor) yield { offset, code: 'header/anchor', values: {} };
  if (tag) yield { offset, code: 'header/tag', values: {} };
}

function* tooManyKeys(node: Node): Generator<Refusal> {
  if (!isMap(node) || node.items.length <= MAX_KEYS) return;
  yield {
    offset: offsetOf(node),
    code: 'header/too-many-keys',
    values: { keys: node.items.length, read: MAX_KEYS },
  };
}

function offsetOf({ range }: Pick<Node, 'range'>): number {
  return range?.[0] ?? 0;
}

/** The header nests deeper than it may. */
export function tooDeep(): HeaderFinding {
  return { code: 'header/too-deep', values: { levels: MAX_DEPTH } };
}
