import { type Fault, SourceError, sourceError } from '../model/run/sourceError.ts';

const FAULTS: readonly [codes: RegExp, Fault, what: string][] = [
  [/^(?:UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT|ETIMEDOUT)$/, 'timeout', 'no answer in time'],
  [/^(?:UND_ERR_HEADERS_OVERFLOW|HPE_HEADER_OVERFLOW)$/, 'tooLarge', 'endless headers'],
  [
    /^(?:CERT_|ERR_TLS_|ERR_SSL_|EPROTO$|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERROR_IN_CERT|HOSTNAME_MISMATCH|INVALID_(?:CA|PURPOSE))/,
    'tls',
    'no safe connection',
  ],
  // The second if two headers say how long the body is, and differ.
  [
    /^(?:HTTPParserError|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/,
    'protocol',
    'the answer is not HTTP',
  ],
  [/^(?:ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET)$/, 'reset', 'the connection was cut'],
];

/**
 * What an error of the network means for a source.
 * @param answered whether headers had come, so that what failed is the body
 * @param late whether the deadline for the whole, `total` milliseconds, had passed
 */
export function networkFault(
  error: unknown,
  { url, answered, late, total }: { url: string; answered: boolean; late: boolean; total: number },
): SourceError {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof SourceError) return cause;
  }
  if (late) return sourceError('timeout', `${url}: not finished after ${total} ms.`, error);
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  const [, fault, what] = FAULTS.find(([codes]) => codes.test(code)) ?? [];
  const reason = `(${code || message})`;
  if (fault === undefined)
    return sourceError('unreachable', `${url}: no connection ${reason}.`, error);
  // undici's words for an upgrade, or for a 100 that is an answer, that nobody asked for.
  if (/^bad (?:upgrade|response)$/.test(message))
    return sourceError('protocol', `${url}: the answer is to another question.`, error);
  if (answered && (fault === 'reset' || code.endsWith('_LENGTH_MISMATCH')))
    return sourceError('truncated', `${url}: the body ended early ${reason}.`, error);
  return sourceError(fault, `${url}: ${what} ${reason}.`, error);
}

/** The code of an error; the HTTP parser's have names only. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
