import { describe, expect, test } from 'vitest';
import { type Flags, flagsOf } from './flags.ts';
import { swallowedFlags } from './swallowedFlags.ts';

const own: Flags = {
  title: { type: 'string' },
  by: { type: 'string' },
  offline: { type: 'boolean' },
  'no-serve': { type: 'boolean' },
};
const ask = (env: Record<string, string>, args: string[] = []) =>
  swallowedFlags('add', flagsOf({ flags: own }), {
    args,
    env: { npm_lifecycle_event: 'add', ...env },
  });

// What npm 11.19 exports for each, tried in a package of its own.
describe('stops where npm has kept a flag to itself', () => {
  test.for([
    ['--dry-run', { npm_config_dry_run: 'true' }, []],
    ['--dry-run -- --json', { npm_config_dry_run: 'true' }, ['--json']],
    ['--desk=other', { npm_config_desk: 'other' }, []],
    ['--desk other', { npm_config_desk: 'true' }, ['other']],
    ['--title "Rain gardens"', { npm_config_title: 'true' }, ['Rain gardens']],
    ['--by Ana', { npm_config_bypass_2fa: 'true' }, ['Ana']],
    ['--no-serve', { npm_config_serve: '' }, []],
  ] as const)('npm run add %s', ([flags, env, args]) => {
    const [, name] = /^--([a-z-]+)/.exec(flags) ?? [];
    expect(() => ask(env, [...args])).toThrow(
      expect.objectContaining({
        code: 'usage/swallowed-flag',
        values: expect.objectContaining({ flag: name }),
      }),
    );
  });
});

describe('blames no command that is right', () => {
  test.for([
    ['a flag that was given', { npm_config_dry_run: 'true' }, ['--dry-run']],
    ['one given with its value', { npm_config_title: 'x' }, ['--title=Rain']],
    [
      'offline in the environment, and given',
      { npm_config_offline: 'true' },
      ['https://a.example', '--offline', '--title', 'T'],
    ],
    ['json in the environment, and flags after --', { npm_config_json: 'true' }, ['--quiet']],
    ['npm told to be silent', { npm_config_loglevel: 'silent' }, []],
    ['a setting switched off', { npm_config_json: '', npm_config_dry_run: 'false' }, []],
    ['another script', { npm_lifecycle_event: 'test', npm_config_dry_run: 'true' }, []],
  ] as const)('%s', ([, env, args]) => {
    expect(ask(env, [...args])).toEqual({ quiet: false, doubtful: [] });
  });
  test('a setting that may come from .npmrc or the environment is a doubt, and stops nothing', () => {
    expect(ask({ npm_config_json: 'true', npm_config_offline: 'true' })).toEqual({
      quiet: false,
      doubtful: ['offline', 'json'],
    });
  });
});

test('the remedy names the part of a script that has several', () => {
  const env = { npm_lifecycle_event: 'sources', npm_config_title: 'true' };
  expect(() => swallowedFlags('sources add', flagsOf({ flags: own }), { args: [], env })).toThrow(
    expect.objectContaining({
      values: { why: 'kept', flag: 'title', line: 'npm run sources -- add --title' },
    }),
  );
});

test('npm’s --quiet, which it exports as a log level, is heeded', () => {
  expect(ask({ npm_config_loglevel: 'warn' }).quiet).toBe(true);
});
