import { hash as digest } from 'node:crypto';
import type { Database } from './openDatabase.ts';

/** Bodies as they came over the network, each under the SHA-256 of its bytes: what came twice is stored once. */
export interface Bodies {
  /** gives the hash under which it can be found again */
  keep(raw: Uint8Array): string;
  /** undefined if it is not there any more, or has another hash */
  find(hash: string): Uint8Array | undefined;
  has(hash: string): boolean;
  /** bytes of each body, by its hash */
  sizes(): Map<string, number>;
  /** removes all others older than `age` seconds: another run may be about to need the younger */
  keepOnly(hashes: ReadonlySet<string>, age: number): void;
}

export function bodiesIn(database: Database): Bodies {
  const remove = (hash: string) => database.change('DELETE FROM bodies WHERE hash = ?', hash);
  return {
    keep(raw) {
      const hash = digest('sha256', raw);
      database.change('INSERT OR IGNORE INTO bodies VALUES (?, ?, unixepoch())', hash, raw);
      return hash;
    },
    find(hash) {
      const [row] = database.rows('SELECT raw FROM bodies WHERE hash = ?', hash);
      if (row === undefined) return undefined;
      if (row.raw instanceof Uint8Array && digest('sha256', row.raw) === hash) return row.raw;
      // A damaged one makes room for a good one.
      remove(hash);
      return undefined;
    },
    has: (hash) => database.rows('SELECT 1 FROM bodies WHERE hash = ?', hash).length > 0,
    sizes() {
      const rows = database.rows('SELECT hash, length(raw) AS size FROM bodies');
      return new Map(rows.map(({ hash, size }) => [String(hash), Number(size)]));
    },
    keepOnly(hashes, age) {
      const old = database.rows('SELECT hash FROM bodies WHERE kept <= unixepoch() - ?', age);
      const unneeded = old.map(({ hash }) => String(hash)).filter((hash) => !hashes.has(hash));
      if (unneeded.length === 0) return;
      database.change('BEGIN');
      for (const hash of unneeded) remove(hash);
      database.change('COMMIT');
    },
  };
}
