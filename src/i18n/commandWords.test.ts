import { describe } from 'vitest';
import { testTexts } from '../../tests/support/texts.ts';
import { COMMAND_TEXTS } from './commandWords.ts';

describe('each text that a command prints', () => testTexts(COMMAND_TEXTS));
