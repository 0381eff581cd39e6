import type { FaultValues } from '../../model/run/fault.ts';

type Misread = Extract<FaultValues['usage/flag'], { command: string }>;

/** What `parseArgs` says with each code; by which words, where one code says several things. */
const FAULTS: readonly [code: string, words: RegExp, Misread['why']][] = [
  ['ERR_PARSE_ARGS_UNKNOWN_OPTION', /./, 'unknown'],
  ['ERR_PARSE_ARGS_INVALID_OPTION_VALUE', /does not take an argument/, 'value'],
  ['ERR_PARSE_ARGS_INVALID_OPTION_VALUE', /ambiguous/, 'ambiguous'],
  ['ERR_PARSE_ARGS_INVALID_OPTION_VALUE', /./, 'noValue'],
];

/** Why `parseArgs` could not read what a person wrote, and the flag or the word that it stumbled over. */
export function misreadFlag(error: Error & { code?: string }): Pick<Misread, 'why' | 'given'> {
  const [, , why] =
    FAULTS.find(([code, words]) => code === error.code && words.test(error.message)) ?? [];
  const [, quoted = ''] = /'([^']*)'/.exec(error.message) ?? [];
  // `'-q, --quiet <value>'` names the flag `--quiet`.
  const [flag = quoted] = /--[^\s,]+/.exec(quoted) ?? [];
  return why === undefined ? { why: 'extra', given: quoted } : { why, given: flag };
}
