import type { Desk } from '../../model/desk/desk.ts';
import type { Terminal } from '../command/terminal.ts';

/** Says what to do if a desk has no source to read. */
export function warnOfNoSource(
  { sources }: Pick<Desk, 'sources'>,
  folder: string,
  terminal: Pick<Terminal, 'warnOf'>,
): void {
  const why = sources.length === 0 ? 'none' : 'retired';
  terminal.warnOf({ code: 'desk/no-source', values: { why, folder } });
}
