import type { CommandKey, CommandWords } from '../../i18n/commandWords.ts';
import { ledgerReason } from '../../i18n/ledgerReason.ts';
import type { Change, Changes } from '../../model/desk/desk.ts';
import { ITEM_EVENTS, type ItemLine } from '../../model/desk/ledger/itemLine.ts';
import type { Terminal } from '../command/terminal.ts';

const FILES: readonly { kinds: readonly Change['do'][]; done: CommandKey; toDo: CommandKey }[] = [
  { kinds: ['create', 'copy'], done: 'settle.written', toDo: 'settle.toWrite' },
  { kinds: ['move', 'rename'], done: 'settle.moved', toDo: 'settle.toMove' },
  { kinds: ['remove'], done: 'settle.removed', toDo: 'settle.toRemove' },
];

/** What becomes of each item, one a line. */
export function reportDecisions(lines: readonly ItemLine[], terminal: Terminal): void {
  const { speech } = terminal;
  const width = Math.max(...ITEM_EVENTS.map((event) => speech.say(`settle.event.${event}`).length));
  for (const { event, title, url, reason } of lines) {
    const word = speech.say(`settle.event.${event}`).padEnd(width);
    terminal.answer(`${word} ${title}${reason ? `  (${ledgerReason(reason, speech)})` : ''}`);
    terminal.record({ event, title, url, ...(reason && { reason }) });
  }
}

/** What settling did, in a line: `3 lines for the ledger, 1 file moved, 2 files removed`. */
export function settleLine(
  { changes, lines }: Changes,
  dryRun: boolean,
  speech: CommandWords,
): string {
  const parts = FILES.flatMap(({ kinds, done, toDo }) => {
    const n = changes.filter((change) => kinds.includes(change.do)).length;
    return n === 0 ? [] : [speech.say(dryRun ? toDo : done, { n })];
  });
  return [
    speech.say('settle.lines', { n: lines.length }),
    ...(parts.length > 0 ? parts : [speech.say('settle.noFile')]),
    ...(dryRun ? [speech.say('frame.dryRun')] : []),
  ].join(', ');
}
