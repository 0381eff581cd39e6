import { CribaError, type ErrorCode } from '../model/error.ts';
import { SOURCE_CODES, type SourceCode } from '../model/outcome.ts';

/** Why a source gave no answer. */
export type Fault = Exclude<SourceCode, 'ok' | 'empty'>;

const HINTS: Readonly<Record<Fault, string>> = {
  refused:
    'Give a public http(s) address, or a path inside the repository; CRIBA_ALLOW_HOSTS opens an intranet host.',
  unreachable:
    'Open the address in a browser: the name, the network or the certificate may be at fault.',
  timeout: 'If it answers in a browser, it is slow today: the next run asks again.',
  status: 'Open the address in a browser: the feed may have moved or ended.',
  tooManyRedirects: 'Open the address in a browser and give the one where it ends.',
  tooLarge: 'Ask the publisher for a feed with the latest items only.',
  truncated: 'The next run asks again; if it stays so, tell the publisher.',
  notAFeed: 'Open the address in a browser: some sites send an error page with status 200.',
  parserEnded:
    'The document is built to be hard to read, or broken: look at it before you ask again.',
  noFile: 'Write the path as it stands in the repository: feeds/news.xml.',
};

/** Trouble with one source; its code is `source/` and the fault in kebab case: `source/not-a-feed`. */
export function sourceError(fault: Fault, message: string, cause?: unknown): CribaError {
  return new CribaError(sourceErrorCode(fault), message, { hint: HINTS[fault], cause });
}

/** What a `CribaError` of `sourceError` says; undefined for any other error, which is a fault of ours. */
export function faultOf(error: unknown): Fault | undefined {
  if (!(error instanceof CribaError)) return undefined;
  return (SOURCE_CODES as readonly string[]).includes(camel(error.code))
    ? (camel(error.code) as Fault)
    : undefined;
}

/** How a fault is spelt where people read it: `source/not-a-feed`. */
export function sourceErrorCode(code: SourceCode): ErrorCode {
  return `source/${code.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function camel(code: string): string {
  return code
    .replace(/^source\//, '')
    .replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
