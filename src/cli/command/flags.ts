import type { ParseArgsOptionDescriptor } from 'node:util';
import type { ValueName } from '../../i18n/commandWords.ts';

export interface Flag extends ParseArgsOptionDescriptor {
  /** what stands for its value in `--help`: `folder` for `<folder>` */
  value?: ValueName;
}

export type Flags = Record<string, Flag>;

/** The folder of the desk, where `--desk` names no other. */
export const DESK = 'content';

/** What a command takes unless it says that it takes less. */
export const SHARED = {
  desk: { type: 'string', value: 'folder' },
  now: { type: 'string', value: 'instant' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  quiet: { type: 'boolean' },
} as const satisfies Flags;
export type SharedFlag = keyof typeof SHARED;

/** What every command takes. */
export const ALWAYS = {
  lang: { type: 'string', value: 'lang' },
  help: { type: 'boolean' },
} as const satisfies Flags;

/** All flags of a command: its own, those that it shares with others, `--lang` and `--help`. */
export function flagsOf({
  flags,
  shared = Object.keys(SHARED) as SharedFlag[],
}: {
  flags?: Flags;
  shared?: readonly SharedFlag[];
}): Flags {
  return {
    ...flags,
    ...Object.fromEntries(shared.map((name) => [name, SHARED[name]])),
    ...ALWAYS,
  };
}
