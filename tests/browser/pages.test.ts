import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { readDesk } from '../../src/store/readDesk.ts';
import { size } from '../support/size.ts';
import { PUBLIC_PATHS, TEAM_PATHS } from './sections.ts';
import { show, useBrowser, visit } from './visit.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const PUBLIC = [
  ...PUBLIC_PATHS,
  'temas/agua/',
  'fuentes/cuaderno-de-cuenca/',
  'calendario/2026-11/',
  'en/',
  'en/topics/vivienda/',
  'en/calendar/',
  'nada/',
];
const TEAM = [...TEAM_PATHS, 'en/inbox/', 'en/left-out/'];
const pages = [
  ...PUBLIC.map((path) => ['public', path] as const),
  ...[...PUBLIC, ...TEAM].map((path) => ['team', path] as const),
];
/** A desk by day and a phone by night: each page is seen in both. */
const LOOKS = [
  ['light', 1440],
  ['dark', 360],
] as const;
type Look = (typeof LOOKS)[number][0];

/**
 * Whether axe reads a page in a look. It does, but for the small size: there it reads what both editions have in light in
 * the one and in dark in the other, and the team's English pages in dark alone.
 */
function isAudited(edition: string, path: string, look: Look): boolean {
  if (size({ small: false, middle: true, whole: true })) return true;
  if (PUBLIC.includes(path)) return look === (edition === 'team' ? 'light' : 'dark');
  return look === 'dark' || !path.startsWith('en/');
}

useBrowser();

describe('a page', () => {
  test.for(pages)(
    'of the %s edition, /%s, keeps the policy, fits a phone, and has nothing for axe to find in light or dark',
    async ([edition, path]) => {
      const url = inject(edition) + path;
      const { page, trouble } = await visit(url);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.locator('html').getAttribute('lang')).toMatch(/^(?:es|en)$/);
      // Through the debugger and not as a script of the page, which the page's own policy would refuse.
      await page.evaluate(AXE);
      for (const opened of [false, true]) {
        // What a closed group holds is looked at too.
        if (opened) await openGroups(page);
        for (const [colorScheme, width] of LOOKS) {
          await show(page, colorScheme, { width, height: 900 });
          expect(await excessWidth(page), `${url} at ${width} pixels`).toBeLessThanOrEqual(0);
          if (opened && isAudited(edition, path, colorScheme))
            expect(await violations(page), colorScheme).toEqual([]);
        }
      }
      // A page that is not there answers 404, and the browser says so.
      expect(trouble.filter((one) => !(path === 'nada/' && one.includes('404')))).toEqual([]);
    },
  );

  test('of a pick speaks the pick’s language, attributes the quotation, and links to the source', async () => {
    const desk = await readDesk(join(inject('demo'), 'content'));
    const sources = new Map(desk.sources.map(({ name, data }) => [name, data]));
    const quoting = desk.picks.filter(({ data, body }) => {
      const { scope, status } = sources.get(data.source ?? '')?.permission ?? {};
      const shown = data.publish === undefined && data.expires === undefined;
      return (
        shown &&
        data.language === 'en' &&
        /^> /m.test(body) &&
        scope !== 'link' &&
        status !== 'refused'
      );
    });
    expect(quoting.length).toBeGreaterThan(1);
    for (const { path, data } of quoting) {
      const { page } = await visit(`${inject('public')}${path.replace(/^picks\/|\.md$/g, '')}/`);
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      const caption = page.locator('main figure:has(> blockquote) > figcaption');
      expect(await caption.count()).toBe(await page.locator('main blockquote').count());
      const link = caption.locator('a').first();
      expect(await link.innerText()).toBe(sources.get(data.source ?? '')?.title);
      expect(await link.getAttribute('href')).toBe(data.url);
    }
  });

  test.for(['', 'temas/', 'temas/agua/', 'fuentes/', 'calendario/2026-11/', 'PICK'])(
    '/%s fits a phone, with words in its titles that are longer than a line',
    async (path) => {
      const { page } = await visit(`${inject('team')}${path === 'PICK' ? '' : path}`, {
        viewport: { width: 320, height: 700 },
      });
      if (path === 'PICK') {
        await page.locator('.front-lead h2 a').click();
        await page.waitForLoadState();
      }
      const wider = await page.evaluate(() => {
        for (const title of document.querySelectorAll('main :is(h1, h2, h3, h4, .agenda-title)'))
          (title.querySelector('a') ?? title).textContent = 'Wasserwirtschaft'.repeat(8);
        return document.documentElement.scrollWidth - window.innerWidth;
      });
      expect(wider).toBeLessThanOrEqual(0);
    },
  );

  test('that is not there says so in both languages and leads on', async () => {
    const { page } = await visit(`${inject('public')}nothing/here/`);
    const text = await page.locator('main').innerText();
    expect(text).toMatch(/no existe/i);
    expect(text).toMatch(/no such page/i);
    expect(await page.locator('main a').count()).toBeGreaterThan(1);
  });
});

describe('the calendar', () => {
  test('is a table with weekdays for headers, and links to the months beside it, without JavaScript', async () => {
    const { page } = await visit(`${inject('team')}calendario/`, {
      javaScriptEnabled: false,
    });
    expect(await page.locator('table th[scope="col"]').count()).toBeGreaterThanOrEqual(7);
    expect(await page.locator('table time[datetime]').count()).toBeGreaterThan(27);
    const heading = await page.locator('h1').innerText();
    await page.locator('a[rel="next"]').first().click();
    await page.waitForLoadState();
    expect(await page.locator('h1').innerText()).not.toBe(heading);
  });

  test('keeps what stands on a day within its cell, however long the word', async () => {
    const { page } = await visit(`${inject('team')}calendario/2026-11/`, {
      viewport: { width: 900, height: 900 },
    });
    const [slots, beyond] = await page.evaluate(() => {
      const all = [...document.querySelectorAll('.calendar-grid-slot')];
      for (const slot of all)
        for (const text of slot.querySelectorAll('a, .calendar-grid-facts > *'))
          text.textContent = 'Wasserwirtschaft'.repeat(3);
      const edge = (slot: Element) => slot.closest('td')?.getBoundingClientRect().right ?? 0;
      const parts = all.flatMap((slot) => [slot, ...slot.querySelectorAll('*')]);
      return [
        all.length,
        parts.filter((part) => part.getBoundingClientRect().right > edge(part)).length,
      ];
    });
    expect(slots).toBeGreaterThan(5);
    expect(beyond).toBe(0);
  });

  test('is a list where letters are so large that seven columns do not fit', async () => {
    const { page } = await visit(`${inject('team')}calendario/2026-11/`);
    expect(await page.locator('.calendar-grid').isVisible()).toBe(true);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await page.locator('.calendar-grid').isVisible()).toBe(false);
    expect(await page.locator('.calendar-detail').isVisible()).toBe(true);
  });

  test('shows the team what its ideas say', async () => {
    const { page } = await visit(`${inject('team')}calendario/`);
    const desk = await readDesk(join(inject('demo'), 'content'));
    const ideas = desk.slots.filter(({ data }) => !data.at && !data.day);
    expect(ideas.length).toBeGreaterThan(0);
    expect(await page.locator('.calendar-ideas .slot-detail').count()).toBe(ideas.length);
    expect(await page.locator('.calendar-ideas details .prose').count()).toBe(
      ideas.filter(({ body }) => body.trim() !== '').length,
    );
  });

  test('can be walked with the keyboard alone: every slot is a stop, with a focus that shows', async () => {
    const { page } = await visit(`${inject('team')}calendario/`);
    const stops = await page.locator('table a').count();
    expect(stops).toBeGreaterThan(5);
    let reached = 0;
    for (let press = 0; press < 60 + stops && reached < stops; press += 1) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element?.closest('table')) return undefined;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return `${outlineStyle} ${outlineWidth}`;
      });
      if (focus === undefined) continue;
      reached += 1;
      expect(focus).not.toMatch(/^none|\b0px$/);
    }
    expect(reached).toBe(stops);
  });
});

describe('what a harvest left out', () => {
  test('is in groups that open without JavaScript, and whose counts add up', async () => {
    const { page } = await visit(`${inject('team')}lo-que-no-paso/`, {
      javaScriptEnabled: false,
    });
    const numbers = async (selector: string) =>
      (await page.locator(selector).allInnerTexts()).map((text) => Number(text.replace(/\D/g, '')));
    const [total = 0, ...parts] = await numbers('.harvest-sum-number');
    const groups = await numbers('.left-out-group-count');
    const sum = (all: number[]) => all.reduce((one, other) => one + other, 0);
    expect(total).toBeGreaterThan(50);
    expect(sum(parts)).toBe(total);
    expect(sum(groups)).toBe(parts.at(-1));
    const rows = page.locator('.left-out-row');
    expect(await rows.count()).toBe(sum(groups));
    expect(await rows.first().isVisible()).toBe(false);
    await page.locator('.left-out-group > summary').first().click();
    expect(await rows.first().isVisible()).toBe(true);
  });

  test('can be read with the keyboard alone: a group opens, then why an item has its points', async () => {
    const { page } = await visit(`${inject('team')}lo-que-no-paso/`);
    const reach = async (selector: string) => {
      for (let press = 0; press < 60; press += 1) {
        await page.keyboard.press('Tab');
        const focus = await page.evaluate((wanted) => {
          const element = document.activeElement;
          return element?.matches(wanted) ? getComputedStyle(element).outlineStyle : undefined;
        }, selector);
        if (focus !== undefined) return focus;
      }
      return undefined;
    };
    expect(await reach('.left-out-group > summary')).toBe('solid');
    await page.keyboard.press('Enter');
    expect(await reach('.left-out-row-title a')).toBe('solid');
    expect(await reach('.left-out-row-why > summary')).toBe('solid');
    await page.keyboard.press('Enter');
    const reasons = page.locator('.left-out-row-why[open] .reason-list');
    expect(await reasons.innerText()).toContain('Punto de partida de todo lo que llega.');
  });
});

describe('search', () => {
  async function search(words: string) {
    const { page, trouble } = await visit(`${inject('team')}buscar/`);
    await page.keyboard.press('/');
    await page.keyboard.type(words);
    // The results of the whole query, not those of its first letters, which are replaced.
    await page.waitForURL((url) => url.searchParams.get('q') === words);
    await page.locator('main [aria-busy="false"] li a').first().waitFor();
    return { page, trouble };
  }
  test.for([
    ['a word of a title', 'acuífero', 'El acuífero no es una hucha'],
    ['a word without its accent', 'acuifero', 'El acuífero no es una hucha'],
    ['a mistyped word', 'acuifreo', 'El acuífero no es una hucha'],
    ['words in another order', 'hucha acuifero', 'El acuífero no es una hucha'],
    ['the beginning of a word', 'ferret', 'Se traspasa ferretería con clientela y con ganas'],
  ] as const)('finds %s', async ([, words, title]) => {
    const { page, trouble } = await search(words);
    expect((await page.locator('main li a').allInnerTexts()).slice(0, 5)).toContainEqual(
      expect.stringContaining(title),
    );
    expect(trouble).toEqual([]);
  });
  test('is reached and used with the keyboard: the first result opens', async () => {
    const { page, trouble } = await search('acuifero');
    await page.keyboard.press('Tab');
    for (
      let press = 0;
      press < 5 && !(await page.evaluate(() => document.activeElement?.closest('main li')));
      press += 1
    )
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/\d{4}\/\d{2}\//);
    expect(trouble).toEqual([]);
  });
  test('without JavaScript says so and leads to the archive and the topics', async () => {
    const { page } = await visit(`${inject('public')}buscar/`, { javaScriptEnabled: false });
    const links = await page
      .locator('main a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(links).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/archivo\/$/),
        expect.stringMatching(/temas\/$/),
      ]),
    );
  });
});

test('the front page weighs less than 60 KB on the wire', async () => {
  const { createBrotliCompress } = await import('node:zlib');
  const { buffer } = await import('node:stream/consumers');
  const { page } = await visit(inject('public'));
  const urls = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  );
  let bytes = 0;
  for (const url of new Set([page.url(), ...urls])) {
    const response = await page.request.get(url);
    const body = await response.body();
    const packed = /woff2$/.test(url) ? body : await buffer(createBrotliCompress().end(body));
    bytes += packed.length;
  }
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThan(60_000);
});

/** Pixels that a page is wider than its window. */
function excessWidth(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

function openGroups(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const group of document.querySelectorAll('details')) group.open = true;
  });
}

/** What axe finds in a page that it has been put into. */
function violations(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as {
        axe: {
          run(
            options: object,
          ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
        };
      }
    ).axe.run({ resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}
