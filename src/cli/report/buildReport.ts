import type { CommandWords } from '../../i18n/commandWords.ts';
import type { Desk } from '../../model/desk/desk.ts';
import type { EditionName } from '../../model/site/editionName.ts';
import type { Terminal } from '../command/terminal.ts';

interface Edition {
  edition: EditionName;
  /** its folder */
  out: string;
}

export function reportToBuild({ edition, out }: Edition, terminal: Terminal): void {
  terminal.answer(terminal.speech.say('build.toBuild', { out }));
  terminal.record({ edition, out });
}

/** @param built.seconds from start to end */
export function reportBuilt(
  { edition, out, pages, seconds }: Edition & { pages: number; seconds: number },
  terminal: Terminal,
): void {
  const { speech } = terminal;
  terminal.answer(speech.say('build.built', { out, n: pages, seconds: speech.number(seconds, 1) }));
  terminal.record({ edition, out, pages });
}

/** What an edition is made of, in a line. */
export function buildLine(
  { picks, slots, quarantine }: Desk,
  dryRun: boolean,
  speech: CommandWords,
): string {
  const parts = [
    speech.say('count.picks', { n: picks.length }),
    speech.say('count.slots', { n: slots.length }),
    speech.say('build.leftOut', { n: quarantine.length }),
  ].join(', ');
  return dryRun ? `${parts}; ${speech.say('frame.dryRun')}` : parts;
}
