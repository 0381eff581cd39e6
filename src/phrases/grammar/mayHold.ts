import type { Node } from './nodes.ts';
import { foldWord } from './textTokens.ts';

/**
 * A quick filter: false if a text lacks a word or mark that the phrase cannot do without, wherever it might stand. It costs
 * a tenth of splitting the text into tokens, which it saves for most pairs of rule and text.
 */
export function mayHold(text: string, alternatives: readonly (readonly Node[])[]): boolean {
  // A Greek capital becomes one of two small letters, and which one depends on what surrounds it.
  return text.includes('Σ') || someHolds(foldedOnce(text), alternatives);
}

function someHolds(folded: string, alternatives: readonly (readonly Node[])[]): boolean {
  return alternatives.some((sequence) => sequence.every((node) => holds(folded, node)));
}

function holds(folded: string, node: Node): boolean {
  if (node.type === 'word') return node.forms.some(({ text }) => folded.includes(text));
  if (node.type === 'mark')
    return folded.includes(node.mark) || (node.mark === ':' && folded.includes(';'));
  return node.type !== 'either' || someHolds(folded, node.alternatives);
}

const REMEMBERED = 16;
const remembered = new Map<string, string>();

/** Remembers a few texts, as `textTokens` does. */
function foldedOnce(text: string): string {
  let folded = remembered.get(text);
  if (folded === undefined) {
    folded = foldWord(text);
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(text, folded);
  }
  return folded;
}
