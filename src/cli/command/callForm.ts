import type { Surroundings } from './surroundings.ts';

/** How a command was called: by npm as a script, by npx as a binary, or as a binary itself. */
export type CallForm = 'npm' | 'npx' | 'binary';

/** What npx and a shell call the binary. */
const BINARY: Readonly<Record<CallForm, string>> = {
  npm: 'npx --no criba',
  npx: 'npx --no criba',
  binary: 'criba',
};

/**
 * A command line as texts hold it: `npm run harvest -- --dry-run`, `npm run -s learn`, `npm start`. Scripts that are no
 * commands of Criba, such as `npm test` and `npm run bench:score`, are none.
 */
const COMMAND_LINE =
  /\bnpm (?:run (?:-s )?(?<script>[a-z]+)\b(?!:)|(?<start>start)\b)(?: --(?= |$))?/gm;

/** @param name the command's: npm calls its script so */
export function callForm(
  { npm_lifecycle_event: event }: Surroundings['env'],
  name?: string,
): CallForm {
  if (event === 'npx') return 'npx';
  return event !== undefined && event === name?.split(' ')[0] ? 'npm' : 'binary';
}

/**
 * A text whose command lines are written for the form in which the reader called: `criba harvest --dry-run` for
 * `npm run harvest -- --dry-run`. Only for texts that are ours: what a feed says is never rewritten.
 */
export function inCallForm(text: string, form: CallForm): string {
  if (form === 'npm') return text;
  return text.replace(COMMAND_LINE, (...match) => {
    const { script, start } = match.at(-1) as { script?: string; start?: string };
    return `${BINARY[form]} ${script ?? start}`;
  });
}

/** How the reader calls what npm has no script for: `criba help`. */
export function binaryLine(words: string, form: CallForm): string {
  return `${BINARY[form]} ${words}`;
}
