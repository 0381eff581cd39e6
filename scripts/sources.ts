import type { CommandGroup } from '../src/cli/command/command.ts';
import { addCommand } from './sources/add.ts';
import { exportCommand } from './sources/export.ts';
import { healthCommand } from './sources/health.ts';
import { importCommand } from './sources/import.ts';

export const sourcesCommand: CommandGroup = {
  name: 'sources',
  about: 'finds, imports, exports feeds, and says how each source does',
  summary:
    'Whom we listen to: finds feeds, takes lists in and gives them out, and says how each source does.',
  subcommands: {
    add: addCommand,
    import: importCommand,
    export: exportCommand,
    health: healthCommand,
  },
  examples: [
    ['npm run sources -- add https://water.example/blog', 'find the feed of a site and follow it'],
    ['npm run sources -- import subscriptions.opml --dry-run', 'say what a list would bring'],
    ['npm run sources -- export --out sources.opml', 'give our list to another reader'],
    ['npm run sources -- health', 'say who has gone quiet, moved or failed'],
    ['npm run sources -- add --help', 'the flags of one of them'],
  ],
};
