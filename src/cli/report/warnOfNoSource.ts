import type { Desk } from '../../model/desk/desk.ts';
import type { Terminal } from '../command/terminal.ts';

/** Says what to do if a desk has no source to read. */
export function warnOfNoSource(
  { sources }: Pick<Desk, 'sources'>,
  folder: string,
  terminal: Pick<Terminal, 'warn'>,
): void {
  const [what, hint] =
    sources.length === 0
      ? [`${folder} has no sources.`, 'Write one: npm run sources -- add <address of a site>']
      : [`Every source of ${folder} is retired.`, 'Change the `state` of those to be read again.'];
  terminal.warn('desk/no-source', what, hint);
}
