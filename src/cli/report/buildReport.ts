import type { Desk } from '../../model/desk/desk.ts';
import type { EditionName } from '../../model/site/editionName.ts';
import { count } from '../command/count.ts';
import type { Terminal } from '../command/terminal.ts';

interface Edition {
  edition: EditionName;
  /** its folder */
  out: string;
}

export function reportToBuild({ edition, out }: Edition, terminal: Terminal): void {
  terminal.answer(`${out}  to be built (dry run)`);
  terminal.record({ edition, out });
}

/** @param built.seconds from start to end */
export function reportBuilt(
  { edition, out, pages, seconds }: Edition & { pages: number; seconds: number },
  terminal: Terminal,
): void {
  terminal.answer(`${out}  ${count(pages, 'page')} in ${seconds.toFixed(1)} s`);
  terminal.record({ edition, out, pages });
}

/** What an edition is made of, in a line. */
export function buildLine({ picks, slots, quarantine }: Desk, dryRun: boolean): string {
  const parts = [
    count(picks.length, 'pick'),
    count(slots.length, 'slot'),
    `${count(quarantine.length, 'file')} left out`,
  ];
  return `${parts.join(', ')}${dryRun ? '; 0 written (dry run)' : ''}`;
}
