import type { Command, ExitCode, Invocation } from '../src/cli/command/command.ts';
import { reportDecisions, settleLine } from '../src/cli/report/settleReport.ts';
import { warnOfQuarantine } from '../src/cli/report/warnOfQuarantine.ts';
import { warnOfTouched } from '../src/cli/report/warnOfTouched.ts';
import { carryOver } from '../src/decide/carryOver.ts';
import { requireLedger } from '../src/decide/known.ts';
import { restore } from '../src/decide/restore.ts';
import { settle } from '../src/decide/settle.ts';
import { faultText } from '../src/i18n/faultText.ts';
import type { Desk } from '../src/model/desk/desk.ts';
import { CribaError } from '../src/model/run/error.ts';
import { applyChanges } from '../src/store/applyChanges.ts';
import { readDesk } from '../src/store/readDesk.ts';

export const settleCommand: Command = {
  name: 'settle',
  flags: {
    by: { type: 'string', value: 'name' },
    closed: {
      type: 'string',
      value: 'folder',
    },
    restore: {
      type: 'string',
      value: 'id',
    },
  },
  examples: [
    'npm run settle -- --dry-run',
    'npm run settle -- --by Marta',
    'npm run settle -- --restore https://water.example/rain-gardens',
  ],
  run: runSettle,
};

async function runSettle(call: Invocation): Promise<ExitCode> {
  const { values, desk: folder, now, dryRun, terminal } = call;
  if (values.restore !== undefined && values.closed !== undefined) throw bothAtOnce();
  const desk = await readDesk(folder);
  requireLedger(desk);
  const leftOut = warnOfQuarantine(desk, folder, terminal);
  const { changes, lines, notes } = await decide(desk, call);

  reportDecisions(lines, terminal);
  for (const note of notes) {
    const { message, hint } = faultText(note, terminal.speech.lang);
    terminal.warn(note.code, `${folder}/${note.file}: ${message}`, hint);
  }
  const applied = dryRun
    ? undefined
    : applyChanges(
        folder,
        { changes, lines },
        {
          now,
          command: 'settle',
          ...(values.closed !== undefined && { other: String(values.closed) }),
        },
      );
  const touched = warnOfTouched(applied, folder, terminal);
  terminal.closing(settleLine({ changes, lines }, dryRun, terminal.speech));
  return leftOut || touched || notes.length > 0 ? 1 : 0;
}

/** What is to be done: by whichever of the three ways the flags ask for. */
async function decide(desk: Desk, { values, now, terminal }: Invocation) {
  const by = values.by === undefined ? undefined : String(values.by);
  if (values.restore !== undefined) {
    return { ...restore(desk, String(values.restore), { now, by }), notes: [] };
  }
  if (values.closed === undefined) return settle(desk, { now, by });
  const closed = await readDesk(String(values.closed));
  warnOfQuarantine(closed, String(values.closed), terminal);
  return carryOver(desk, closed, { now, by });
}

function bothAtOnce(): CribaError {
  return new CribaError('usage/restore-or-closed', {});
}
