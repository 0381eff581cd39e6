import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const SCRIPTS = fileURLToPath(new URL('../../scripts/', import.meta.url));

export interface Said {
  code: number | null;
  stdout: string;
  stderr: string;
  /** megabytes that the process held at most; 0 where `/proc` does not say */
  peak: number;
  /** seconds from start to end */
  seconds: number;
}

interface RunOptions {
  cwd: string;
  env?: NodeJS.ProcessEnv;
  /** the folder of the scripts, where it is not this project's */
  scripts?: string;
}

/** Runs a script whole, as npm would: its own process, in a folder of its own. */
export function runScript(name: string, args: string[], options: RunOptions): Promise<Said> {
  const child = spawnScript(name, args, options);
  const start = performance.now();
  const said: Said = { code: null, stdout: '', stderr: '', peak: 0, seconds: 0 };
  const watch = setInterval(() => {
    said.peak = Math.max(said.peak, peakOf(child.pid));
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

/** A script that runs until it is ended: a server. */
export interface Running {
  said: Pick<Said, 'stdout' | 'stderr'>;
  /** the first address that it prints; rejects when it ends, or says none in a minute */
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
    const late = setTimeout(() => give('names no address'), 60_000);
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

function spawnScript(name: string, args: string[], { cwd, env, scripts }: RunOptions) {
  const folder = scripts ?? SCRIPTS;
  const start = ['--import', pathToFileURL(join(folder, 'compileCache.js')).href];
  return spawn(process.execPath, [...start, join(folder, `${name}.ts`), ...args], {
    cwd,
    // Astro's server answers nothing where it believes that Vitest runs it.
    env: { ...process.env, VITEST: '', npm_lifecycle_event: '', NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
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
