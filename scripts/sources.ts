import { runParts } from '../src/cli/command/runParts.ts';
import { addPart } from './sources/add.ts';
import { exportPart } from './sources/export.ts';
import { healthPart } from './sources/health.ts';
import { importPart } from './sources/import.ts';

await runParts({
  name: 'sources',
  summary:
    'Whom we listen to: finds feeds, takes lists in and gives them out, and says how each source does.',
  parts: { add: addPart, import: importPart, export: exportPart, health: healthPart },
  examples: [
    ['npm run sources -- add https://water.example/blog', 'find the feed of a site and follow it'],
    ['npm run sources -- import subscriptions.opml --dry-run', 'say what a list would bring'],
    ['npm run sources -- export --out sources.opml', 'give our list to another reader'],
    ['npm run sources -- health', 'say who has gone quiet, moved or failed'],
    ['npm run sources -- add --help', 'the flags of one of them'],
  ],
});
