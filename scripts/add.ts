import type { Command, ExitCode, Invocation } from '../src/cli/command/command.ts';
import { handmadeLine } from '../src/decide/implicitDecisions.ts';
import { readDate } from '../src/harvest/normalise/dates.ts';
import { type PageFacts, readPage } from '../src/harvest/readPage.ts';
import type { Desk } from '../src/model/desk/desk.ts';
import type { PickEntry } from '../src/model/desk/pick.ts';
import { slug } from '../src/model/desk/slug.ts';
import { isWebAddress } from '../src/model/desk/text.ts';
import type { Instant } from '../src/model/desk/time.ts';
import { CribaError } from '../src/model/run/error.ts';
import { fetchOptions } from '../src/net/fetchOptions.ts';
import { openFetch } from '../src/net/openFetch.ts';
import { openPages } from '../src/net/openPages.ts';
import { applyChanges } from '../src/store/applyChanges.ts';
import { ledgerPath } from '../src/store/ledgerPath.ts';
import { readDesk } from '../src/store/readDesk.ts';
import { addressing } from '../src/text/address.ts';
import { canonicalHost } from '../src/text/canonicalHost.ts';
import { dayOf } from '../src/text/time.ts';

export const addCommand: Command = {
  name: 'add',
  about: 'makes a pick by hand, from an address',
  summary:
    'Makes a pick by hand: reads the title, the author and the date from the page, and writes the file for your words.',
  takes: '<url>',
  flags: {
    title: {
      type: 'string',
      value: '<text>',
      help: 'instead of the one that the page gives; the page is then not needed',
    },
    note: {
      type: 'string',
      value: '<text>',
      help: 'your words, in Markdown; you can also write them in the file afterwards',
    },
    by: { type: 'string', value: '<name>', help: 'who picked it' },
    offline: { type: 'boolean', help: 'do not read the page; --title says what it is called' },
  },
  examples: [
    [
      'npm run add -- https://water.example/rain-gardens --by Marta',
      'read the page, write content/picks/<year>/<month>/<title>.md',
    ],
    [
      'npm run add -- https://water.example/rain-gardens --offline --title "Rain gardens"',
      'the same without a network',
    ],
  ],
  run: runAdd,
};

async function runAdd(call: Invocation): Promise<ExitCode> {
  const { values, rest, desk: folder, now, dryRun, terminal } = call;
  const [address, ...more] = rest;
  if (address === undefined || more.length > 0 || !isWebAddress(address)) {
    throw new CribaError(
      'usage/address',
      address === undefined
        ? 'add needs an address.'
        : `"${rest.join(' ')}" is not one http(s) address.`,
      {
        hint: 'npm run add -- https://water.example/rain-gardens',
      },
    );
  }
  const desk = await readDesk(folder);
  const title = values.title === undefined ? undefined : String(values.title);
  const page = values.offline
    ? { url: address }
    : await askPage(address, desk, { env: call.env, optional: title !== undefined });
  const url = page.url ?? address;
  const before = alreadyThere(desk, [address, url]);
  if (before !== undefined) {
    terminal.warn(
      'pick/already-there',
      `${folder}/${before} has this address.`,
      'Write your words there.',
    );
    return 1;
  }
  const pick = toPick(url, { ...page, title: title ?? page.title }, desk, now, values.by);
  const [year, month] = String(pick.kept).split('-');
  const path = `picks/${year}/${month}/${slug(pick.title, pick.id ?? '')}.md`;
  const body = String(values.note ?? '');
  if (!dryRun) {
    applyChanges(
      folder,
      {
        changes: [{ do: 'create', path, kind: 'picks', data: pick, body }],
        lines: [handmadeLine(pick, String(pick.id), desk, now)],
      },
      { ledger: ledgerPath(now, 'add') },
    );
  }
  terminal.answer(`${folder}/${path}`);
  terminal.record({ path: `${folder}/${path}`, ...pick });
  terminal.closing(
    dryRun
      ? '0 written (dry run)'
      : body === ''
        ? '1 pick written; your words go below its header'
        : '1 pick written',
  );
  return 0;
}

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

function toPick(url: string, page: PageFacts, desk: Desk, now: Instant, by: unknown): PickEntry {
  const { title } = page;
  if (title === undefined || title.trim() === '') {
    throw new CribaError('pick/no-title', `${url} gives no title.`, {
      hint: 'Say how it is called: --title "…"',
    });
  }
  const host = hostOf(url);
  const source = desk.sources.find(({ data }) =>
    [data.site, data.feed].some((place) => place && isWebAddress(place) && hostOf(place) === host),
  );
  return {
    id: addressing(desk.rules.addresses).id(url),
    title,
    url,
    source: source?.name,
    author: page.author,
    language: page.language ?? source?.data.language ?? desk.settings.languages[0],
    published: page.published === undefined ? undefined : readDate(page.published, now),
    kept: dayOf(now, desk.settings.timeZone),
    keptBy: by === undefined ? undefined : String(by),
  } as PickEntry;
}

function alreadyThere(desk: Desk, urls: readonly string[]): string | undefined {
  const { canonical } = addressing(desk.rules.addresses);
  const wanted = new Set(urls.map((url) => canonical(url)));
  return [...desk.picks, ...desk.candidates].find(({ data }) => wanted.has(canonical(data.url)))
    ?.path;
}

function hostOf(url: string): string {
  return canonicalHost(new URL(url).host);
}
