import { hash } from 'node:crypto';
import type { Invocation } from '../../src/cli/command/command.ts';
import { openReplay, openRun, type Run } from '../../src/harvest/openRun.ts';
import type { Sieve } from '../../src/harvest/openSieve.ts';
import type { RunTally } from '../../src/harvest/runTally.ts';
import type { Desk } from '../../src/model/desk/desk.ts';
import type { Start } from './readStart.ts';

/** Opens what a harvest needs: the network and what is remembered, or the record of the run that is made again. */
export function openHarvestRun(
  { desk: folder, dryRun, env }: Invocation,
  { root, now, replay }: Start,
  { settings, rules }: Desk,
  { hasNothingNew }: Sieve,
  { isFresh }: RunTally,
): Run {
  if (replay !== undefined) return openReplay(replay.record, replay.folder);
  return openRun({
    now,
    root,
    folder,
    settings,
    rules: hash('sha256', JSON.stringify(rules)),
    env,
    hasNothingNew,
    isFresh,
    write: !dryRun,
  });
}
