import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Terminal } from '../../src/cli/command/terminal.ts';
import {
  copyLine,
  harvestLines,
  reportStation,
  type StationLine,
  siteLine,
} from '../../src/cli/report/demoReport.ts';
import { timedBuild } from '../../src/cli/site/buildSite.ts';
import type { Desk } from '../../src/model/desk/desk.ts';
import { copyDesk } from './copyDesk.ts';
import type { DemoClock } from './demoClock.ts';
import { DEMO, ROOT, SITE } from './demoFolders.ts';
import { harvestDemo } from './harvestDemo.ts';

/** Makes the demo anew: copies the sample desk, harvests it and builds its site. Gives a line for each station. */
export async function makeDemo(
  sample: Desk,
  { weeks, today, now }: DemoClock,
  terminal: Terminal,
): Promise<StationLine[]> {
  const lines: StationLine[] = [];
  const report = (line: StationLine) => {
    lines.push(line);
    reportStation(line, terminal);
  };
  rmSync(DEMO, { recursive: true, force: true });
  copyDesk(ROOT, { to: DEMO, shift: { weeks, timeZone: sample.settings.timeZone } });
  report(copyLine(sample, { weeks, today }));

  terminal.progress('  harvesting');
  for (const line of harvestLines(await harvestDemo(now))) report(line);

  terminal.progress('  building the team edition');
  const desk = join(DEMO, 'content');
  report(siteLine(await timedBuild({ desk, edition: 'team', now, out: SITE })));
  return lines;
}
