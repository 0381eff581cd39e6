import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Half the time of a short command goes into making the same code of the same TypeScript. What was made of it is kept
// where nobody else writes, and made again when a file has changed. This file is JavaScript so that it need not be.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/criba', import.meta.url)));
