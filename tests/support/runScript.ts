import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { COMMANDS } from '../../scripts/commands.ts';
import type { Command, CommandGroup } from '../../src/cli/command/command.ts';
import { runCommand } from '../../src/cli/command/runCommand.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

export interface Said {
  code: number | null;
  stdout: string;
  stderr: string;
  /** megabytes that the process held at most; 0 where `/proc` does not say */
  peak: number;
  /** seconds of CPU that the process took, to a tenth or so; 0 where `/proc` does not say */
  cpu: number;
  /** seconds from start to end */
  seconds: number;
}

interface RunOptions {
  cwd: string;
  env?: NodeJS.ProcessEnv;
  /** the folder of the project whose command it is, if it is not this one */
  project?: string;
}

/** Runs a script whole, as npm would: its own process, in a folder of its own. */
export function runScript(name: string, args: string[], options: RunOptions): Promise<Said> {
  const child = spawnScript(name, args, options);
  const start = performance.now();
  const said: Said = { code: null, stdout: '', stderr: '', peak: 0, cpu: 0, seconds: 0 };
  const watch = setInterval(() => {
    said.peak = Math.max(said.peak, peakOf(child.pid));
    said.cpu = Math.max(said.cpu, cpuOf(child.pid));
  }, 100);
  listen(child, said);
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => {
      clearInterval(watch);
      done({ ...said, code, seconds: (performance.now() - start) / 1000 });
    });
  });
}

let running: Promise<unknown> = Promise.resolve();

/**
 * Runs a command in this process, which costs a twentieth of a process of its own: for claims that are not about the
 * process, nor about its time zone. Relative paths begin at `cwd`, so one call waits for the one before it.
 */
export function runInProcess(
  command: string | Command | CommandGroup,
  args: string[],
  { cwd, env, streams }: Omit<RunOptions, 'project'> & { streams?: Streams },
): Promise<Said> {
  const said = running.then(() => run(command, args, { cwd, env, streams }));
  running = said.catch(() => undefined);
  return said;
}

async function run(
  called: string | Command | CommandGroup,
  args: string[],
  { cwd, env, streams: given }: Omit<RunOptions, 'project'> & { streams?: Streams },
): Promise<Said> {
  const command = typeof called === 'string' ? await COMMANDS[called]?.() : called;
  if (command === undefined) throw new TypeError(`There is no command ${called}.`);
  const { streams, said } = captureStreams();
  const before = process.cwd();
  const start = performance.now();
  process.chdir(cwd);
  try {
    const around = { ...(given ?? streams), env: environment(command.name, env) };
    const code = await runCommand(command, args, around);
    return { ...said, code, peak: 0, cpu: 0, seconds: (performance.now() - start) / 1000 };
  } finally {
    process.chdir(before);
  }
}

type Streams = ReturnType<typeof captureStreams>['streams'];

/** Streams that keep what they are sent, as a pipe would be; `shown` gives what both were sent, in order. */
export function captureStreams() {
  const said = { stdout: '', stderr: '' };
  let shown = '';
  const stream = (name: keyof typeof said) =>
    new Writable({
      decodeStrings: false,
      write(text, _, done) {
        said[name] += text;
        shown += text;
        done();
      },
    }) as unknown as NodeJS.WriteStream & { fd: 1 & 2 };
  return {
    said,
    shown: () => shown,
    streams: { stdout: stream('stdout'), stderr: stream('stderr') },
  };
}

/** A script that runs until it is ended: a server. */
export interface Running {
  said: Pick<Said, 'stdout' | 'stderr'>;
  /** the first address that it prints; rejects when it ends, or says none in five minutes */
  address: Promise<string>;
  /** ends it as a person would, and gives its exit code; null where the signal itself ended it */
  end(): Promise<number | null>;
}

export function startScript(name: string, args: string[], options: RunOptions): Running {
  const child = spawnScript(name, args, options);
  const said = { stdout: '', stderr: '' };
  listen(child, said);
  const ended = new Promise<number | null>((done) => child.on('close', done));
  const address = new Promise<string>((done, fail) => {
    const give = (why: string) =>
      fail(new Error(`${name} ${why}.\n${said.stdout}\n${said.stderr}`));
    const late = setTimeout(() => give('names no address'), 300_000);
    child.on('close', (code) => give(`ended with ${code}`));
    child.stdout?.on('data', () => {
      const [url] = /http:\/\/[\w.]+:\d+\//.exec(said.stdout) ?? [];
      if (url === undefined) return;
      clearTimeout(late);
      done(url);
    });
  });
  return {
    said,
    address,
    end() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

function spawnScript(name: string, args: string[], { cwd, env, project = PROJECT }: RunOptions) {
  return spawn(process.execPath, [join(project, 'bin/criba'), name, ...args], {
    cwd,
    env: environment(name, env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** What npm would hand to a command that it runs, whatever runs these tests. */
function environment(name: string, env: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const outside = Object.entries(process.env).filter(([key]) => !/^npm_/i.test(key));
  return {
    ...Object.fromEntries(outside),
    // Astro's server answers nothing where it believes that Vitest runs it.
    VITEST: '',
    NO_COLOR: '1',
    // What commands say is the same on desks in Spanish and in English.
    CRIBA_LANG: 'en',
    npm_lifecycle_event: name,
    ...env,
  };
}

function listen({ stdout, stderr }: ChildProcess, said: Pick<Said, 'stdout' | 'stderr'>): void {
  stdout?.setEncoding('utf8').on('data', (text: string) => {
    said.stdout += text;
  });
  stderr?.setEncoding('utf8').on('data', (text: string) => {
    said.stderr += text;
  });
}

function peakOf(pid: number | undefined): number {
  try {
    return Math.round(
      Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) /
        1024,
    );
  } catch {
    return 0;
  }
}

/** Field 14 and 15 of `man 5 proc_pid_stat`, in hundredths of a second; the name before them may hold anything. */
function cpuOf(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}
