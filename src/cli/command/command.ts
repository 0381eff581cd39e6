import type { Instant } from '../../model/desk/time.ts';
import type { Flags, SharedFlag } from './flags.ts';
import type { Surroundings } from './surroundings.ts';
import type { Terminal } from './terminal.ts';

/** 0 done; 1 done, but a person is needed; 2 could not start; 3 a fault of ours. */
export type ExitCode = 0 | 1 | 2 | 3;

/** A command: what it is called and takes, of which `--help` is made, and what it does. */
export interface Command {
  /** `harvest`; for one of several that share a name, both words: `sources add` */
  name: string;
  /** what it does, in a line of `criba help` */
  about: string;
  /** what it does, in a sentence or two of its own `--help` */
  summary: string;
  /** what follows the flags: `<url>`; without it the command takes nothing more */
  takes?: string;
  /** its parts, if it has several: what each is called and what it does */
  parts?: [name: string, what: string][];
  flags?: Flags;
  /** which of the flags that commands share it takes; all, if left out */
  shared?: readonly SharedFlag[];
  /** a command line and what it does */
  examples: [line: string, what: string][];
  run(call: Invocation): Promise<ExitCode>;
}

/** One of several commands that share their first word; its name is its key. */
export type Subcommand = Omit<Command, 'name' | 'parts'>;

/** Several commands, each named by the first word after the name they share: `npm run sources -- add <url>`. */
export interface CommandGroup extends Pick<Command, 'name' | 'about' | 'summary' | 'examples'> {
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
