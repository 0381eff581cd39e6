import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Terminal } from '../../src/cli/command/terminal.ts';
import { copied, harvested, reportStation, type Station } from '../../src/cli/report/demoReport.ts';
import { timedBuild } from '../../src/cli/site/buildSite.ts';
import type { Desk } from '../../src/model/desk/desk.ts';
import { copyDesk } from './copyDesk.ts';
import type { DemoClock } from './demoClock.ts';
import { DEMO, ROOT, SITE } from './demoFolders.ts';
import { harvestDemo } from './harvestDemo.ts';

/** Makes the demo anew: copies the sample desk, harvests it and builds its site. Gives what each station did. */
export async function makeDemo(
  sample: Desk,
  { weeks, today, now }: DemoClock,
  terminal: Terminal,
): Promise<Station[]> {
  const { speech } = terminal;
  const stations: Station[] = [];
  const report = (station: Station) => {
    stations.push(station);
    reportStation(station, terminal);
  };
  rmSync(DEMO, { recursive: true, force: true });
  copyDesk(ROOT, { to: DEMO, shift: { weeks, timeZone: sample.settings.timeZone } });
  report(copied(sample, { weeks, today }));

  terminal.progress(`  ${speech.say('start.harvesting')}`);
  for (const station of harvested(await harvestDemo(now, speech.lang))) report(station);

  terminal.progress(`  ${speech.say('start.building')}`);
  const desk = join(DEMO, 'content');
  const built = await timedBuild({ desk, edition: 'team', now, out: SITE });
  report({ station: 'build', counts: built });
  return stations;
}
