import type { Invocation } from '../../src/cli/command/command.ts';
import { type Discovery, discover } from '../../src/harvest/discover/discover.ts';
import { openParser } from '../../src/harvest/parse/openParser.ts';
import type { Desk } from '../../src/model/desk/desk.ts';
import { MAX_FEED_BYTES } from '../../src/model/run/limits.ts';
import { SourceError, sourceError } from '../../src/model/run/sourceError.ts';
import { fetchOptions } from '../../src/net/fetchOptions.ts';
import { openFetch } from '../../src/net/openFetch.ts';
import { openPages } from '../../src/net/openPages.ts';

const FEED_TYPES = 'application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.1';

/** What a site has to follow. @throws SourceError, or CribaError with a hint for somebody who typed an address */
export async function look(
  address: string,
  desk: Desk,
  { now, env, terminal }: Invocation,
): Promise<Discovery> {
  const network = openFetch(fetchOptions(desk.settings, env.CRIBA_ALLOW_HOSTS, env.CRIBA_TIMEOUTS));
  const parser = openParser();
  try {
    const pages = openPages(network.fetch);
    return await discover(address, {
      fetchPage: pages,
      fetchFeed: network.fetch,
      fetchGuess: (url) => pages(url, { accept: FEED_TYPES, maxBytes: MAX_FEED_BYTES }),
      parse: (document) => parser.parse(document, { now }),
      onRequest: (url) => terminal.progress(terminal.speech.say('sources.asking', { url })),
    });
  } catch (error) {
    throw inWordsOfAdd(error, address);
  } finally {
    await Promise.all([network.close(), parser.close()]);
  }
}

/** What a mistyped address comes to, said of the address and not of a source that stands in a file. */
function inWordsOfAdd(error: unknown, address: string): unknown {
  if (!(error instanceof SourceError)) return error;
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const { code, hostname } = cause as NodeJS.ErrnoException & { hostname?: string };
    if (code !== 'ENOTFOUND') continue;
    const host = hostname ?? new URL(address).hostname;
    return sourceError('unreachable', { why: 'noHost', host }, { cause: error });
  }
  const { coded } = error;
  if (coded.code !== 'source/refused') return error;
  return sourceError('refused', { ...coded.values, typed: address }, { cause: error });
}
