import type { SiteLanguage } from '../model/desk/text.ts';
import en from './commands.en.json' with { type: 'json' };
import es from './commands.es.json' with { type: 'json' };
import { type Speech, speak, type Text } from './speak.ts';

/** A text that a command prints, `command.meaning`; Spanish is the language that the others are held to. */
export type CommandKey = keyof typeof es;

/** Every text in every language; that none is missing is checked by type and by test. */
export const COMMAND_TEXTS = { es, en } as const satisfies Record<
  SiteLanguage,
  Record<CommandKey, Text>
>;

/** A language with all that commands print. */
export type CommandWords = Speech<CommandKey>;

/** @param timeZone the desk's; it counts for `time` and `moment` alone */
export function commandWords(lang: SiteLanguage, timeZone = 'UTC'): CommandWords {
  return speak<CommandKey>(lang, timeZone, COMMAND_TEXTS[lang]);
}
