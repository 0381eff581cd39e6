import { styleText } from 'node:util';
import { type CommandWords, commandWords } from '../../i18n/commandWords.ts';
import { faultText } from '../../i18n/faultText.ts';
import type { Finding } from '../../model/desk/finding.ts';
import { CribaError } from '../../model/run/error.ts';
import type { CodedFault } from '../../model/run/fault.ts';
import { type CallForm, inCallForm } from './callForm.ts';
import type { Surroundings } from './surroundings.ts';

/** stdout for the answer, stderr for everything else. */
export interface Terminal {
  json: boolean;
  quiet: boolean;
  /** how the command was called; command lines in hints are shown in this form */
  readonly form: CallForm;
  /** the language in which it speaks to people */
  readonly speech: CommandWords;
  /** a part of the answer, for people; nothing under `--json` */
  answer(text: string): void;
  /** a part of the answer, for programs; nothing without `--json` */
  record(value: object): void;
  /** where a long piece of work has got to: one line that is written over, and only on a terminal */
  progress(text: string): void;
  warn(code: string, text: string, hint?: string): void;
  /** a warning in its own words */
  warnOf(fault: CodedFault): void;
  finding(finding: Finding): void;
  /** the last line: counts that add up */
  closing(text: string): void;
  trouble(error: unknown): void;
  close(): void;
}

export function openTerminal(
  { stdout, stderr }: Omit<Surroundings, 'env'>,
  { form = 'npm', speech = commandWords('en') }: Partial<Pick<Terminal, 'form' | 'speech'>> = {},
): Terminal {
  let live = false;
  endQuietly(stdout);
  endQuietly(stderr);
  const styled = (style: Parameters<typeof styleText>[0], text: string) =>
    styleText(style, text, { stream: stderr });
  const clear = () => {
    if (live) stderr.write('\r\u001b[K');
    live = false;
  };
  const writeLine = (text: string) => {
    clear();
    stderr.write(`${text}\n`);
  };
  const shownHint = (hint: string) => printable(inCallForm(hint, form));
  const terminal: Terminal = {
    json: false,
    quiet: false,
    form,
    speech,
    answer(text) {
      clear();
      if (!terminal.json) stdout.write(`${printable(text, 'lines')}\n`);
    },
    record(value) {
      clear();
      if (terminal.json) stdout.write(`${JSON.stringify(value)}\n`);
    },
    progress(text) {
      if (!stderr.isTTY || terminal.quiet) return;
      stderr.write(`\r\u001b[K${printable(text).slice(0, (stderr.columns ?? 80) - 1)}`);
      live = true;
    },
    warn(code, text, hint) {
      writeLine(
        `${styled('yellow', speech.say('frame.severity.warning'))} ${code}  ${printable(text)}${hint ? `\n        ${styled('dim', shownHint(hint))}` : ''}`,
      );
    },
    warnOf(fault) {
      const { message, hint } = faultText(fault, speech.lang);
      terminal.warn(fault.code, message, hint);
    },
    finding(finding) {
      const { file, line, column, code, severity } = finding;
      const { message, hint } = faultText(finding, speech.lang);
      const head = `${printable(file)}:${line}:${column}  ${speech.say(`frame.severity.${severity}`)} ${code}`;
      terminal.answer(`${head}\n    ${printable(message)}\n    ${shownHint(hint)}`);
    },
    closing(text) {
      if (!terminal.quiet) writeLine(text);
    },
    trouble(error) {
      const { head, lines } = describeTrouble(error, speech, form);
      writeLine(`${styled('red', speech.say('frame.severity.error'))} ${head}\n${lines}`);
    },
    close: clear,
  };
  return terminal;
}

/** Trouble that we expect has a message and a hint; any other is a fault of ours, and its stack is needed. */
function describeTrouble(
  error: unknown,
  speech: CommandWords,
  form: CallForm,
): { head: string; lines: string } {
  if (error instanceof CribaError) {
    const { message, hint } = faultText(error, speech.lang);
    return {
      head: `${error.code}  ${printable(message, 'lines')}`,
      lines: `      ${printable(inCallForm(hint, form), 'lines')}`,
    };
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    head: `criba/fault  ${speech.say('frame.ourFault')}`,
    lines: printable(text, 'lines'),
  };
}

/** A reader that has seen enough, as `head` has, hangs up: what follows goes nowhere, and that is no fault. */
function endQuietly(stream: NodeJS.WritableStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** What a feed or a file says may hold control characters, which a terminal would obey. */
function printable(text: string, shape: 'line' | 'lines' = 'line'): string {
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\t', '  ');
  return (shape === 'line' ? lines.replaceAll('\n', ' ') : lines).replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    '\ufffd',
  );
}
