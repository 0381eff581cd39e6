import type { CommandWords } from '../../i18n/commandWords.ts';
import type { Desk } from '../../model/desk/desk.ts';
import type { Day } from '../../model/desk/time.ts';
import type { RunReport } from '../../model/run/runReport.ts';
import type { Terminal } from '../command/terminal.ts';
import { hasAnswered, settlings } from './harvestReport.ts';

/** What the stations of the path did, in counts. */
interface Counts {
  copy: Record<'sources' | 'picks' | 'candidates' | 'slots' | 'weeks', number> & { today: Day };
  settle: Pick<RunReport, 'settled' | 'expired'>;
  harvest: Record<'sources' | 'answered' | 'items', number>;
  sift: Record<'known' | 'duplicate' | 'future' | 'tooOld' | 'noLink' | 'fresh', number>;
  score: Record<'proposed' | 'belowThreshold' | 'otherLanguage' | 'vetoed' | 'heldOver', number>;
  build: { pages: number; seconds: number };
}
type StationName = keyof Counts;

/** What one station of the path did. */
export type Station<N extends StationName = StationName> = {
  [K in N]: { station: K; counts: Counts[K] };
}[N];

const TEXTS: { [K in StationName]: (counts: Counts[K], speech: CommandWords) => string } = {
  copy({ sources, picks, candidates, slots, weeks, today }, { say }) {
    const copied = [
      say('count.sources', { n: sources }),
      say('count.picks', { n: picks }),
      say('count.candidates', { n: candidates }),
      say('count.slots', { n: slots }),
    ];
    return `${copied.join(', ')}; ${say('start.copy', { n: weeks, today })}`;
  },
  settle: (counts, speech) =>
    settlings(counts, speech).join(', ') || speech.say('harvest.settled', { n: 0 }),
  harvest: ({ sources, answered, items }, { say }) =>
    `${say('start.harvest', { n: sources, answered })}, ${say('count.items', { n: items })}`,
  sift({ known, duplicate, future, tooOld, noLink, fresh }, { say }) {
    const left = [
      say('outcome.known', { n: known }),
      say('start.twice', { n: duplicate }),
      say('start.ahead', { n: future }),
      say('outcome.tooOld', { n: tooOld }),
      say('outcome.noLink', { n: noLink }),
    ];
    return `${left.join(', ')}; ${say('start.fresh', { n: fresh })}`;
  },
  score: ({ proposed, belowThreshold, otherLanguage, vetoed, heldOver }, { say }) =>
    [
      say('outcome.proposed', { n: proposed }),
      say('outcome.belowThreshold', { n: belowThreshold }),
      say('outcome.otherLanguage', { n: otherLanguage }),
      say('outcome.vetoed', { n: vetoed }),
      say('start.heldOver', { n: heldOver }),
    ].join(', '),
  build: ({ pages, seconds }, { say, number }) =>
    say('start.build', { n: pages, seconds: number(seconds, 1) }),
};
const NAMES = Object.keys(TEXTS) as StationName[];

export function reportStation({ station, counts }: Station, terminal: Terminal): void {
  const { speech } = terminal;
  const nameOf = (one: StationName) => speech.say(`start.station.${one}`);
  const width = Math.max(...NAMES.map((name) => nameOf(name).length)) + 2;
  const textOf = TEXTS[station] as (counts: object, speech: CommandWords) => string;
  terminal.answer(`  ${nameOf(station).padEnd(width)}${textOf(counts, speech)}`);
  terminal.record({ station, ...counts });
}

/** Where the site is served. */
export function reportServed({ url }: { url: string }, terminal: Terminal): void {
  terminal.record({ url });
  terminal.answer(`\n  ${terminal.speech.say('start.served', { url })}`);
}

/** What was copied. */
export function copied(
  { sources, picks, candidates, slots }: Desk,
  { weeks, today }: { weeks: number; today: Day },
): Station {
  const counts = {
    sources: sources.length,
    picks: picks.length,
    candidates: candidates.length,
    slots: slots.length,
    weeks,
    today,
  };
  return { station: 'copy', counts };
}

/** What a harvest did, station by station: what one hands on is what the next begins with. */
export function harvested({ sources, counts, settled, expired }: RunReport): Station[] {
  const items = sources.reduce((sum, source) => sum + source.items, 0);
  const { known, duplicate, future, tooOld, noLink } = counts;
  const fresh = items - known - duplicate - future - tooOld - noLink;
  const { proposed, belowThreshold, otherLanguage, vetoed } = counts;
  const heldOver = counts.overCap + counts.overBudget + counts.flood;
  const answered = sources.filter(hasAnswered).length;
  return [
    { station: 'settle', counts: { settled, expired } },
    { station: 'harvest', counts: { sources: sources.length, answered, items } },
    { station: 'sift', counts: { known, duplicate, future, tooOld, noLink, fresh } },
    { station: 'score', counts: { proposed, belowThreshold, otherLanguage, vetoed, heldOver } },
  ];
}
