import type { ExitCode, Invocation, Subcommand } from '../../src/cli/command/command.ts';
import { count } from '../../src/cli/command/count.ts';
import { warnOfQuarantine } from '../../src/cli/report/warnOfQuarantine.ts';
import { opml } from '../../src/feeds/opml.ts';
import { readDesk } from '../../src/store/readDesk.ts';
import { readOut, writeOut } from './outFile.ts';
import { sourceRecord } from './sourceRecord.ts';

export const exportCommand: Subcommand = {
  about: 'give our sources to another reader',
  summary:
    'Gives our sources as a subscription list that other readers understand (OPML 2.0), topics as folders.',
  flags: {
    out: { type: 'string', value: '<file>', help: 'write it there (stdout)' },
    retired: { type: 'boolean', help: 'the retired ones, too' },
  },
  examples: [
    ['npm run sources -- export --out sources.opml', 'write the list to a file'],
    [
      'npm run -s sources -- export > sources.opml',
      'the same; -s keeps npm from adding lines of its own',
    ],
  ],
  run: exportList,
};

async function exportList({
  desk: folder,
  now,
  dryRun,
  terminal,
  values,
}: Invocation): Promise<ExitCode> {
  const out = readOut(values.out, folder);
  const desk = await readDesk(folder);
  const quarantined = warnOfQuarantine(desk, folder, terminal);
  const { text, listed, leftOut } = opml(desk, { now, retired: values.retired === true });
  if (out === undefined) terminal.answer(text.trimEnd());
  else if (!dryRun) writeOut(out, text);
  if (out !== undefined) terminal.answer(`${dryRun ? 'to be written' : 'written'}  ${out}`);
  for (const source of listed) terminal.record(sourceRecord(source, folder));
  if (leftOut.length > 0) {
    const names = leftOut.map(({ name }) => name).join(', ');
    terminal.warn(
      'source/no-address',
      `${count(leftOut.length, 'source')} without a web address, which no other reader could ask: ${names}.`,
    );
  }
  const retired = desk.sources.length - listed.length - leftOut.length;
  const parts = [
    `${listed.length} listed`,
    ...(leftOut.length > 0 ? [`${leftOut.length} without address`] : []),
    ...(retired > 0 ? [`${retired} retired`] : []),
  ];
  terminal.closing(
    `${count(desk.sources.length, 'source')} = ${parts.join(' + ')}${dryRun ? '; 0 written (dry run)' : ''}`,
  );
  return quarantined ? 1 : 0;
}
