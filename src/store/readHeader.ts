import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { HeaderProblem, Place } from './headerProblem.ts';
import { headerRefusals } from './headerRefusals.ts';
import { yamlFault } from './yamlFault.ts';

/** A header read by the YAML library, with the means to say where each value stands. */
export interface Header {
  data: Record<string, unknown>;
  problems: HeaderProblem[];
  /** Where the value at `path` stands; its key where `key` is true; the nearest parent when it is absent. */
  locate(path: readonly PropertyKey[], key?: boolean): Place;
  document: Document;
}

/** Of the file: the first is the `---` that opens the header. */
const FIRST_LINE = 2;

/** Reads a header as YAML 1.2, core schema, without what `headerRefusals` refuses. */
export function readHeader(header: string): Header {
  const lines = new LineCounter();
  const document = parseDocument(header, {
    lineCounter: lines,
    schema: 'core',
    prettyErrors: false,
    merge: false,
  });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1) + FIRST_LINE - 1, column: Math.max(col, 1) };
  };
  const problems = yamlProblems(document, header, place);
  if (problems.length === 0) problems.push(...headerRefusals(document, place));
  return {
    data: problems.length === 0 ? toData(document) : {},
    problems,
    locate: (path, key = false) => place(offsetOf(document, path, key)),
    document,
  };
}

/**
 * What the library found wrong. Where it gave up because the header nests too deep, that alone: it then has an error for
 * each bracket. Of several errors at one place the first: the others follow from it.
 */
function yamlProblems(
  document: Document,
  header: string,
  place: (offset: number) => Place,
): HeaderProblem[] {
  const exhausted = document.errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  if (exhausted)
    return [{ ...place(blamed(document, exhausted, header)), ...yamlFault(exhausted) }];
  const first = new Map<number, HeaderProblem>();
  for (const error of document.errors) {
    const offset = blamed(document, error, header);
    if (!first.has(offset)) first.set(offset, { ...place(offset), ...yamlFault(error) });
  }
  return [...first.values()];
}

function toData(document: Document): Record<string, unknown> {
  const data: unknown = document.toJS({ maxAliasCount: 0 });
  return data === null ? {} : (data as Record<string, unknown>);
}

/** Where the fault lies, which for what was never closed is where it opens, not where that was noticed. */
function blamed(document: Document, error: YAMLError, header: string): number {
  const noticed = error.pos[0];
  let opened: number | undefined;
  visit(document, {
    Node(_, node) {
      const [start, end] = node.range ?? [0, 0];
      if (start > noticed || noticed > end + 2) return;
      const source = header.slice(start, end);
      const open =
        isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE')
          ? source.trimEnd().includes('\n') || !/(?<=.)["']$/s.test(source)
          : (isSeq(node) || isMap(node)) && node.flow === true && !/[\]}]$/.test(source);
      if (open) opened = start;
    },
  });
  return opened ?? noticed;
}

function offsetOf(document: Document, path: readonly PropertyKey[], wantsKey: boolean): number {
  let node: Node | null = document.contents as Node | null;
  let offset = node?.range?.[0] ?? 0;
  for (const [depth, step] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isScalar(item.key) && String(item.key.value) === String(step),
      );
      if (!pair) return offset;
      const key = isScalar(pair.key) ? pair.key.range?.[0] : undefined;
      node = isNode(pair.value) ? pair.value : null;
      const last = depth === path.length - 1;
      offset = (last && wantsKey ? key : (node?.range?.[0] ?? key)) ?? offset;
      // A value that is absent or a block on the lines below is best shown at its key.
      if (last && (isMap(node) || isSeq(node)) && !node.flow && key !== undefined) offset = key;
    } else if (isSeq(node)) {
      node = (node.items[Number(step)] as Node | undefined) ?? null;
      if (!node) return offset;
      offset = node.range?.[0] ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}
