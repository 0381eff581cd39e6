import type { Finding } from './finding.ts';
import { type Content, FOLDERS, type Kind } from './kinds.ts';
import type { Ledger, LedgerLine } from './ledger/ledger.ts';
import type { Rules } from './rules.ts';
import type { Settings } from './settings.ts';

/** A file of the desk, read. */
export interface Entry<T> {
  /** the file's name without its ending, which is how other files refer to it */
  name: string;
  /** from the desk's folder, with `/`: `picks/2026/11/x-0a1b2c.md` */
  path: string;
  data: T;
  /** Markdown, without the header */
  body: string;
  /** SHA-256 of the file's bytes, in hex */
  hash: string;
}

/** A file that could not be read as what its folder says it is. It counts as undecided, never as gone. */
export interface Quarantined {
  name: string;
  path: string;
  kind: Kind | 'desk' | 'ledger' | 'rules';
  /** what its header gives as `id`, where that much could be read */
  id?: string;
  findings: Finding[];
}

/** The files of each kind, in the order of their paths: `desk.campaigns` is `Entry<Campaign>[]`. */
export type Entries = { [K in Kind]: Entry<Content<K>>[] };

/** Everything that `content/` says. */
export interface Desk extends Entries {
  settings: Settings;
  /** the body of `desk.md`: who we are, for the about page */
  about: string;
  rules: Rules;
  ledger: Ledger;
  quarantine: Quarantined[];
  /** of all files, quarantined or not */
  findings: Finding[];
}

/** Every file that could be read, whatever its kind. */
export function allEntries(desk: Entries): Entry<unknown>[] {
  return FOLDERS.flatMap((kind): Entry<unknown>[] => desk[kind]);
}

/**
 * What to do to the files of a desk. Applied by the store in an order that loses nothing when it is cut short.
 * A file that is moved, removed or edited is named with the bytes that were judged (`hash`, of its `Entry`): what a person has
 * changed since is left alone, and so is the ledger about it.
 */
export type Change =
  | { do: 'create'; path: string; kind: Kind; data: Record<string, unknown>; body: string }
  | ({ do: 'move'; from: string; to: string; hash: string; id: string } & Edit)
  /** a move that leaves every byte as it is */
  | { do: 'rename'; from: string; to: string; hash: string; id: string }
  | { do: 'remove'; path: string; hash: string; id: string }
  /** a file that stays where it is */
  | ({ do: 'edit'; path: string; hash: string; id: string } & Edit)
  /** a file of another desk, which stays as it is */
  | ({ do: 'copy'; from: string; to: string } & Edit);

/** A header changed key by key, all else as people left it. */
export interface Edit {
  kind: Kind;
  set: Record<string, unknown>;
  remove: string[];
}

/** What a station wants done: changes to files, and the lines that remember them. */
export interface Changes {
  changes: Change[];
  lines: LedgerLine[];
}
