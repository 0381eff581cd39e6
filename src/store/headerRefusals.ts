import { type Document, isAlias, isMap, isNode, isPair, isScalar, type Node, visit } from 'yaml';
import type { HeaderProblem, Place } from './headerProblem.ts';

const MAX_DEPTH = 8;
const MAX_KEYS = 200;

/** A part of a header that is refused, and where it begins. */
interface Refusal extends Omit<HeaderProblem, keyof Place> {
  offset: number;
}

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
      code: 'header/too-deep',
      message: `The header nests deeper than ${MAX_DEPTH} levels.`,
      hint: 'Flatten it.',
    });
    return visit.SKIP;
  });
  return found.map(({ offset, ...problem }) => ({ ...place(offset), ...problem }));
}

function* notAMapping({ contents }: Document): Generator<Refusal> {
  if (contents === null || isMap(contents)) return;
  yield {
    offset: 0,
    code: 'header/not-a-mapping',
    message: 'The header is not a list of keys.',
    hint: 'Write one `key: value` a line.',
  };
}

function* mergeKey(key: unknown): Generator<Refusal> {
  if (!isScalar(key) || key.value !== '<<') return;
  yield {
    offset: offsetOf(key),
    code: 'header/merge-key',
    message: 'Merge keys (`<<`) are not read.',
    hint: 'Write the keys out.',
  };
}

/** What makes one place of a header stand for another, or for something else than it says. */
function* reference(node: Node): Generator<Refusal> {
  const offset = offsetOf(node);
  if (isAlias(node)) {
    yield {
      offset,
      code: 'header/alias',
      message: 'Aliases (`*name`) are not read.',
      hint: 'Write the value out; quote a text that begins with `*`.',
    };
    return;
  }
  const { anchor, tag } = node as { anchor?: string; tag?: string };
  if (anchor) {
    yield {
      offset,
      code: 'header/anchor',
      message: 'Anchors (`&name`) are not read.',
      hint: 'Remove it; quote a text that begins with `&`.',
    };
  }
  if (tag) {
    yield {
      offset,
      code: 'header/tag',
      message: 'Tags (`!name`) are not read.',
      hint: 'Remove it; quote a text that begins with `!`.',
    };
  }
}

function* tooManyKeys(node: Node): Generator<Refusal> {
  if (!isMap(node) || node.items.length <= MAX_KEYS) return;
  yield {
    offset: offsetOf(node),
    code: 'header/too-many-keys',
    message: `A mapping has ${node.items.length} keys; ${MAX_KEYS} are read.`,
    hint: 'Long data belongs elsewhere.',
  };
}

function offsetOf({ range }: Pick<Node, 'range'>): number {
  return range?.[0] ?? 0;
}
