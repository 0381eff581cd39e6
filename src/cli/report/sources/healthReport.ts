import { adviceText } from '../../../i18n/adviceText.ts';
import type { CommandWords } from '../../../i18n/commandWords.ts';
import type { Instant } from '../../../model/desk/time.ts';
import { ACTIONS, type SourceHealth } from '../../../model/run/sourceHealth.ts';
import { daysSince } from '../../../text/time.ts';
import { inCallForm } from '../../command/callForm.ts';
import type { Terminal } from '../../command/terminal.ts';

const HEAD = ['source', 'state', 'read', 'newest', 'kept'] as const;
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
    terminal.speech.say('sources.noReport'),
    terminal.speech.say('sources.noReportHint'),
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
  const { speech } = reader;
  const sorted = sources.toSorted((a, b) => ACTIONS.indexOf(a.action) - ACTIONS.indexOf(b.action));
  const head = HEAD.map((name) => speech.say(`sources.column.${name}`));
  const rows = [head, ...sorted.map((source) => cells(source, now, speech))];
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
export function healthLine(sources: readonly SourceHealth[], speech: CommandWords): string {
  const parts = ACTIONS.flatMap((action) => {
    const n = sources.filter((source) => source.action === action).length;
    return n === 0 ? [] : [speech.say(`sources.health.${action}`, { n })];
  });
  const all = speech.say('count.sources', { n: sources.length });
  return parts.length > 0 ? `${all} = ${parts.join(' + ')}` : all;
}

function cells(source: SourceHealth, now: Instant, speech: CommandWords): string[] {
  const { lastAsked, lastSuccess, newest, usualDays } = source;
  const read =
    lastSuccess === undefined
      ? lastAsked === undefined
        ? '-'
        : speech.say('sources.never')
      : ago(lastSuccess, now, speech);
  const item = newest === undefined ? '-' : ago(newest, now, speech);
  const { proposed, kept } = source.yield;
  return [
    source.source,
    source.state,
    read,
    usualDays === undefined ? item : `${item} (${every(usualDays, speech)})`,
    proposed === 0 ? '-' : speech.say('sources.keptOf', { kept, proposed }),
  ];
}

function ago(moment: Instant, now: Instant, speech: CommandWords): string {
  const days = Math.floor(daysSince(moment, now));
  return days <= 0 ? speech.say('sources.today') : speech.say('sources.ago', { n: days });
}

/** A rhythm: `every 3 days`. */
function every(days: number, speech: CommandWords): string {
  if (days < 0.75) return speech.say('sources.manyADay');
  const n = Math.round(days);
  return n <= 1 ? speech.say('sources.daily') : speech.say('sources.every', { n });
}

function adviceLines(source: SourceHealth | undefined, { form, speech }: Reader): string[] {
  if (source?.advice === undefined) return [];
  const advice = inCallForm(adviceText(source.advice, speech.lang), form);
  return wrapped(`${speech.say(`sources.advice.${source.action}`)}: ${advice}`, COLUMNS - 4).map(
    (line) => `    ${line}`,
  );
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
