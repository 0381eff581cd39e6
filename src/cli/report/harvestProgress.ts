import type { SourceReport } from '../../model/run/runReport.ts';
import { sourceErrorCode } from '../../model/run/sourceError.ts';
import type { Terminal } from '../command/terminal.ts';
import { hasFailed } from './harvestReport.ts';

/** Reports each source as it ends: how far the run has got, and a warning if the source failed. */
export function reportProgress(
  total: number,
  folder: string,
  terminal: Pick<Terminal, 'warn' | 'progress'>,
): (report: SourceReport) => void {
  let done = 0;
  let items = 0;
  return (report) => {
    done += 1;
    items += report.items;
    if (hasFailed(report)) {
      const what = `${folder}/sources/${report.source}.md: ${report.detail ?? report.feed}`;
      terminal.warn(sourceErrorCode(report.code), what, report.hint);
    }
    terminal.progress(`${done} of ${total} sources, ${items} items  ${report.source}`);
  };
}
