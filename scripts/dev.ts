import type { Command, ExitCode, Invocation } from '../src/cli/command/command.ts';
import { readEdition, readPort } from '../src/cli/command/flagValues.ts';
import { developSite } from '../src/cli/site/buildSite.ts';

export const devCommand: Command = {
  name: 'dev',
  about: 'shows the site while you write',
  summary: 'Shows the site of the desk while you write: a change to a file shows at once.',
  flags: {
    edition: { type: 'string', value: '<name>', help: 'team or public (team)' },
    port: { type: 'string', value: '<n>', help: 'where to serve it (4321)' },
  },
  shared: ['desk', 'now'],
  examples: [['npm run dev', 'serve the team edition of content/ on http://localhost:4321/']],
  run: runDev,
};

async function runDev({ values, desk, now }: Invocation): Promise<ExitCode> {
  const code = await developSite({
    desk,
    edition: readEdition(values.edition) ?? 'team',
    port: readPort(values.port),
    now: values.now === undefined ? undefined : now,
  });
  return code === 0 ? 0 : 3;
}
