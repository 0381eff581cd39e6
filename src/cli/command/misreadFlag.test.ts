import { parseArgs } from 'node:util';
import { expect, test } from 'vitest';
import { misreadFlag } from './misreadFlag.ts';

const options = { now: { type: 'string' }, json: { type: 'boolean' } } as const;

test.for([
  [['--nwo', 'x'], 'unknown', '--nwo'],
  [['--now'], 'noValue', '--now'],
  [['--now', '--json'], 'ambiguous', '--now'],
  [['--json=yes'], 'value', '--json'],
  [['more'], 'extra', 'more'],
] as const)('%j is misread as %s: %s', ([args, why, given]) => {
  try {
    parseArgs({ args: [...args], options });
    expect.unreachable();
  } catch (error) {
    expect(misreadFlag(error as Error)).toEqual({ why, given });
  }
});
