import type { CommandWords } from '../../../i18n/commandWords.ts';
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
  const { speech } = terminal;
  if (out === undefined) terminal.answer(text.trimEnd());
  else
    terminal.answer(
      speech.say(dryRun ? 'sources.toBeWrittenFile' : 'sources.writtenFile', { path: out }),
    );
  for (const source of listed) terminal.record(sourceRecord(source, folder));
  if (leftOut.length === 0) return;
  const names = leftOut.map(({ name }) => name).join(', ');
  terminal.warn('source/no-address', speech.say('sources.noAddress', { n: leftOut.length, names }));
}

/** An export in a line whose counts add up: `9 sources = 7 listed + 1 without address + 1 retired`. */
export function exportLine(
  { listed, leftOut }: Exported,
  sources: number,
  { dryRun, speech }: { dryRun: boolean; speech: CommandWords },
): string {
  const retired = sources - listed.length - leftOut.length;
  const parts = [
    speech.say('sources.listed', { n: listed.length }),
    ...(leftOut.length > 0 ? [speech.say('sources.withoutAddress', { n: leftOut.length })] : []),
    ...(retired > 0 ? [speech.say('sources.retired', { n: retired })] : []),
  ];
  const sum = `${speech.say('count.sources', { n: sources })} = ${parts.join(' + ')}`;
  return dryRun ? `${sum}; ${speech.say('frame.dryRun')}` : sum;
}
