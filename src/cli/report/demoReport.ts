import type { Desk } from '../../model/desk/desk.ts';
import type { Day } from '../../model/desk/time.ts';
import type { RunReport } from '../../model/run/runReport.ts';
import { count } from '../command/count.ts';
import type { Terminal } from '../command/terminal.ts';
import { hasAnswered, settlings } from './harvestReport.ts';

/** What one station of the path did. */
export type StationLine = [station: string, text: string];

export function reportStation([station, text]: StationLine, terminal: Terminal): void {
  terminal.answer(`  ${station.padEnd(9)}${text}`);
  terminal.record({ station, text });
}

/** Where the site is served. */
export function reportServed({ url }: { url: string }, terminal: Terminal): void {
  terminal.record({ url });
  terminal.answer(`\n  ${url}   (Ctrl+C ends it)`);
}

export function copyLine(
  { sources, picks, candidates, slots }: Desk,
  { weeks, today }: { weeks: number; today: Day },
): StationLine {
  const copied = [
    count(sources.length, 'source'),
    count(picks.length, 'pick'),
    count(candidates.length, 'candidate'),
    count(slots.length, 'slot'),
  ];
  return [
    'copy',
    `${copied.join(', ')}; dates moved by ${count(weeks, 'week')}, so that today is ${today}`,
  ];
}

/** What a harvest did, station by station: what one hands on is what the next begins with. */
export function harvestLines({ sources, counts, ...report }: RunReport): StationLine[] {
  const answered = sources.filter(hasAnswered).length;
  const items = sources.reduce((sum, source) => sum + source.items, 0);
  const { known, duplicate, future, tooOld, noLink } = counts;
  const fresh = items - known - duplicate - future - tooOld - noLink;
  const { proposed, belowThreshold, otherLanguage, vetoed } = counts;
  const heldOver = counts.overCap + counts.overBudget + counts.flood;
  return [
    ['settle', settlings(report).join(', ') || '0 decisions settled'],
    [
      'harvest',
      `${answered} of ${count(sources.length, 'source')} answered, ${count(items, 'item')}`,
    ],
    [
      'sift',
      `${known} known, ${duplicate} twice, ${future} dated ahead, ${tooOld} too old, ${noLink} without link; ${fresh} new`,
    ],
    [
      'score',
      `${proposed} proposed, ${belowThreshold} below the threshold, ${otherLanguage} in another language, ${vetoed} vetoed, ${heldOver} held over`,
    ],
  ];
}

export function siteLine({ pages, seconds }: { pages: number; seconds: number }): StationLine {
  return ['build', `team edition, ${count(pages, 'page')} in ${seconds.toFixed(1)} s`];
}
