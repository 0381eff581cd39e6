import { adviceText } from '../../../i18n/adviceText.ts';
import type { Instant } from '../../../model/desk/time.ts';
import { ACTIONS, type Action, type SourceHealth } from '../../../model/run/sourceHealth.ts';
import { daysSince } from '../../../text/time.ts';
import { inCallForm } from '../../command/callForm.ts';
import { count } from '../../command/count.ts';
import type { Terminal } from '../../command/terminal.ts';

const WORDS: Readonly<Record<Action, string>> = {
  retire: 'to retire',
  move: 'moved',
  look: 'to look at',
  trust: 'to trust',
  unknown: 'without a recent report',
  fine: 'fine',
  retired: 'retired',
};
const HEAD = ['source', 'state', 'read', 'newest item', 'kept'];
const COLUMNS = 80;
const GAP = '  ';

type Reader = Pick<Terminal, 'form' | 'speech'>;

/** A table of the sources, and a record of each. */
export function reportHealth(
  sources: readonly SourceHealth[],
  now: Instant,
  terminal: Terminal,
): void {
  if (sources.length > 0) terminal.answer(healthTable(sources, now, terminal));
  for (const source of sources) {
    const { advice, ...facts } = source;
    const text = advice === undefined ? '' : adviceText(advice, terminal.speech.lang);
    terminal.record({ kind: 'health', ...facts, advice: text, ...advice });
  }
}

export function warnOfNoReport(terminal: Terminal): void {
  terminal.warn(
    'sources/no-report',
    'There is no report yet, so what the sources answered is not known.',
    'Run npm run harvest, which remembers what the sources answer.',
  );
}

/**
 * Sources as a table of 80 columns, those that need a person first, each with what to do below it.
 * @param reader how the reader called, and so how the advice says to call, and the language
 */
export function healthTable(
  sources: readonly SourceHealth[],
  now: Instant,
  reader: Reader,
): string {
  const sorted = sources.toSorted((a, b) => ACTIONS.indexOf(a.action) - ACTIONS.indexOf(b.action));
  const rows = [HEAD, ...sorted.map((source) => cells(source, now))];
  const [longest = 0, ...widths] = HEAD.map((_, n) =>
    Math.max(...rows.map((row) => row[n]?.length ?? 0)),
  );
  // A name for which there is no room has a line of its own.
  const room = COLUMNS - widths.reduce((sum, width) => sum + GAP.length + width, 0);
  const nameWidth = Math.min(longest, Math.max(0, room));
  const line = (name: string, row: readonly string[]) =>
    [name.padEnd(nameWidth), ...row.map((cell, n) => cell.padEnd(widths[n] ?? 0))]
      .join(GAP)
      .trimEnd();
  const lines = rows.flatMap(([name = '', ...rest], n) => [
    ...(name.length > nameWidth ? [name, line('', rest)] : [line(name, rest)]),
    ...adviceLines(sorted[n - 1], reader),
  ]);
  return lines.join('\n');
}

/** Sources in a line whose counts add up: `9 sources = 1 to look at + 7 fine + 1 retired`. */
export function healthLine(sources: readonly SourceHealth[]): string {
  const parts = ACTIONS.flatMap((action) => {
    const number = sources.filter((source) => source.action === action).length;
    return number === 0 ? [] : [`${number} ${WORDS[action]}`];
  });
  return `${count(sources.length, 'source')}${parts.length > 0 ? ` = ${parts.join(' + ')}` : ''}`;
}

function cells(source: SourceHealth, now: Instant): string[] {
  const { lastAsked, lastSuccess, newest, usualDays } = source;
  const read =
    lastSuccess === undefined ? (lastAsked === undefined ? '-' : 'never') : ago(lastSuccess, now);
  const item = newest === undefined ? '-' : ago(newest, now);
  const { proposed, kept } = source.yield;
  return [
    source.source,
    source.state,
    read,
    usualDays === undefined ? item : `${item} (${every(usualDays)})`,
    proposed === 0 ? '-' : `${kept} of ${proposed}`,
  ];
}

function ago(moment: Instant, now: Instant): string {
  const days = Math.floor(daysSince(moment, now));
  return days <= 0 ? 'today' : `${count(days, 'day')} ago`;
}

/** A rhythm: `every 3 days`. */
function every(days: number): string {
  if (days < 0.75) return 'many a day';
  return Math.round(days) <= 1 ? 'daily' : `every ${Math.round(days)} days`;
}

function adviceLines(source: SourceHealth | undefined, { form, speech }: Reader): string[] {
  if (source?.advice === undefined) return [];
  const advice = inCallForm(adviceText(source.advice, speech.lang), form);
  return wrapped(`${source.action}: ${advice}`, COLUMNS - 4).map((line) => `    ${line}`);
}

/** Lines of at most `width` characters, where no word is longer. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
