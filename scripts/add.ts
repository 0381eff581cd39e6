import type { Command, ExitCode, Invocation } from '../src/cli/command/command.ts';
import { reportPick, warnOfSameAddress } from '../src/cli/report/pickReport.ts';
import { handmadeLine } from '../src/decide/implicitDecisions.ts';
import { type PageFacts, readPage } from '../src/harvest/readPage.ts';
import type { Desk } from '../src/model/desk/desk.ts';
import { fillIn } from '../src/model/desk/kind.ts';
import { PICKS } from '../src/model/desk/pick.ts';
import { slug } from '../src/model/desk/slug.ts';
import { isWebAddress } from '../src/model/desk/text.ts';
import { CribaError } from '../src/model/run/error.ts';
import { fetchOptions } from '../src/net/fetchOptions.ts';
import { openFetch } from '../src/net/openFetch.ts';
import { openPages } from '../src/net/openPages.ts';
import { applyChanges } from '../src/store/applyChanges.ts';
import { readDesk } from '../src/store/readDesk.ts';
import { addressing } from '../src/text/address.ts';
import { handmadePick } from './add/handmadePick.ts';

export const addCommand: Command = {
  name: 'add',
  takes: 'url',
  flags: {
    title: {
      type: 'string',
      value: 'text',
    },
    note: {
      type: 'string',
      value: 'text',
    },
    by: { type: 'string', value: 'name' },
    offline: { type: 'boolean' },
  },
  examples: [
    'npm run add -- https://water.example/rain-gardens --by Marta',
    'npm run add -- https://water.example/rain-gardens --offline --title "Rain gardens"',
  ],
  run: runAdd,
};

async function runAdd(call: Invocation): Promise<ExitCode> {
  const { values, desk: folder, now, dryRun, terminal } = call;
  const address = readAddress(call.rest);
  const desk = await readDesk(folder);
  const title = values.title === undefined ? undefined : String(values.title);
  const page = values.offline
    ? { url: address }
    : await askPage(address, desk, { env: call.env, optional: title !== undefined });
  const url = page.url ?? address;
  const before = fileWithAddress(desk, [address, url]);
  if (before !== undefined) {
    warnOfSameAddress(`${folder}/${before}`, terminal);
    return 1;
  }
  const facts = { ...page, url, title: title ?? page.title };
  const pick = handmadePick(facts, desk, { now, by: values.by });
  const [year, month] = String(pick.kept).split('-');
  const path = `picks/${year}/${month}/${slug(pick.title, pick.id ?? '')}.md`;
  const body = String(values.note ?? '');
  if (!dryRun) {
    const data = fillIn(PICKS.template, pick);
    const changes = [{ do: 'create' as const, path, kind: 'picks' as const, data, body }];
    const lines = [handmadeLine(pick, String(pick.id), desk, now)];
    applyChanges(folder, { changes, lines }, { now, command: 'add' });
  }
  reportPick(pick, { path: `${folder}/${path}`, hasWords: body !== '', dryRun }, terminal);
  return 0;
}

function readAddress(rest: readonly string[]): string {
  const [address, ...more] = rest;
  if (address !== undefined && more.length === 0 && isWebAddress(address)) return address;
  const example = 'npm run add -- https://water.example/rain-gardens';
  throw address === undefined
    ? new CribaError('usage/address', { why: 'pageMissing', example })
    : new CribaError('usage/address', { why: 'notOne', given: rest.join(' '), example });
}

/** What the page says of itself. @param how.optional whether the address alone will do, if the page cannot be read */
async function askPage(
  address: string,
  desk: Desk,
  { env, optional }: { env: Invocation['env']; optional: boolean },
): Promise<PageFacts> {
  const network = openFetch(fetchOptions(desk.settings, env.CRIBA_ALLOW_HOSTS, env.CRIBA_TIMEOUTS));
  try {
    return readPage(await openPages(network.fetch)(address));
  } catch (error) {
    if (optional && error instanceof CribaError) return { url: address };
    throw error;
  } finally {
    await network.close();
  }
}

/** The file that has one of the addresses already. */
function fileWithAddress(desk: Desk, urls: readonly string[]): string | undefined {
  const { canonical } = addressing(desk.rules.addresses);
  const wanted = new Set(urls.map((url) => canonical(url)));
  return [...desk.picks, ...desk.candidates].find(({ data }) => wanted.has(canonical(data.url)))
    ?.path;
}
