import {
  Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  visit,
} from 'yaml';

const FORMAT = {
  lineWidth: 0,
  flowCollectionPadding: false,
  doubleQuotedAsJSON: true,
  indent: 2,
} as const;

/**
 * A header as Criba writes one: keys in the order of `keys` (others after them, as they came), strings in double
 * quotes, lists of scalars on one line, but examples of rules one a line. Writing what was read gives the same bytes.
 */
export function writeHeader(data: Record<string, unknown>, keys: readonly string[]): string {
  const present = Object.fromEntries(
    Object.entries(data).filter(([, value]) => value !== undefined),
  );
  return formatDocument(new Document(present, { schema: 'core' }), keys);
}

/** The same form for a header that people wrote: their comments stay with the keys that they stand above. */
export function formatDocument(document: Document, keys: readonly string[]): string {
  const root = document.contents;
  if (isMap(root)) {
    root.items.sort((a, b) => rank(a, keys) - rank(b, keys));
    root.flow = false;
  }
  visit(document, {
    Pair(_, pair) {
      if (isScalar(pair.key))
        pair.key.type = /^[A-Za-z][\w-]*$/.test(String(pair.key.value)) ? 'PLAIN' : 'QUOTE_DOUBLE';
    },
    Scalar(key, node, ancestors) {
      if (
        key !== 'key' &&
        (typeof node.value === 'string' || isForeignNumber(node, ancestors, keys))
      ) {
        if (typeof node.value !== 'string') node.value = node.source;
        node.type = 'QUOTE_DOUBLE';
        delete node.source;
      }
    },
    Collection(_, node, ancestors) {
      node.flow = isSeq(node)
        ? node.items.every((item) => isScalar(item) && !hasComment(item)) &&
          !(node.items.length > 0 && isExamples(ancestors.at(-1)))
        : isEmpty(node);
    },
  });
  const text = document.toString(FORMAT).replace(/[ \t]+(?=\n)/g, '');
  return text === '{}\n' || text === 'null\n' ? '' : text;
}

/** A number under a key that is not ours, written as no number of ours would be: `0034600111222` is a telephone. */
function isForeignNumber(
  node: Scalar,
  ancestors: readonly unknown[],
  keys: readonly string[],
): boolean {
  if (typeof node.value !== 'number' || node.source === undefined) return false;
  const pair = ancestors.find(isPair);
  const ours =
    pair !== undefined && keys.includes(String(isScalar(pair.key) ? pair.key.value : pair.key));
  return !ours && String(node.value) !== node.source;
}

function rank(pair: Pair, keys: readonly string[]): number {
  const place = keys.indexOf(String(isScalar(pair.key) ? pair.key.value : pair.key));
  return place === -1 ? keys.length : place;
}

function hasComment(node: Node): boolean {
  return Boolean(node.comment ?? node.commentBefore);
}

/** Sentences: a change to one of them shows as one line. */
function isExamples(parent: unknown): boolean {
  return (
    isPair(parent) && isScalar(parent.key) && /^(?:matches|misses)$/.test(`${parent.key.value}`)
  );
}

function isEmpty(node: unknown): boolean {
  return isMap(node) && node.items.length === 0;
}

/** A whole file: header, a blank line, body. `splitFile` gives back the same header and body. */
export function joinFile(header: string, body: string): string {
  return `---\n${header}---\n${body === '' ? '' : `\n${body}\n`}`;
}
