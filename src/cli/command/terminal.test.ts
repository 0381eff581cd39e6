import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { CribaError } from '../../model/run/error.ts';
import { openTerminal } from './terminal.ts';

/** What a pipe is sent. */
function listen() {
  const said = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof said) =>
    new Writable({
      decodeStrings: false,
      write(text, _, done) {
        said[name] += text;
        done();
      },
    });
  const streams = { stdout: stream('stdout'), stderr: stream('stderr') };
  return { said, terminal: openTerminal(streams as unknown as NodeJS.Process) };
}

const EVIL = 'red \u001b[31m bell \u0007 csi \u009b31m turned \u202e over \r';
const SHOWN = 'red \ufffd[31m bell \ufffd csi \ufffd31m turned \ufffd over \ufffd';

/** All but line ends. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;

test('an answer carries no control characters, and keeps its lines', () => {
  const { said, terminal } = listen();
  terminal.answer(`${EVIL}!\nsecond\r\nthird`);
  expect(said.stdout).toBe(`${SHOWN}!\nsecond\nthird\n`);
});

test('trouble keeps the lines of what it tells, in a message and in a stack', () => {
  const { said, terminal } = listen();
  terminal.trouble(
    new CribaError('site/build-failed', {
      why: 'team',
      output: `Not built.\n  at x.astro:1\n${EVIL}`,
    }),
  );
  expect(said.stderr).toContain('Not built.\n  at x.astro:1\nred ');
  terminal.trouble(new Error(`first\n\tsecond ${EVIL}`));
  expect(said.stderr).toMatch(/first\n {2}second red /);
  expect(said.stderr).not.toMatch(CONTROL);
});

test('warnings and findings stay on the lines that are theirs', () => {
  const { said, terminal } = listen();
  terminal.warn('source/status', `a.md: first\nsecond ${EVIL}`, `hint ${EVIL}`);
  terminal.finding({
    file: 'a.md',
    line: 1,
    column: 1,
    code: 'key/unknown',
    values: { key: 'one\ntwo', near: 'three' },
    severity: 'warning',
  });
  expect(said.stderr).toContain('a.md: first second red ');
  expect(said.stderr.trimEnd().split('\n')).toHaveLength(2);
  expect(said.stdout).toBe(
    'a.md:1:1  warning key/unknown\n    `one two` is not a key that Criba knows.\n    Did you mean `three`?\n',
  );
});

test.for(['stdout', 'stderr'] as const)('a reader of %s that hangs up ends nothing', (name) => {
  const streams = { stdout: new Writable(), stderr: new Writable() };
  openTerminal(streams as unknown as NodeJS.Process);
  const error = (code: string) => Object.assign(new Error(code), { code });
  expect(() => streams[name].emit('error', error('EPIPE'))).not.toThrow();
  expect(() => streams[name].emit('error', error('ENOSPC'))).toThrow('ENOSPC');
});
