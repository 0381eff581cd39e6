import type { Fault } from '../model/run/sourceError.ts';

const FAULTS: Readonly<Record<number, Fault>> = {
  // Not modified, said to a request that did not ask whether it was.
  304: 'protocol',
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
export function statusFault(status: number): Fault {
  return FAULTS[status] ?? 'status';
}
