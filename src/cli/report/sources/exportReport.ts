import { count } from '../../command/count.ts';
import type { Terminal } from '../../command/terminal.ts';
import { type SourceFile, sourceRecord } from './sourceRecord.ts';

/** What of a desk's sources a list holds. */
export interface Exported {
  listed: readonly SourceFile[];
  /** sources whose feed is no web address */
  leftOut: readonly SourceFile[];
}

export interface ExportNames {
  /** the file that the list goes to; without it the list is the answer */
  out: string | undefined;
  /** the desk's */
  folder: string;
  dryRun: boolean;
}

/** The list, or where it was written, and the sources without an address that another reader could ask. */
export function reportExport(
  { text, listed, leftOut }: Exported & { text: string },
  { out, folder, dryRun }: ExportNames,
  terminal: Terminal,
): void {
  if (out === undefined) terminal.answer(text.trimEnd());
  else terminal.answer(`${dryRun ? 'to be written' : 'written'}  ${out}`);
  for (const source of listed) terminal.record(sourceRecord(source, folder));
  if (leftOut.length === 0) return;
  const names = leftOut.map(({ name }) => name).join(', ');
  terminal.warn(
    'source/no-address',
    `${count(leftOut.length, 'source')} without a web address, which no other reader could ask: ${names}.`,
  );
}

/** An export in a line whose counts add up: `9 sources = 7 listed + 1 without address + 1 retired`. */
export function exportLine(
  { listed, leftOut }: Exported,
  sources: number,
  dryRun: boolean,
): string {
  const retired = sources - listed.length - leftOut.length;
  const parts = [
    `${listed.length} listed`,
    ...(leftOut.length > 0 ? [`${leftOut.length} without address`] : []),
    ...(retired > 0 ? [`${retired} retired`] : []),
  ];
  return `${count(sources, 'source')} = ${parts.join(' + ')}${dryRun ? '; 0 written (dry run)' : ''}`;
}
