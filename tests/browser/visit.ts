import { type Browser, chromium, type Page, type ViewportSize } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';

/** What went wrong on a page while it was open: scripts, policy, requests to elsewhere, answers that were none. */
export interface Visit {
  page: Page;
  trouble: string[];
}

interface Tab {
  page: Page;
  /** the address that is visited, and what went wrong there */
  visited: { url: string; trouble: string[] };
}

interface VisitOptions {
  viewport?: ViewportSize;
  javaScriptEnabled?: boolean;
}

const DESKTOP: ViewportSize = { width: 1440, height: 900 };

let browser: Browser;
let tabs: { withScripts: Tab; withoutScripts: Tab };

/** Gives a test file the browser that all of them share. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
    tabs = { withScripts: await openTab(true), withoutScripts: await openTab(false) };
  });
  afterAll(() => browser.close());
}

/**
 * Opens an address as a document of its own, in light colours, and listens for trouble. All visits of a file share a tab
 * (those without JavaScript have another): starting one takes far longer than reading a page.
 */
export async function visit(
  url: string,
  { viewport = DESKTOP, javaScriptEnabled = true }: VisitOptions = {},
): Promise<Visit> {
  const tab = javaScriptEnabled ? tabs.withScripts : tabs.withoutScripts;
  tab.visited = { url, trouble: [] };
  await show(tab.page, 'light', viewport);
  await tab.page.goto(url);
  return { page: tab.page, trouble: tab.visited.trouble };
}

/** Shows a page that is open in other colours and another width. */
export async function show(
  page: Page,
  colorScheme: 'light' | 'dark',
  viewport: ViewportSize,
): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize(viewport);
}

async function openTab(javaScriptEnabled: boolean): Promise<Tab> {
  const page = await browser.newPage({ javaScriptEnabled });
  page.setDefaultTimeout(300_000);
  const tab: Tab = { page, visited: { url: 'about:blank', trouble: [] } };
  const note = (trouble: string) => tab.visited.trouble.push(trouble);
  page.on('pageerror', (error) => note(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      note(`console: ${message.text()}`);
  });
  page.on('dialog', async (dialog) => {
    note(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('request', (request) => {
    const { origin } = new URL(tab.visited.url);
    if (new URL(request.url()).origin !== origin && !request.url().startsWith('data:'))
      note(`request: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && response.url() !== tab.visited.url)
      note(`${response.status()}: ${response.url()}`);
  });
  return tab;
}
