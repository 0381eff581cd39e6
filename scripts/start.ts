import { join } from 'node:path';
import type { Command, ExitCode, Invocation } from '../src/cli/command/command.ts';
import { readPort } from '../src/cli/command/flagValues.ts';
import { reportServed, reportStation } from '../src/cli/report/demoReport.ts';
import { serveFolder } from '../src/cli/site/serveFolder.ts';
import { readDesk } from '../src/store/readDesk.ts';
import { demoClock } from './demo/demoClock.ts';
import { ROOT, SITE } from './demo/demoFolders.ts';
import { makeDemo } from './demo/makeDemo.ts';
import { fingerprint, readStamp, writeStamp } from './demo/stamp.ts';

export const startCommand: Command = {
  name: 'start',
  flags: {
    port: { type: 'string', value: 'n' },
    'no-serve': { type: 'boolean' },
    fresh: { type: 'boolean' },
  },
  shared: ['now', 'json', 'quiet'],
  examples: ['npm start'],
  run: runStart,
};

async function runStart({ values, now, terminal }: Invocation): Promise<ExitCode> {
  const { speech } = terminal;
  const port = readPort(values.port) ?? 4321;
  terminal.answer(`${speech.say('start.title')}\n`);
  const sample = await readDesk(join(ROOT, 'content'));
  const clock = demoClock(sample.settings, now);
  const inputs = fingerprint(clock);
  const before = values.fresh ? undefined : readStamp();
  if (before?.inputs === inputs) {
    for (const station of before.stations) reportStation(station, terminal);
    terminal.answer(`\n  ${speech.say('start.unchanged')}`);
  } else {
    writeStamp({ inputs, stations: await makeDemo(sample, clock, terminal) });
  }
  if (values['no-serve']) return 0;
  reportServed(await serveFolder(SITE, port), terminal);
  return 0;
}
