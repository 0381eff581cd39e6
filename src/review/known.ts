import type { Desk } from '../model/desk.ts';
import { CribaError } from '../model/error.ts';
import { latestById } from '../model/ledger.ts';
import { holdsItems } from './withoutWords.ts';

/** What a desk knows already, so that no harvest proposes it again. */
export interface Known {
  ids: ReadonlySet<string>;
  /** as stored; compare them by today's canonical form */
  urls: readonly string[];
  /** first six of the ids of files that cannot be read: their items count as known too */
  endings: ReadonlySet<string>;
}

/** Whatever became of it, an item that the desk has met is known, unless a person restored it. */
export function known(desk: Desk): Known {
  const lines = [...latestById(desk.ledger).values()].filter((line) => line.event !== 'restore');
  const files = [...desk.candidates, ...desk.picks];
  const unreadable = desk.quarantine.filter(holdsItems);
  return {
    ids: new Set([
      ...lines.map((line) => line.id),
      ...files.flatMap(({ data }) => data.id ?? []),
      ...unreadable.flatMap(({ id }) => id ?? []),
    ]),
    urls: [...lines.map((line) => line.url), ...files.map(({ data }) => data.url)],
    endings: new Set(unreadable.map(({ name }) => name.slice(-6))),
  };
}

/**
 * Whoever decides or proposes must know every decision there is.
 * @throws CribaError `ledger/damaged` when a line of the ledger cannot be read
 */
export function requireLedger({ quarantine }: Desk): void {
  const fault = quarantine.find(({ kind }) => kind === 'ledger')?.findings[0];
  if (fault === undefined) return;
  throw new CribaError('ledger/damaged', `${fault.file}:${fault.line}: ${fault.message}`, {
    hint: 'Restore the file from git, or what people dropped would be proposed again.',
  });
}
