import { CribaError, type ErrorCode } from './error.ts';
import { kebab } from './kebab.ts';
import type { SourceCode } from './outcome.ts';

/** Why a source gave no answer. */
export type Fault = Exclude<SourceCode, 'ok' | 'empty' | 'unchanged' | 'resting'>;

const HINTS: Readonly<Record<Fault, string>> = {
  refused:
    'Give a public http(s) address, or a path inside the repository; CRIBA_ALLOW_HOSTS opens an intranet host.',
  unreachable: 'Open the address in a browser: the name or the network may be at fault.',
  reset: 'The server hung up; the next run asks again.',
  tls: 'Open the address in a browser: its certificate may have run out.',
  timeout: 'If it answers in a browser, it is slow today: the next run asks again.',
  protocol: 'The next run asks again; if it stays so, tell the publisher.',
  gone: 'The publisher took it down for good: look for a new address, or retire the source.',
  missing: 'Open the address in a browser: the feed may have moved or ended.',
  forbidden: 'Open the address in a browser; if it answers there, write to the publisher.',
  busy: 'Nothing to do: it is asked again when it wants to be.',
  status: 'Open the address in a browser: the server may be in trouble.',
  tooManyRedirects: 'Open the address in a browser and give the one where it ends.',
  tooLarge: 'Ask the publisher for a feed with the latest items only.',
  truncated: 'The next run asks again; if it stays so, tell the publisher.',
  notAFeed: 'Open the address in a browser: some sites send an error page with status 200.',
  parserEnded:
    'The document is hard to read, or Criba has a fault: look at it, and report it if it looks well.',
  robots: 'The site asks programs to stay away from this page: read it in a browser.',
  noFile: 'Write the path as it stands in the repository: feeds/news.xml.',
};

export const FAULTS = Object.keys(HINTS) as Fault[];

/** What a server said with its refusal, if it replied. */
export interface Refusal {
  status: number;
  /** as in `Reply` */
  headers: Readonly<Record<string, string>>;
  hops: readonly Hop[];
}

/** A redirect that was followed. */
export interface Hop {
  status: number;
  from: string;
  to: string;
}

/** Trouble with one source; its code is `source/` and the fault in kebab case: `source/not-a-feed`. */
export class SourceError extends CribaError {
  readonly fault: Fault;
  readonly refusal: Refusal | undefined;

  constructor(
    fault: Fault,
    message: string,
    { cause, refusal }: { cause?: unknown; refusal?: Refusal } = {},
  ) {
    super(sourceErrorCode(fault), message, { hint: HINTS[fault], cause });
    this.name = 'SourceError';
    this.fault = fault;
    this.refusal = refusal;
  }
}

export function sourceError(fault: Fault, message: string, cause?: unknown): SourceError {
  return new SourceError(fault, message, { cause });
}

/** What a `SourceError` says; undefined for any other error, which is a fault of ours. */
export function faultOf(error: unknown): Fault | undefined {
  return error instanceof SourceError ? error.fault : undefined;
}

/** How a fault is spelt where people read it: `source/not-a-feed`. */
export function sourceErrorCode(code: SourceCode): ErrorCode {
  return `source/${kebab(code)}`;
}
