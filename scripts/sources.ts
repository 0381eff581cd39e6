import type { CommandGroup } from '../src/cli/command/command.ts';
import { addCommand } from './sources/add.ts';
import { exportCommand } from './sources/export.ts';
import { healthCommand } from './sources/health.ts';
import { importCommand } from './sources/import.ts';

export const sourcesCommand: CommandGroup = {
  name: 'sources',
  subcommands: {
    add: addCommand,
    import: importCommand,
    export: exportCommand,
    health: healthCommand,
  },
  examples: [
    'npm run sources -- add https://water.example/blog',
    'npm run sources -- import subscriptions.opml --dry-run',
    'npm run sources -- export --out sources.opml',
    'npm run sources -- health',
    'npm run sources -- add --help',
  ],
};
