import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone's. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** The demo's, in which everything stands that it makes. */
export const DEMO = join(ROOT, '.criba/demo');
export const SITE = join(DEMO, 'dist/team');
