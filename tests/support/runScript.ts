import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

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

/** Runs a script whole, as npm would: its own process, in a folder of its own. */
export function runScript(
  name: string,
  args: string[],
  { cwd, env = {} }: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<Said> {
  const child = spawn(process.execPath, [`${SCRIPTS}${name}.ts`, ...args], {
    cwd,
    env: { ...process.env, npm_lifecycle_event: '', NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const start = performance.now();
  const said: Said = { code: null, stdout: '', stderr: '', peak: 0, seconds: 0 };
  const watch = setInterval(() => {
    said.peak = Math.max(said.peak, peakOf(child.pid));
  }, 100);
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.stderr += text;
  });
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => {
      clearInterval(watch);
      done({ ...said, code, seconds: (performance.now() - start) / 1000 });
    });
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
