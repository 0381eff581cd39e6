import { faultText } from '../../i18n/faultText.ts';
import type { SourceReport } from '../../model/run/runReport.ts';
import { sourceErrorCode } from '../../model/run/sourceError.ts';
import type { Terminal } from '../command/terminal.ts';
import { hasFailed } from './harvestReport.ts';

/** Reports each source as it ends: how far the run has got, and a warning if the source failed. */
export function reportProgress(
  total: number,
  folder: string,
  { speech, ...terminal }: Pick<Terminal, 'warn' | 'progress' | 'speech'>,
): (report: SourceReport) => void {
  let done = 0;
  let items = 0;
  return (report) => {
    done += 1;
    items += report.items;
    if (hasFailed(report)) {
      const said = report.fault && faultText(report.fault, speech.lang);
      const what = `${folder}/sources/${report.source}.md: ${said?.message ?? report.feed}`;
      terminal.warn(sourceErrorCode(report.code), what, said?.hint);
    }
    const { source } = report;
    terminal.progress(speech.say('harvest.progress', { done, total, items, source }));
  };
}
