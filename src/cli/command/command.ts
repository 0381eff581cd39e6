import type { ValueName } from '../../i18n/commandWords.ts';
import type { Instant } from '../../model/desk/time.ts';
import type { Flags, SharedFlag } from './flags.ts';
import type { Surroundings } from './surroundings.ts';
import type { Terminal } from './terminal.ts';

/** 0 done; 1 done, but a person is needed; 2 could not start; 3 a fault of ours. */
export type ExitCode = 0 | 1 | 2 | 3;

/**
 * A command: what it is called and takes, and what it does. What `--help` says of it stands in `i18n/help.<language>.json`,
 * under its name and those of its flags (`helpKeys.ts`).
 */
export interface Command {
  /** `harvest`; for one of several that share a name, both words: `sources add` */
  name: string;
  /** what follows the flags: `url` for `<url>`, `part` for one of its parts; without it the command takes nothing more */
  takes?: ValueName | 'part';
  /** its parts, if it has several */
  parts?: { name: string; takes?: ValueName }[];
  flags?: Flags;
  /** which of the flags that commands share it takes; all, if left out */
  shared?: readonly SharedFlag[];
  /** command lines; `<name>` in them stands for a value of that name */
  examples: string[];
  run(call: Invocation): Promise<ExitCode>;
}

/** One of several commands that share their first word; its name is its key. */
export type Subcommand = Omit<Command, 'name' | 'parts' | 'takes'> & { takes?: ValueName };

/** Several commands, each named by the first word after the name they share: `npm run sources -- add <url>`. */
export interface CommandGroup extends Pick<Command, 'name' | 'examples'> {
  subcommands: Readonly<Record<string, Subcommand>>;
}

/** One call of a command. */
export interface Invocation {
  values: Record<string, string | boolean | undefined>;
  rest: string[];
  /** the desk's folder */
  desk: string;
  now: Instant;
  dryRun: boolean;
  env: Surroundings['env'];
  terminal: Terminal;
}
