import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ItemLine } from '../model/desk/ledger/itemLine.ts';
import { listFiles } from './listFiles.ts';

/** Where a line of the ledger stands: `content/ledger/2026/11/x.ndjson:3`. Reads the ledger, so only a fault pays for it. */
export function ledgerPlace(folder: string, { id, at, event }: ItemLine): string {
  const facts = [id, at, event].map((fact) => JSON.stringify(fact));
  for (const path of listFiles(folder, 'ledger').files.toReversed()) {
    const lines = readFileSync(join(folder, path), 'utf8').split('\n');
    const index = lines.findIndex((line) => facts.every((fact) => line.includes(fact)));
    if (index !== -1) return `${folder}/${path}:${index + 1}`;
  }
  return `${folder}/ledger`;
}
