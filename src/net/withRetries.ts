import { faultOf, SourceError } from '../model/run/sourceError.ts';
import type { FetchBytes } from './openFetch.ts';

export interface RetryOptions {
  /** milliseconds for all attempts and the waits between them; 45,000 */
  total?: number;
  /** a number from 0 to below 1 */
  random(): number;
  /** waits so many milliseconds; rejects when `signal` aborts */
  sleep(ms: number, signal: AbortSignal | undefined): Promise<unknown>;
  /** milliseconds since whenever, never going back */
  clock(): number;
}

const RETRIES = 2;
const FIRST_WAIT = 1_000;

/**
 * Reads an address as `fetch` does, and asks again, twice at most, if the trouble may be over in a moment. The waits
 * are one second and two, each between half and one and a half of that, so that the runs of many desks do not meet; no
 * attempt begins when its wait would end after the deadline. `requests` of the reply counts every attempt.
 */
export function withRetries(
  fetch: FetchBytes,
  { total = 45_000, random, sleep, clock }: RetryOptions,
): FetchBytes {
  return async (url, options = {}) => {
    const end = clock() + Math.min(total, options.total ?? total);
    let requests = 0;
    const before = (place: URL) => {
      requests += 1;
      return options.before?.(place);
    };
    for (let retry = 0; ; retry++) {
      try {
        const reply = await fetch(url, { ...options, before, total: end - clock() });
        return { ...reply, requests };
      } catch (error) {
        const wait = FIRST_WAIT * 2 ** retry * (0.5 + random());
        if (retry === RETRIES || !mayPass(error) || clock() + wait >= end) throw error;
        await sleep(wait, options.signal);
      }
    }
  };
}

/**
 * Whether it is worth asking again at once: a connection that was cut or refused, a name server or a gateway that has
 * no answer now. Not for a time-out (it would take as long again), a deliberate refusal, or a server that says when to
 * come back.
 */
function mayPass(error: unknown): boolean {
  if (!(error instanceof SourceError)) return false;
  const { refusal, cause } = error;
  if (refusal !== undefined) {
    return [502, 504].includes(refusal.status) && refusal.headers['retry-after'] === undefined;
  }
  if (faultOf(error) === 'reset') return true;
  return (
    faultOf(error) === 'unreachable' &&
    cause instanceof Error &&
    'code' in cause &&
    ['EAI_AGAIN', 'ECONNREFUSED'].includes(String(cause.code))
  );
}
