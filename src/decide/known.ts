import type { Desk } from '../model/desk/desk.ts';
import { CribaError } from '../model/run/error.ts';
import type { Known } from '../model/run/known.ts';
import { addressing } from '../text/address.ts';
import { histories } from './histories.ts';
import { holdsItems } from './implicitDecisions.ts';

/**
 * What the desk has met: every item of the ledger, whatever became of it, unless a person restored it, and every item that
 * has a file. Addresses are compared by today's rules, so an item is also known if its id was made by other rules.
 */
export function known(desk: Desk): Known {
  const addresses = addressing(desk.rules.addresses);
  const { all } = histories(desk.ledger.items, addresses);
  const closed = [...all].filter(({ last }) => last.event !== 'restore');
  const files = [...desk.candidates, ...desk.picks].map(({ data }) => data);
  const unreadable = desk.quarantine.filter(holdsItems);
  const places = files.flatMap(({ url, alsoIn }) => [url, ...alsoIn.map((other) => other.url)]);
  return {
    ids: new Set([
      ...closed.flatMap(({ ids }) => [...ids]),
      ...files.flatMap(({ id }) => id ?? []),
      ...unreadable.flatMap(({ id }) => id ?? []),
    ]),
    addresses: new Set([
      ...closed.flatMap((history) => [...history.addresses]),
      ...places.map((url) => addresses.canonical(url)),
    ]),
    endings: new Set(unreadable.map(({ name }) => name.slice(-6))),
  };
}

/**
 * Refuses to go on with a damaged ledger, since without all decisions what people dropped would be proposed again.
 * @throws CribaError `ledger/damaged` if a line of the ledger cannot be read
 */
export function requireLedger({ quarantine }: Desk): void {
  const fault = quarantine.find(({ kind }) => kind === 'ledger')?.findings[0];
  if (fault === undefined) return;
  throw new CribaError('ledger/damaged', { place: `${fault.file}:${fault.line}`, fault });
}
