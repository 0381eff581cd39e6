import { existsSync } from 'node:fs';
import { type Browser, type BrowserServer, chromium } from 'playwright-core';

/** No default arguments of any package: some switch off the very rules that these tests are about. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const ADVICE =
  'No Chromium starts here. Install one: `sudo apt-get install chromium`, or set CRIBA_CHROMIUM to the path of one that you have.';

type Place = [name: string, path: () => Promise<string | undefined> | string | undefined];
/** Where a Chromium may be, in the order in which they are tried; the last is unpacked by the first run that needs it. */
const PLACES: Place[] = [
  ['CRIBA_CHROMIUM', () => process.env.CRIBA_CHROMIUM],
  ['/usr/bin/chromium', () => '/usr/bin/chromium'],
  ['Playwright', () => chromium.executablePath()],
  [
    '@sparticuz/chromium',
    async () => (await import('@sparticuz/chromium')).default.executablePath(),
  ],
];

/**
 * Starts the first Chromium that does.
 * @throws Error that says how to install one, and what was tried
 */
export async function startBrowser(
  places: readonly Place[] = PLACES,
): Promise<{ name: string; server: BrowserServer }> {
  const tried: string[] = [];
  for (const [name, find] of places) {
    try {
      const path = await find();
      if (!path || !existsSync(path)) {
        tried.push(`${name}: none there`);
        continue;
      }
      const server = await chromium.launchServer({
        executablePath: path,
        args: ARGS,
        timeout: 300_000,
      });
      const browser: Browser = await chromium.connect(server.wsEndpoint());
      await (await browser.newPage()).close();
      await browser.close();
      return { name, server };
    } catch (error) {
      tried.push(
        `${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`,
      );
    }
  }
  throw new Error([ADVICE, ...tried].join('\n  '));
}
