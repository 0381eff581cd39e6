import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const STEPS = fileURLToPath(new URL('../../.ci/steps.sh', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'criba-gate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The gate with ten steps behind it, and a Vitest that writes what `$written` holds, if it holds anything. */
const GATE = `set -uo pipefail
  . "$steps"
  passed=10
  vitest() {
    local last="\${!#}"
    [ -z "$written" ] || printf '%s' "$written" >"\${last#--outputFile.json=}"
    return "$ends"
  }
  step unit tests unit vitest >/dev/null
  printf '%s passed, %s failed' "$passed" "$failed"`;

function countsAfter(written: string, code: number): string {
  const env = { ...process.env, steps: STEPS, reports: folder, written, ends: String(code) };
  return execFileSync('bash', ['-c', GATE], { encoding: 'utf8', env });
}

const report = (passed: number, failed: number, broken = 0) =>
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    testResults: [
      ...Array.from({ length: failed }, () => ({
        status: 'failed',
        assertionResults: [{ status: 'failed' }],
      })),
      ...Array.from({ length: broken }, () => ({ status: 'failed', assertionResults: [] })),
    ],
  });

test.for([
  ['all pass', report(7, 0), 0, '18 passed, 0 failed'],
  ['some fail', report(5, 2), 1, '15 passed, 3 failed'],
  ['a file that cannot be loaded', report(5, 0, 1), 1, '15 passed, 2 failed'],
  ['a fault outside any test', report(7, 0), 1, '17 passed, 1 failed'],
  ['a crash before the report', '', 139, '10 passed, 1 failed'],
  ['no report, though it says that all is well', '', 0, '10 passed, 1 failed'],
  ['half a report', '{"numPassedTests": 7, "numFai', 0, '10 passed, 1 failed'],
  ['no test at all', report(0, 0), 0, '10 passed, 1 failed'],
] as const)('the gate counts %s', ([, written, code, counts]) => {
  expect(countsAfter(written, code)).toBe(counts);
});
