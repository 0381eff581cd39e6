import type { Settings } from '../../model/settings.ts';
import type { OpenFetchOptions } from './openFetch.ts';

/**
 * How a desk asks: with a name and an address that a publisher can write to.
 * @param allowHosts the operator's `CRIBA_ALLOW_HOSTS`: hosts that may be read although they are not public, by commas
 */
export function fetchOptions({ url, contact }: Settings, allowHosts = ''): OpenFetchOptions {
  const about = url === undefined ? contact : `${url}; ${contact}`;
  return { userAgent: `Criba/0.1 (+${asHeader(about)})`, allowHosts: allowHosts.split(',') };
}

/** What a header may hold: a dash or an accent in a contact would make every request fail. */
function asHeader(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[^\x20-\x7e]/g, '');
}
