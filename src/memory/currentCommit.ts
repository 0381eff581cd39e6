import { execFile } from 'node:child_process';

/** The commit that a folder's repository stands at; undefined if there is no repository, or no git. */
export function currentCommit(folder: string): Promise<string | undefined> {
  return new Promise((done) => {
    execFile('git', ['-C', folder, 'rev-parse', '--verify', 'HEAD'], (error, stdout) => {
      done(error === null && /^[0-9a-f]{40,64}$/.test(stdout.trim()) ? stdout.trim() : undefined);
    });
  });
}
