import type { ParseArgsOptionDescriptor } from 'node:util';

export interface Flag extends ParseArgsOptionDescriptor {
  /** what `--help` says of it */
  help: string;
  /** what stands for its value in `--help`: `<folder>` */
  value?: string;
}

export type Flags = Record<string, Flag>;

/** The folder of the desk, where `--desk` names no other. */
export const DESK = 'content';

/** What a command takes unless it says that it takes less. */
export const SHARED = {
  desk: { type: 'string', value: '<folder>', help: `the desk to work on (${DESK})` },
  now: {
    type: 'string',
    value: '<instant>',
    help: 'the time to take for now: 2026-11-21T09:00:00Z (the clock)',
  },
  'dry-run': { type: 'boolean', help: 'do everything but write' },
  json: { type: 'boolean', help: 'answer with one JSON object a line' },
  quiet: { type: 'boolean', help: 'no progress and no closing line' },
} as const satisfies Flags;
export type SharedFlag = keyof typeof SHARED;

/** What every command takes. */
const ALWAYS = {
  lang: { type: 'string', value: '<es|en>', help: "the language to answer in (the desk's first)" },
  help: { type: 'boolean', help: 'this text' },
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
