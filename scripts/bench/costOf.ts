import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a whole process took. */
export interface Cost {
  /** seconds of processor time, its own and the system's for it, of all its threads and children */
  cpu: number;
  /** seconds from start to end */
  wall: number;
  /** megabytes that it held at most; 0 where `/proc` does not say */
  peak: number;
  stdout: string;
}

const TIMED = 'TIMEFORMAT="%R %U %S"; time "$@" 2>/dev/null';

/** Runs a program to its end and says what it took; rejects when it fails. Bash measures, for every program alike. */
export function costOf(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Cost> {
  const child = spawn('bash', ['-c', TIMED, 'bash', program, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let figures = '';
  let peak = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    figures += text;
  });
  const watch = setInterval(() => {
    for (const pid of childrenOf(child.pid)) peak = Math.max(peak, peakOf(pid));
  }, 10);
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => {
      clearInterval(watch);
      const [wall, user, system] = figures.trim().split(/\s+/).map(Number);
      if (code !== 0 || wall === undefined) fail(new Error(`${program} ended with ${code}`));
      else done({ cpu: (user ?? 0) + (system ?? 0), wall, peak, stdout });
    });
  });
}

function childrenOf(pid: number | undefined): string[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  } catch {
    return [];
  }
}

function peakOf(pid: string): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
