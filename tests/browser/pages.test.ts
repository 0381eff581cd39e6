import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { readDesk } from '../../src/store/readDesk.ts';
import { useBrowser, visit } from './visit.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const SECTIONS = [
  '',
  'archivo/',
  'temas/',
  'temas/agua/',
  'fuentes/',
  'fuentes/cuaderno-de-cuenca/',
  'calendario/',
  'calendario/2026-11/',
  'buscar/',
  'quienes-somos/',
  'en/',
  'en/topics/vivienda/',
  'en/calendar/',
  'nada/',
];
const TEAM = ['bandeja/', 'lo-que-no-paso/', 'avisos/', 'en/inbox/', 'en/left-out/'];
const pages = [
  ...SECTIONS.map((path) => ['public', path] as const),
  ...[...SECTIONS, ...TEAM].map((path) => ['team', path] as const),
];

useBrowser();

describe('a page', () => {
  test.for(pages)(
    'of the %s edition, /%s, keeps the policy, fits a phone, and has nothing for axe to find in light or dark',
    async ([edition, path]) => {
      const url = inject(edition) + path;
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page, trouble, close } = await visit(url, {
          colorScheme,
          viewport: { width: colorScheme === 'dark' ? 360 : 1440, height: 900 },
        });
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
          `${url} is wider than the window`,
        ).toBeLessThanOrEqual(0);
        expect(await page.locator('h1').count()).toBe(1);
        expect(await page.locator('html').getAttribute('lang')).toMatch(/^(?:es|en)$/);
        // A page that is not there answers 404, and the browser says so.
        expect(trouble.filter((one) => !(path === 'nada/' && one.includes('404')))).toEqual([]);
        // Through the debugger and not as a script of the page, which the page's own policy would refuse.
        // What a closed group holds is looked at too.
        await page.evaluate(() => {
          for (const group of document.querySelectorAll('details')) group.open = true;
        });
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
          `${url} is wider than the window, opened`,
        ).toBeLessThanOrEqual(0);
        await page.evaluate(AXE);
        const violations = await page.evaluate(async () => {
          const { violations } = await (
            globalThis as unknown as {
              axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
            }
          ).axe.run();
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
        });
        expect(violations).toEqual([]);
        await close();
      }
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
      const { page, close } = await visit(
        `${inject('public')}${path.replace(/^picks\/|\.md$/g, '')}/`,
      );
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      const caption = page.locator('main figure:has(> blockquote) > figcaption');
      expect(await caption.count()).toBe(await page.locator('main blockquote').count());
      const link = caption.locator('a').first();
      expect(await link.innerText()).toBe(sources.get(data.source ?? '')?.title);
      expect(await link.getAttribute('href')).toBe(data.url);
      await close();
    }
  });

  test.for(['', 'temas/', 'temas/agua/', 'fuentes/', 'calendario/2026-11/', 'PICK'])(
    '/%s fits a phone, with words in its titles that are longer than a line',
    async (path) => {
      const { page, close } = await visit(`${inject('team')}${path === 'PICK' ? '' : path}`, {
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
      await close();
    },
  );

  test('that is not there says so in both languages and leads on', async () => {
    const { page, close } = await visit(`${inject('public')}nothing/here/`);
    const text = await page.locator('main').innerText();
    expect(text).toMatch(/no existe/i);
    expect(text).toMatch(/no such page/i);
    expect(await page.locator('main a').count()).toBeGreaterThan(1);
    await close();
  });
});

describe('the calendar', () => {
  test('is a table with weekdays for headers, and links to the months beside it, without JavaScript', async () => {
    const { page, close } = await visit(`${inject('team')}calendario/`, {
      javaScriptEnabled: false,
    });
    expect(await page.locator('table th[scope="col"]').count()).toBeGreaterThanOrEqual(7);
    expect(await page.locator('table time[datetime]').count()).toBeGreaterThan(27);
    const heading = await page.locator('h1').innerText();
    await page.locator('a[rel="next"]').first().click();
    await page.waitForLoadState();
    expect(await page.locator('h1').innerText()).not.toBe(heading);
    await close();
  });

  test('keeps what stands on a day within its cell, however long the word', async () => {
    const { page, close } = await visit(`${inject('team')}calendario/2026-11/`, {
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
    await close();
  });

  test('is a list where letters are so large that seven columns do not fit', async () => {
    const { page, close } = await visit(`${inject('team')}calendario/2026-11/`);
    expect(await page.locator('.calendar-grid').isVisible()).toBe(true);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await page.locator('.calendar-grid').isVisible()).toBe(false);
    expect(await page.locator('.calendar-detail').isVisible()).toBe(true);
    await close();
  });

  test('shows the team what its ideas say', async () => {
    const { page, close } = await visit(`${inject('team')}calendario/`);
    const desk = await readDesk(join(inject('demo'), 'content'));
    const ideas = desk.slots.filter(({ data }) => !data.at && !data.day);
    expect(ideas.length).toBeGreaterThan(0);
    expect(await page.locator('.calendar-ideas .slot-detail').count()).toBe(ideas.length);
    expect(await page.locator('.calendar-ideas details .prose').count()).toBe(
      ideas.filter(({ body }) => body.trim() !== '').length,
    );
    await close();
  });

  test('can be walked with the keyboard alone: every slot is a stop, with a focus that shows', async () => {
    const { page, close } = await visit(`${inject('team')}calendario/`);
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
    await close();
  });
});

describe('what a harvest left out', () => {
  test('is in groups that open without JavaScript, and whose counts add up', async () => {
    const { page, close } = await visit(`${inject('team')}lo-que-no-paso/`, {
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
    await close();
  });

  test('can be read with the keyboard alone: a group opens, then why an item has its points', async () => {
    const { page, close } = await visit(`${inject('team')}lo-que-no-paso/`);
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
    await close();
  });
});

describe('search', () => {
  async function search(words: string) {
    const { page, trouble, close } = await visit(`${inject('team')}buscar/`);
    await page.keyboard.press('/');
    await page.keyboard.type(words);
    await page.waitForTimeout(400);
    await page.waitForFunction(() =>
      document.querySelector('[aria-live], [role="status"], output')?.textContent?.trim(),
    );
    const titles = await page.locator('main li a').allInnerTexts();
    expect(trouble).toEqual([]);
    return { page, titles, close };
  }
  test.for([
    ['a word of a title', 'acuífero', 'El acuífero no es una hucha'],
    ['a word without its accent', 'acuifero', 'El acuífero no es una hucha'],
    ['a mistyped word', 'acuifreo', 'El acuífero no es una hucha'],
    ['words in another order', 'hucha acuifero', 'El acuífero no es una hucha'],
    ['the beginning of a word', 'ferret', 'Se traspasa ferretería con clientela y con ganas'],
  ] as const)('finds %s', async ([, words, title]) => {
    const { titles, close } = await search(words);
    expect(titles.slice(0, 5)).toContainEqual(expect.stringContaining(title));
    await close();
  });
  test('is reached and used with the keyboard: the first result opens', async () => {
    const { page, close } = await search('acuifero');
    await page.keyboard.press('Tab');
    for (
      let press = 0;
      press < 5 && !(await page.evaluate(() => document.activeElement?.closest('main li')));
      press += 1
    )
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/\d{4}\/\d{2}\//);
    await close();
  });
  test('without JavaScript says so and leads to the archive and the topics', async () => {
    const { page, close } = await visit(`${inject('public')}buscar/`, { javaScriptEnabled: false });
    const links = await page
      .locator('main a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(links).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/archivo\/$/),
        expect.stringMatching(/temas\/$/),
      ]),
    );
    await close();
  });
});

test('the front page weighs less than 60 KB on the wire', async () => {
  const { createBrotliCompress } = await import('node:zlib');
  const { buffer } = await import('node:stream/consumers');
  const { page, close } = await visit(inject('public'));
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
  await close();
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThan(60_000);
});
