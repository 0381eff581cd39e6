import type { Desk } from '../model/desk.ts';
import { latestById } from '../model/ledger.ts';

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
  const unreadable = desk.quarantine.filter(
    (file) => file.kind === 'candidates' || file.kind === 'picks',
  );
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
