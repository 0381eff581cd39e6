import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Test inputs that are kept outside the project: `$CRIBA_CORPORA`, or beside it. */
export const CORPORA =
  process.env.CRIBA_CORPORA ?? fileURLToPath(new URL('../../../shared/corpora', import.meta.url));

/** Whether they are here. A clone without them passes its tests, and says what it left out. */
export const hasCorpora = existsSync(CORPORA);
