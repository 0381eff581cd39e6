import type { Transformer } from 'unified';
import type { ToneRules } from '../../model/desk/toneRules.ts';
import type { Span } from '../phrase.ts';
import { findTone, type ToneFinding } from './findTone.ts';

export interface RetextToneOptions {
  rules: ToneRules;
  /** of the text */
  language: string;
  /** filled with what each message is about */
  found: Map<object, ToneFinding>;
}

/** A node of prose (nlcst). */
interface ProseNode {
  type: string;
  value?: string;
  children?: ProseNode[];
  position?: { start: Point; end: Point } | undefined;
}
interface Point {
  line: number;
  column: number;
  offset?: number | undefined;
}

type File = Parameters<Transformer>[1];

/** A leaf of a paragraph's tree: its text, and its place in the file. */
interface Leaf {
  text: string;
  /** offset in the text of the paragraph */
  at: number;
  start: Point;
}

/** retext plugin: adds a message for each place that breaks a rule of tone, with the place of the words themselves. */
export function retextTone({ rules, language, found }: RetextToneOptions) {
  return (tree: ProseNode, file: File): void => {
    for (const paragraph of tree.children ?? []) {
      const leaves = leavesOf(paragraph);
      const text = withoutAddresses(leaves.map((leaf) => leaf.text).join(''));
      const quotations = quotationsIn(text);
      for (const finding of findTone(text, rules, { language, place: 'body' })) {
        if (quotations.some((quotation) => holds(quotation, finding.span))) continue;
        const start = pointOf(leaves, finding.span.start, 0);
        const end = pointOf(leaves, finding.span.end - 1, 1);
        const message = file.message(finding.rule, {
          place: { start, end },
          ruleId: finding.rule,
          source: 'tone',
        });
        found.set(message, { ...finding, span: { start: start.offset, end: end.offset } });
      }
    }
  };
}

/** The leaves of a tree in order, so that emphasis and links do not part a sentence; code ends a sentence. */
function leavesOf(node: ProseNode, leaves: Leaf[] = []): Leaf[] {
  for (const child of node.children ?? []) leavesOf(child, leaves);
  if (node.value !== undefined && node.position) {
    const last = leaves.at(-1);
    const at = last ? last.at + last.text.length : 0;
    const text = node.type === 'SourceNode' ? '…'.padEnd(node.value.length) : node.value;
    leaves.push({ text, at, start: node.position.start });
  }
  return leaves;
}

/** Blanks out addresses of the web and of mail, which are no prose; every other word keeps its offset. */
function withoutAddresses(text: string): string {
  return text.replace(/(?:https?:\/\/|www\.)\S+|(?<!\S)[^\s@]+@\S+/g, (address) =>
    '…'.padEnd(address.length),
  );
}

/** A quotation within a sentence has at most 400 characters; if it seems longer, a mark was forgotten. */
const QUOTATIONS = /«[^«»]{1,400}»|“[^“”]{1,400}”|"[^"]{1,400}"/g;

/** Places between quotation marks: words that are mentioned, or the words of others. */
function quotationsIn(text: string): Span[] {
  return Array.from(text.matchAll(QUOTATIONS), ({ 0: quoted, index: start }) => ({
    start,
    end: start + quoted.length,
  }));
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The place in the file of a character of the text; `beyond` moves it on along its line. */
function pointOf(
  leaves: Leaf[],
  character: number,
  beyond: number,
): Required<Point> & { offset: number } {
  const leaf = leaves.findLast(({ at }) => at <= character);
  const start = leaf?.start ?? { line: 1, column: 1 };
  const before = (leaf?.text ?? '').slice(0, character - (leaf?.at ?? 0));
  const lines = before.split('\n');
  const further = (lines.at(-1) ?? '').length + beyond;
  return {
    line: start.line + lines.length - 1,
    column: lines.length > 1 ? further + 1 : start.column + further,
    offset: (start.offset ?? 0) + before.length + beyond,
  };
}
