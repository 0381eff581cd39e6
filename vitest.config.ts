import { defineConfig } from 'vitest/config';

/** Milliseconds: a test ends by its own work, and no test fails because the machine is busy. */
const NEVER = 300_000;
const limits = {
  testTimeout: NEVER,
  hookTimeout: NEVER,
  expect: { poll: { timeout: NEVER } },
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
          // Units are pure: a third of the time went into loading the same files again for each.
          isolate: false,
          ...limits,
        },
      },
      {
        test: {
          name: 'pipeline',
          include: ['tests/pipeline/**/*.test.ts'],
          isolate: false,
          ...limits,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/globalSetup.ts'],
          // One browser and one built site serve every file; two cores gain nothing from more.
          fileParallelism: false,
          ...limits,
        },
      },
      {
        test: {
          name: 'real',
          include: ['tests/real/**/*.test.ts'],
          fileParallelism: false,
          ...limits,
          testTimeout: 900_000,
          hookTimeout: 900_000,
        },
      },
    ],
  },
});
