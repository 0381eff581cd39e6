import type { CommandKey } from '../../i18n/commandWords.ts';
import { ALWAYS, SHARED } from './flags.ts';

/**
 * Under which keys `--help` has its texts, by the name of the command: `help.sources.add.about`. A test finds the command
 * that lacks one.
 */
export function helpKeys(name: string) {
  const place = `help.${name.replaceAll(' ', '.')}`;
  return {
    about: `${place}.about` as CommandKey,
    summary: `${place}.summary` as CommandKey,
    /** Of a flag: those that commands share are said in one place. */
    flag: (flag: string) => `${isShared(flag) ? 'help' : place}.flag.${flag}` as CommandKey,
    /** What an example does; the first is 1. */
    example: (n: number) => `${place}.example.${n}` as CommandKey,
  };
}

function isShared(flag: string): boolean {
  return flag in SHARED || flag in ALWAYS;
}
