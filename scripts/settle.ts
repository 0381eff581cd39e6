import { runCommand } from '../src/cli/command.ts';
import { count } from '../src/cli/count.ts';
import { carryOver } from '../src/review/carryOver.ts';
import { restore } from '../src/review/restore.ts';
import { settle } from '../src/review/settle.ts';
import { applyChanges } from '../src/store/applyChanges.ts';
import { readDesk } from '../src/store/readDesk.ts';
import { ledgerPath } from '../src/text/run.ts';

await runCommand(
  {
    name: 'settle',
    summary:
      'Turns decisions into places: kept candidates become picks, dropped and expired ones go, and the ledger remembers each.',
    flags: {
      by: { type: 'string', value: '<name>', help: 'who decided, for the ledger and the picks' },
      closed: {
        type: 'string',
        value: '<folder>',
        help: 'the desk of a pull request that was closed unmerged: carry its decisions over',
      },
      restore: {
        type: 'string',
        value: '<id>',
        help: 'reopen an item, by id or address: it may be proposed again',
      },
    },
    examples: [
      ['npm run settle -- --dry-run', 'say what would move, and move nothing'],
      ['npm run settle -- --by Marta', 'settle what Marta decided'],
      [
        'npm run settle -- --restore https://water.example/rain-gardens',
        'let a dropped article come back',
      ],
    ],
  },
  async ({ values, desk: folder, now, dryRun, terminal }) => {
    const desk = await readDesk(folder);
    const by = values.by === undefined ? undefined : String(values.by);
    const { changes, lines, notes } =
      values.restore !== undefined
        ? { ...restore(desk, String(values.restore), { now, by }), notes: [] }
        : values.closed !== undefined
          ? { ...carryOver(desk, await readDesk(String(values.closed)), { now, by }), notes: [] }
          : settle(desk, { now, by });

    for (const { event, title, url, reason } of lines) {
      terminal.answer(`${event.padEnd(8)} ${title}${reason ? `  (${reason})` : ''}`);
      terminal.record({ event, title, url, ...(reason && { reason }) });
    }
    for (const note of notes)
      terminal.warn(note.code, `${folder}/${note.file}: ${note.message}`, note.hint);
    if (!dryRun) applyChanges(folder, { changes, lines }, ledgerPath(now, 'settle'));
    terminal.closing(
      `${count(lines.length, 'line')} for the ledger, ${count(changes.length, 'file')} ${dryRun ? 'to move (dry run)' : 'moved'}`,
    );
    return notes.length > 0 ? 1 : 0;
  },
);
