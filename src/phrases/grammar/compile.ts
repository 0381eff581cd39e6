import type { Node } from './nodes.ts';
import type { Token } from './textTokens.ts';

/** An instruction of the automaton: accept a token, assert a place in the text, fork, or report a find. */
export type Step =
  | { op: 'token'; accepts: (token: Token) => boolean }
  | { op: 'start' | 'end' | 'found' }
  | Fork;
interface Fork {
  op: 'fork';
  to: number[];
}

/** At most so many words stand in the place of `~` and of `...`. */
const GAP = 3;
const WIDE_GAP = 40;

/** A phrase as a nondeterministic automaton; it starts at its first step. */
export interface Program {
  steps: Step[];
  /** whether a find can begin with a token, `^` and `$` aside */
  mayBegin(token: Token): boolean;
}

/** Compiles the alternatives of a phrase. */
export function compile(alternatives: Node[][]): Program {
  const steps: Step[] = [];
  addEither(steps, alternatives);
  steps.push({ op: 'found' });
  const first = firstOf(steps);
  return { steps, mayBegin: (token) => first.some((accepts) => accepts(token)) };
}

function firstOf(steps: Step[]): ((token: Token) => boolean)[] {
  const first: ((token: Token) => boolean)[] = [];
  const open = [0];
  const seen = new Set<number>();
  for (let number = open.pop(); number !== undefined; number = open.pop()) {
    const step = steps[number];
    if (!step || seen.has(number)) continue;
    seen.add(number);
    if (step.op === 'token') first.push(step.accepts);
    else open.push(...(step.op === 'fork' ? step.to : [number + 1]));
  }
  return first;
}

function addEither(steps: Step[], alternatives: Node[][]): void {
  const fork = addFork(steps, []);
  const leaps: Fork[] = [];
  for (const sequence of alternatives) {
    fork.to.push(steps.length);
    for (const node of sequence) addNode(steps, node);
    leaps.push(addFork(steps, []));
  }
  for (const leap of leaps) leap.to.push(steps.length);
}

function addNode(steps: Step[], node: Node): void {
  if (node.type === 'either') addEither(steps, node.alternatives);
  else if (node.type === 'gap') addGap(steps, node.wide);
  else if (node.type === 'start' || node.type === 'end') steps.push({ op: node.type });
  else if (node.type === 'number') steps.push({ op: 'token', accepts: isNumber });
  else if (node.type === 'mark') {
    steps.push({ op: 'token', accepts: ({ value }) => value === node.mark });
  } else {
    const { forms } = node;
    const whole = new Set(forms.filter(({ open }) => !open).map(({ text }) => text));
    const beginnings = forms.filter(({ open }) => open).map(({ text }) => text);
    const accepts = ({ value }: Token) =>
      whole.has(value) || beginnings.some((text) => value.startsWith(text));
    steps.push({ op: 'token', accepts });
  }
}

/** Skips up to so many words. A wide gap also skips the marks that part a sentence. */
function addGap(steps: Step[], wide: boolean): void {
  const leaps: Fork[] = [];
  for (let word = 0; word < (wide ? WIDE_GAP : GAP); word++) {
    leaps.push(addFork(steps, [steps.length + 1]));
    steps.push({
      op: 'token',
      accepts: ({ isWord, value }) => isWord || (wide && value === ':'),
    });
  }
  for (const leap of leaps) leap.to.push(steps.length);
}

function addFork(steps: Step[], to: number[]): Fork {
  const fork: Fork = { op: 'fork', to };
  steps.push(fork);
  return fork;
}

function isNumber({ value }: Token): boolean {
  return /^\p{Nd}+(?:[.,:]\p{Nd}+)*$/u.test(value);
}
