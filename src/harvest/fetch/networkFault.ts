import type { CribaError } from '../../model/error.ts';
import { faultOf, sourceError } from '../sourceError.ts';

const TIMEOUTS = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
]);

/**
 * What an error of the network means for a source.
 * @param answered whether headers had come, so that what failed is the body
 * @param late whether the deadline for the whole, `total` milliseconds, had passed
 */
export function networkFault(
  error: unknown,
  { url, answered, late, total }: { url: string; answered: boolean; late: boolean; total: number },
): CribaError {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (faultOf(cause) !== undefined) return cause as CribaError;
  }
  const code = codeOf(error);
  if (late) return sourceError('timeout', `${url}: not finished after ${total} ms.`, error);
  if (TIMEOUTS.has(code))
    return sourceError('timeout', `${url}: no answer in time (${code}).`, error);
  if (code === 'UND_ERR_HEADERS_OVERFLOW')
    return sourceError('tooLarge', `${url}: endless headers.`, error);
  const message = error instanceof Error ? error.message : String(error);
  return answered
    ? sourceError('truncated', `${url}: the body ended early (${code || message}).`, error)
    : sourceError('unreachable', `${url}: no connection (${code || message}).`, error);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
