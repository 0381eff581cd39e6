import { readdirSync } from 'node:fs';
import { buildSite } from '../src/cli/astro.ts';
import { runCommand } from '../src/cli/command.ts';
import { count } from '../src/cli/count.ts';
import { EDITIONS, type EditionName } from '../src/model/edition.ts';
import { CribaError } from '../src/model/error.ts';
import { readDesk } from '../src/store/readDesk.ts';

await runCommand(
  {
    name: 'build',
    summary:
      'Builds the site: dist/team with everything, dist/public with what the world may know.',
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
  },
  async ({ values, desk: folder, now, dryRun, terminal }) => {
    const desk = await readDesk(folder);
    if (desk.quarantine.length > 0) {
      terminal.warn(
        'desk/quarantine',
        `${count(desk.quarantine.length, 'file')} left out.`,
        'npm run check says what is wrong and where.',
      );
    }
    for (const edition of editions(values.edition)) {
      const out = `${String(values.out ?? 'dist')}/${edition}`;
      terminal.progress(`building ${out}`);
      const start = performance.now();
      if (!dryRun) await buildSite({ desk: folder, edition, now, out });
      const pages = dryRun
        ? 0
        : readdirSync(out, { recursive: true }).filter((path) => String(path).endsWith('.html'))
            .length;
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      terminal.answer(`${out}  ${count(pages, 'page')} in ${seconds} s`);
      terminal.record({ edition, out, pages });
    }
    terminal.closing(
      `${desk.picks.length} picks, ${desk.slots.length} slots, ${desk.quarantine.length} files left out${dryRun ? '; 0 written (dry run)' : ''}`,
    );
    return desk.quarantine.length > 0 ? 1 : 0;
  },
);

function editions(name: unknown): readonly EditionName[] {
  if (name === undefined) return EDITIONS;
  const one = EDITIONS.filter((edition) => edition === name);
  if (one.length > 0) return one;
  throw new CribaError('usage/edition', `There is no edition "${String(name)}".`, {
    hint: `Editions: ${EDITIONS.join(', ')}.`,
  });
}
