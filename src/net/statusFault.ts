import { type Refusal, type SourceError, sourceError } from '../model/run/sourceError.ts';

const FAULTS: Readonly<Record<number, 'forbidden' | 'missing' | 'gone' | 'busy'>> = {
  401: 'forbidden',
  402: 'forbidden',
  403: 'forbidden',
  404: 'missing',
  407: 'forbidden',
  410: 'gone',
  429: 'busy',
  503: 'busy',
};

/** What a status that is no answer means for a source. */
export function statusFault(url: string, refusal: Refusal): SourceError {
  const status = String(refusal.status);
  // Not modified, said to a request that did not ask whether it was.
  if (refusal.status === 304)
    return sourceError('protocol', { why: 'status', url, status }, { refusal });
  return sourceError(FAULTS[refusal.status] ?? 'status', { url, status }, { refusal });
}
