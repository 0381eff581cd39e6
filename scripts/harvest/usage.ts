import type { Command } from '../../src/cli/command/command.ts';

export const HARVEST_FLAGS: Command['flags'] = {
  source: { type: 'string', value: 'name' },
  concurrency: { type: 'string', value: 'n' },
  body: {
    type: 'string',
    value: 'file',
  },
  replay: {
    type: 'string',
    value: 'run',
  },
};

export const HARVEST_EXAMPLES: Command['examples'] = [
  'npm run harvest',
  'npm run harvest -- --dry-run',
  `npm run -s harvest -- --dry-run --json | jq -r 'select(.kind == "candidate").url'`,
  `npm run -s harvest -- --json | jq 'select(.kind == "source" and .code != "ok")'`,
  'npm run harvest -- --body pull-request.md',
  'npm run harvest -- --replay 20261121t090000z-harvest',
];
