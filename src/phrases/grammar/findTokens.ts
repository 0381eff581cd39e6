import type { Program, Step } from './compile.ts';
import type { TextTokens } from './textTokens.ts';

/** A way through the steps that is being tried: the step it waits at, and the token it began with. */
interface Thread {
  step: number;
  start: number;
}
type Range = readonly [from: number, to: number];

/**
 * The first find from a token on, and the longest of those that begin there: numbers of tokens, `to` exclusive.
 * All ways are tried side by side, a token at a time, and of those that wait at one step only that which began first
 * goes on, so that no token is looked at more often than there are steps.
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

/** Takes threads, the oldest first, to the steps that look at a token; and the beginning of the oldest that is done. */
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
