import type { Command, ExitCode, Invocation } from '../src/cli/command/command.ts';
import type { Terminal } from '../src/cli/command/terminal.ts';
import { warnOfQuarantine } from '../src/cli/report/warnOfQuarantine.ts';
import { warnOfTouched } from '../src/cli/report/warnOfTouched.ts';
import { isUntouched } from '../src/decide/expiry.ts';
import { requireLedger } from '../src/decide/known.ts';
import { signedPoints } from '../src/i18n/reason.ts';
import type { Candidate } from '../src/model/desk/candidate.ts';
import type { Desk, Entry } from '../src/model/desk/desk.ts';
import { latestById } from '../src/model/desk/ledger/latestById.ts';
import { type Rescored, rescore } from '../src/score/rescore.ts';
import { applyChanges } from '../src/store/applyChanges.ts';
import { readDesk } from '../src/store/readDesk.ts';

const MOST_CHANGES = 4;

export const scoreCommand: Command = {
  name: 'score',
  flags: {},
  examples: [
    'npm run score -- --dry-run',
    'npm run score',
    `npm run -s score -- --dry-run --json | jq 'select(.now == "vetoed")'`,
    'npm run score && git commit -am score',
  ],
  run: runScore,
};

async function runScore({ desk: folder, now, dryRun, terminal }: Invocation): Promise<ExitCode> {
  const desk = await readDesk(folder);
  requireLedger(desk);
  const leftOut = warnOfQuarantine(desk, folder, terminal);
  const { untouched, touched, postponed } = openCandidates(desk);
  const { rescored, changes, lines } = rescore(desk, new Set(untouched), { now });
  for (const one of rescored) reportRescored(one, desk.settings.threshold, terminal);
  const applied = dryRun
    ? undefined
    : applyChanges(folder, { changes, lines }, { now, command: 'score' });
  const meanwhile = warnOfTouched(applied, folder, terminal);
  const late = applied?.left.length ?? 0;
  const all = untouched.length + touched + postponed;
  const { speech } = terminal;
  const counts = [
    speech.say('score.changed', { n: changes.length - late }),
    speech.say('score.unchanged', { n: untouched.length - changes.length }),
    speech.say('score.touched', { n: touched + late }),
    ...(postponed > 0 ? [speech.say('score.postponed', { n: postponed })] : []),
  ];
  const written = applied
    ? speech.say('score.written', { n: applied.written.length })
    : speech.say('frame.dryRun');
  terminal.closing(
    `${speech.say('count.candidates', { n: all })} = ${counts.join(' + ')}; ${written}`,
  );
  return leftOut || meanwhile ? 1 : 0;
}

/** Candidates by what may be done with them. One that the ledger has closed waits for `settle`, and counts as touched. */
function openCandidates(desk: Desk) {
  const latest = latestById(desk.ledger.items);
  const postponed = desk.candidates.filter(({ data }) => data.decision === 'later');
  const untouched = desk.candidates.filter((entry: Entry<Candidate>) => {
    const last = latest.get(entry.data.id)?.event;
    const open = last === 'proposed' || last === 'later' || last === 'restore';
    return open && entry.data.decision !== 'later' && isUntouched(entry, desk.ledger.items);
  });
  const touched = desk.candidates.length - postponed.length - untouched.length;
  return { untouched, touched, postponed: postponed.length };
}

function reportRescored(one: Rescored, threshold: number, terminal: Terminal): void {
  const { entry, score, changed, pointChanges, now, veto } = one;
  const { id, url, title, score: before } = entry.data;
  const why = pointChanges
    .slice(0, MOST_CHANGES)
    .map(({ signal, points, evidence }) => {
      return `${signal} ${signedPoints(points)}${signal === 'rule' ? ` "${evidence}"` : ''}`;
    })
    .join(', ');
  const { speech } = terminal;
  const obstacles = {
    vetoed: speech.say('score.vetoed', { veto: veto ?? '' }),
    belowThreshold: speech.say('score.belowThreshold', { threshold }),
    otherLanguage: speech.say('score.otherLanguage'),
  };
  if (changed || now !== undefined) {
    const about = [why, ...(now ? [obstacles[now]] : [])].filter(Boolean);
    const points = changed ? `${before} -> ${score}` : String(before);
    terminal.answer(
      `${points.padStart(9)}  ${title}${about.length > 0 ? `  ${about.join('; ')}` : ''}`,
    );
  }
  terminal.record({
    kind: 'candidate',
    id,
    url,
    title,
    file: entry.path,
    changed,
    before,
    score,
    moves: pointChanges,
    ...(now && { now }),
    ...(veto && { veto }),
  });
}
