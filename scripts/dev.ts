import { developSite } from '../src/cli/astro.ts';
import { runCommand } from '../src/cli/command.ts';
import { Instant } from '../src/model/time.ts';

await runCommand(
  {
    name: 'dev',
    summary: 'Shows the site of the desk while you write: a change to a file shows at once.',
    flags: {
      edition: { type: 'string', value: '<name>', help: 'team or public (team)' },
      port: { type: 'string', value: '<n>', help: 'where to serve it (4321)' },
    },
    examples: [['npm run dev', 'serve the team edition of content/ on http://localhost:4321/']],
  },
  async ({ values, desk }) => {
    const flags = values.port === undefined ? [] : ['--port', String(values.port)];
    const edition = values.edition === 'public' ? 'public' : 'team';
    const now = values.now === undefined ? undefined : Instant.parse(values.now);
    return (await developSite({ desk, edition, now, flags })) === 0 ? 0 : 3;
  },
);
