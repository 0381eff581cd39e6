import { describe } from 'vitest';
import { testTexts } from '../../tests/support/texts.ts';
import { COMMAND_TEXTS } from './commandWords.ts';

describe('each text of a command', () => {
  // Whether those of `--help` are used is known to the commands alone: `tests/pipeline/helpTexts.test.ts`.
  testTexts(COMMAND_TEXTS, { isUsed: (key) => /^help\.(?!frame\.)/.test(key) });
});
