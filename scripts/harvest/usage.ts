import type { Command } from '../../src/cli/command/command.ts';

export const HARVEST_FLAGS: Command['flags'] = {
  source: { type: 'string', value: '<name>', help: 'this source alone' },
  concurrency: { type: 'string', value: '<n>', help: 'sources read at a time (8)' },
  body: {
    type: 'string',
    value: '<file>',
    help: "write the pull request's text there: a table to decide by, in the desk's language",
  },
  replay: {
    type: 'string',
    value: '<run>',
    help: 'make an earlier run again, from what was stored of it and without a network',
  },
};

export const HARVEST_EXAMPLES: Command['examples'] = [
  ['npm run harvest', 'harvest the desk in content/'],
  ['npm run harvest -- --dry-run', 'say what would be proposed, and write nothing'],
  [
    `npm run -s harvest -- --dry-run --json | jq -r 'select(.kind == "candidate").url'`,
    'the addresses of what would be proposed',
  ],
  [
    `npm run -s harvest -- --json | jq 'select(.kind == "source" and .code != "ok")'`,
    'the sources that gave nothing, or nothing new, and why',
  ],
  ['npm run harvest -- --body pull-request.md', 'and tell in a file what is proposed and why'],
  [
    'npm run harvest -- --replay 20261121t090000z-harvest',
    'the same candidates again, on the desk as it was before that run',
  ],
];
