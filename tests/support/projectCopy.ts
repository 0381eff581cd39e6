import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PARTS = [
  '.gitignore',
  'astro.config.mjs',
  'bin',
  'content',
  'package.json',
  'package-lock.json',
  'public',
  'scripts',
  'src',
  'tsconfig.json',
];

/**
 * The project itself in a temporary folder, as a clone would have it: what a script makes there is in nobody's way,
 * and git says what it would call a change.
 */
export class ProjectCopy {
  readonly root = mkdtempSync(join(tmpdir(), 'criba-project-'));

  /** @param files what this clone has besides, by path */
  constructor(files: Record<string, string> = {}) {
    for (const part of PARTS) cpSync(join(ROOT, part), join(this.root, part), { recursive: true });
    for (const [path, text] of Object.entries(files)) writeFileSync(join(this.root, path), text);
    symlinkSync(join(ROOT, 'node_modules'), join(this.root, 'node_modules'));
    this.git('init', '--quiet');
    this.git('add', '--all', '.');
  }

  /** What is no longer as it was copied, but for what git ignores. */
  changes(): string {
    return this.git('diff', '--name-only') + this.git('ls-files', '--others', '--exclude-standard');
  }

  git(...args: string[]): string {
    return execFileSync('git', ['-C', this.root, ...args], { encoding: 'utf8' });
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true, maxRetries: 5 });
  }
}
