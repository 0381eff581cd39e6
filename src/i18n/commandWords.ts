import type { SiteLanguage } from '../model/desk/text.ts';
import en from './commands.en.json' with { type: 'json' };
import es from './commands.es.json' with { type: 'json' };
import helpEn from './help.en.json' with { type: 'json' };
import helpEs from './help.es.json' with { type: 'json' };
import { type Speech, speak, type Text } from './speak.ts';

/** A text of a command: `command.meaning`, or `help.command.part`; Spanish is the language that the others are held to. */
export type CommandKey = keyof typeof es | keyof typeof helpEs;

/** Every text in every language; that none is missing is checked by type and by test. */
export const COMMAND_TEXTS = {
  es: { ...es, ...helpEs },
  en: { ...en, ...helpEn },
} as const satisfies Record<SiteLanguage, Record<CommandKey, Text>>;

/** A language with all that commands print. */
export type CommandWords = Speech<CommandKey>;

/** @param timeZone the desk's; it counts for `time` and `moment` alone */
export function commandWords(lang: SiteLanguage, timeZone = 'UTC'): CommandWords {
  return speak<CommandKey>(lang, timeZone, COMMAND_TEXTS[lang]);
}

type NameUnder<Place extends string> = CommandKey extends infer Key
  ? Key extends `${Place}.${infer Name}`
    ? Name
    : never
  : never;

/** What `--help` calls the value of a flag, or what follows the flags: `<folder>`, `<carpeta>`. */
export type ValueName = NameUnder<'help.value'>;
