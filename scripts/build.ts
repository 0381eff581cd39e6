import type { Command, ExitCode, Invocation } from '../src/cli/command/command.ts';
import { count } from '../src/cli/command/count.ts';
import { readEdition } from '../src/cli/command/flagValues.ts';
import { warnOfQuarantine } from '../src/cli/report/warnOfQuarantine.ts';
import { buildSite } from '../src/cli/site/buildSite.ts';
import { countPages } from '../src/cli/site/countPages.ts';
import { EDITIONS } from '../src/model/site/editionName.ts';
import { readDesk } from '../src/store/readDesk.ts';

export const buildCommand: Command = {
  name: 'build',
  about: 'builds the site: both editions, or one',
  summary: 'Builds the site: dist/team with everything, dist/public with what the world may know.',
  flags: {
    edition: { type: 'string', value: '<name>', help: 'team or public (both)' },
    out: { type: 'string', value: '<folder>', help: 'where the editions go (dist)' },
  },
  examples: [
    ['npm run build', 'both editions, as of now'],
    [
      'npm run build -- --edition public --now 2026-12-24T08:00:00+01:00',
      'the public site as it will be on Christmas Eve',
    ],
  ],
  run: runBuild,
};

async function runBuild({
  values,
  desk: folder,
  now,
  dryRun,
  terminal,
}: Invocation): Promise<ExitCode> {
  const one = readEdition(values.edition);
  const desk = await readDesk(folder);
  const leftOut = warnOfQuarantine(desk, folder, terminal);
  for (const edition of one ? [one] : EDITIONS) {
    const out = `${String(values.out ?? 'dist')}/${edition}`;
    if (dryRun) {
      terminal.answer(`${out}  to be built (dry run)`);
      terminal.record({ edition, out });
      continue;
    }
    terminal.progress(`building ${out}`);
    const start = performance.now();
    await buildSite({ desk: folder, edition, now, out });
    const pages = countPages(out);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    terminal.answer(`${out}  ${count(pages, 'page')} in ${seconds} s`);
    terminal.record({ edition, out, pages });
  }
  terminal.closing(
    `${count(desk.picks.length, 'pick')}, ${count(desk.slots.length, 'slot')}, ${count(desk.quarantine.length, 'file')} left out${dryRun ? '; 0 written (dry run)' : ''}`,
  );
  return leftOut ? 1 : 0;
}
