import type { Command, ExitCode, Invocation } from '../src/cli/command/command.ts';
import { readEdition, readPort } from '../src/cli/command/flagValues.ts';
import { developSite } from '../src/cli/site/buildSite.ts';

export const devCommand: Command = {
  name: 'dev',
  flags: {
    edition: { type: 'string', value: 'name' },
    port: { type: 'string', value: 'n' },
  },
  shared: ['desk', 'now'],
  examples: ['npm run dev'],
  run: runDev,
};

async function runDev({ values, desk, now, terminal }: Invocation): Promise<ExitCode> {
  const code = await developSite({
    desk,
    edition: readEdition(values.edition) ?? 'team',
    port: readPort(values.port),
    now: values.now === undefined ? undefined : now,
    lang: terminal.speech.lang,
  });
  return code === 0 ? 0 : 3;
}
