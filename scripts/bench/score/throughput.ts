import { fileURLToPath } from 'node:url';
import { costOf } from '../costOf.ts';
import type { Section } from './section.ts';

const ITEMS = 10_000;
const DECISIONS = 1_000;
const CHILD = fileURLToPath(new URL('./scoreBatch.ts', import.meta.url));
// As for the commands: see `bin/criba`.
const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/criba', import.meta.url));

interface Said {
  items: number;
  decisions: number;
  /** of scoring alone */
  seconds: number;
  cpu: number;
}

export const throughput: Section = {
  needs: [],
  run: async ({ folder, profiles }) => {
    const { peak, stdout } = await costOf(
      process.execPath,
      [
        CHILD,
        '--corpora',
        folder,
        '--profiles',
        profiles,
        '--items',
        String(ITEMS),
        '--decisions',
        String(DECISIONS),
      ],
      { NODE_COMPILE_CACHE: CACHE },
    );
    const { items, decisions, seconds, cpu }: Said = JSON.parse(stdout);
    return [
      {
        title: 'Throughput: one harvest scored in a process of its own',
        rows: [
          {
            items,
            decisions,
            topics: 6,
            audiences: 3,
            seconds,
            'seconds of CPU': cpu,
            'items per second': Math.round(items / seconds),
            'peak MB': Math.round(peak),
          },
        ],
        notes: ['seconds are of scoring alone; the peak is of the whole process'],
      },
    ];
  },
};
