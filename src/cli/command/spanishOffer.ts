import { commandWords } from '../../i18n/commandWords.ts';
import { inCallForm } from './callForm.ts';
import type { Terminal } from './terminal.ts';

/** How to read the same in Spanish, in Spanish. @param line the command's, as texts hold it */
export function spanishOffer(line: string, { form }: Pick<Terminal, 'form'>): string {
  return commandWords('es').say('frame.otherLanguage', {
    line: `${inCallForm(line, form)} --lang es`,
  });
}
