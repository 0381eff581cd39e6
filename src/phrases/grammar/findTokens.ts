import type { Program, Step } from './compile.ts';
import type { TextTokens } from './textTokens.ts';

/** A thread of the automaton: the step that it waits at, and the token that it began with. */
interface Thread {
  step: number;
  start: number;
}
type Range = readonly [from: number, to: number];

/**
 * The first find from a token on and, of those that begin there, the longest: indices of tokens, `to` exclusive.
 * It runs all threads in step, one token at a time. If several wait at the same step, only the one that began first goes
 * on, so the time is at most the number of tokens times the number of steps.
 * @see https://swtch.com/~rsc/regexp/regexp2.html
 */
export function findTokens(program: Program, text: TextTokens, from: number): Range | undefined {
  const { steps, mayBegin } = program;
  let threads: Thread[] = [];
  let best: Range | undefined;
  for (let at = from; at <= text.tokens.length; at++) {
    const token = text.tokens[at];
    if (!best && token && mayBegin(token)) threads.push({ step: 0, start: at });
    if (threads.length === 0) continue;
    const { waiting, found } = follow(steps, text, at, threads);
    if (found !== undefined && (!best || found <= best[0])) best = [found, at];
    threads = [];
    for (const { step, start } of waiting) {
      const here = steps[step];
      if (best && start > best[0]) continue;
      if (token && here?.op === 'token' && here.accepts(token))
        threads.push({ step: step + 1, start });
    }
    if (best && threads.length === 0) return best;
  }
  return best;
}

/** Moves threads, the oldest first, on to the steps that accept a token. `found` is where the oldest finished one began. */
function follow(steps: Step[], text: TextTokens, at: number, threads: Thread[]) {
  const waiting: Thread[] = [];
  let found: number | undefined;
  const seen = new Set<number>();
  for (const { step: first, start } of threads) {
    const open = [first];
    for (let step = open.pop(); step !== undefined; step = open.pop()) {
      const here = steps[step];
      if (!here || seen.has(step)) continue;
      seen.add(step);
      if (here.op === 'token') waiting.push({ step, start });
      else if (here.op === 'fork') open.push(...here.to);
      else if (here.op === 'found') found ??= start;
      else if (here.op === 'start' ? at <= text.firstWord : at >= text.afterWords) {
        open.push(step + 1);
      }
    }
  }
  return { waiting, found };
}
