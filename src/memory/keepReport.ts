import { join } from 'node:path';
import type { RunReport } from '../model/run/runReport.ts';
import { writeWhole } from './writeWhole.ts';

/** Keeps what a run did, for people and for the pages that show it. @param folder `.criba` */
export function keepReport(folder: string, report: RunReport): Promise<void> {
  const file = join(folder, 'reports', `${report.run}.json`);
  return writeWhole(file, `${JSON.stringify(report, null, 1)}\n`);
}
