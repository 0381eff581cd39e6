import { SourceError, sourceError } from '../model/run/sourceError.ts';

/** What the codes of the network's errors mean, and why where one fault has several reasons. */
const FAULTS: readonly [codes: RegExp, toError: (place: Place) => SourceError][] = [
  [
    /^(?:UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT|ETIMEDOUT)$/,
    ({ cause, ...values }) => sourceError('timeout', { why: 'noAnswer', ...values }, { cause }),
  ],
  [
    /^(?:UND_ERR_HEADERS_OVERFLOW|HPE_HEADER_OVERFLOW)$/,
    ({ cause, ...values }) => sourceError('tooLarge', { why: 'headers', ...values }, { cause }),
  ],
  [
    /^(?:CERT_|ERR_TLS_|ERR_SSL_|EPROTO$|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERROR_IN_CERT|HOSTNAME_MISMATCH|INVALID_(?:CA|PURPOSE))/,
    ({ cause, ...values }) => sourceError('tls', values, { cause }),
  ],
  // The second if two headers say how long the body is, and differ.
  [
    /^(?:HTTPParserError|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/,
    ({ cause, ...values }) => sourceError('protocol', { why: 'notHttp', ...values }, { cause }),
  ],
  [
    /^(?:ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET)$/,
    ({ cause, ...values }) => sourceError('reset', values, { cause }),
  ],
];

/** Where an error happened, what it calls itself, and the error. */
interface Place {
  url: string;
  reason: string;
  cause: unknown;
}

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
  if (late) return sourceError('timeout', { why: 'unfinished', url, ms: total }, { cause: error });
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  const place = { url, reason: code || message, cause: error };
  const [, toError = noConnection] = FAULTS.find(([codes]) => codes.test(code)) ?? [];
  const found = toError(place);
  // undici's words for an upgrade, or for a 100 that is an answer, that nobody asked for.
  if (found.fault !== 'unreachable' && /^bad (?:upgrade|response)$/.test(message))
    return sourceError('protocol', { why: 'otherQuestion', url }, { cause: error });
  if (answered && (found.fault === 'reset' || code.endsWith('_LENGTH_MISMATCH')))
    return sourceError('truncated', { why: 'cut', url, reason: place.reason }, { cause: error });
  return found;
}

function noConnection({ cause, ...values }: Place): SourceError {
  return sourceError('unreachable', { why: 'connection', ...values }, { cause });
}

/** The code of an error; the HTTP parser's have names only. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
