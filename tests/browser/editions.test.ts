import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import type { Desk } from '../../src/model/desk.ts';
import { readDesk } from '../../src/store/readDesk.ts';

let files: { path: string; text: string }[];
let desk: Desk;

beforeAll(async () => {
  const folder = inject('publicFolder');
  files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  desk = await readDesk(join(inject('demo'), 'content'));
});

/** Where a text of the team stands in the public edition, in whatever file and however it is escaped. */
function places(secret: string): string[] {
  const spellings = [secret, escapeHtml(secret), JSON.stringify(secret).slice(1, -1)];
  return files
    .filter(({ text }) => spellings.some((spelling) => text.includes(spelling)))
    .map(({ path }) => path);
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

describe('of the team edition, the public one has', () => {
  const leaks = (secrets: readonly (string | undefined)[]) =>
    [...new Set(secrets)]
      .filter((secret) => secret !== undefined && secret.length > 3)
      .flatMap((secret) => places(secret as string).map((path) => `${path}: ${secret}`));

  test('no candidate, by title, address or id', () => {
    expect(desk.candidates.length).toBeGreaterThan(20);
    expect(leaks(desk.candidates.flatMap(({ data }) => [data.title, data.url, data.id]))).toEqual(
      [],
    );
  });
  test('no reason of any decision', () => {
    const reasons = desk.ledger
      .map(({ reason }) => reason)
      .filter((reason) => reason !== undefined && reason.length > 12);
    expect(reasons.length).toBeGreaterThan(5);
    expect(leaks(reasons)).toEqual([]);
  });
  test('nothing that was dropped', () => {
    const picked = new Set(desk.picks.map(({ data }) => data.url));
    const dropped = desk.ledger.filter(({ event, url }) => event === 'drop' && !picked.has(url));
    expect(dropped.length).toBeGreaterThan(20);
    expect(leaks(dropped.flatMap(({ title, url }) => [title, url]))).toEqual([]);
  });
  test('no draft, deadline or idea of the calendar, and no text of a slot that is not approved', () => {
    const hidden = desk.slots.filter(
      ({ data }) => data.state !== 'approved' || data.kind === 'deadline',
    );
    // Some slots are called as the pick that they share, or as its beginning.
    const public_ = [...desk.picks, ...desk.slots.filter((slot) => !hidden.includes(slot))].map(
      ({ data }) => data.title,
    );
    expect(hidden.length).toBeGreaterThan(8);
    expect(
      leaks(
        hidden
          .map(({ data }) => data.title)
          .filter((title) => !public_.some((one) => one.includes(title))),
      ),
    ).toEqual([]);
    expect(
      leaks(hidden.map(({ body }) => body.split('\n').find((line) => line.length > 40))),
    ).toEqual([]);
  });
  test('no pick before its day', () => {
    const later = desk.picks.filter(
      ({ data }) => data.publish !== undefined && data.publish > (desk.settings.today ?? ''),
    );
    expect(later).toHaveLength(1);
    expect(leaks(later.flatMap(({ data, name }) => [data.title, name]))).toEqual([]);
  });
  test('no word of who keeps or owns what, and no score or its reasons', () => {
    const text = files.map((file) => file.text).join('\n');
    expect(text).not.toMatch(/keptBy|"owner"|"why"|belowThreshold|quarantine/);
    expect(
      leaks(
        desk.picks.flatMap(({ data }) =>
          (data.why ?? []).map(({ evidence }) =>
            evidence?.includes('/') ? `>${evidence}<` : undefined,
          ),
        ),
      ),
    ).toEqual([]);
  });
  test('no page of the team', () => {
    expect(
      files
        .filter(({ path }) => /^(?:en\/)?(?:bandeja|avisos|inbox|findings)\//.test(path))
        .map(({ path }) => path),
    ).toEqual([]);
  });
});

test('the team edition shows all of that, so that the searches above can find it', async () => {
  const inbox = await (await fetch(`${inject('team')}bandeja/`)).text();
  const [candidate] = desk.candidates;
  expect(inbox).toContain(escapeHtml(candidate?.data.title ?? 'none'));
});

test('every link between pages leads to one', () => {
  const known = new Set(
    files.map(({ path }) => `/${path.replace(/(?:^|(?<=\/))index\.html$/, '')}`),
  );
  const broken = files
    .filter(({ path }) => path.endsWith('.html'))
    .flatMap(({ path, text }) =>
      Array.from(text.matchAll(/\s(?:href|src)="([^"]*)"/g), ([, link = '']) => link)
        .filter((link) => !/^(?:https?:|mailto:|#|data:)/.test(link))
        .map(
          (link) =>
            new URL(
              link.replaceAll('&amp;', '&'),
              `http://site/${path.replace(/index\.html$/, '')}`,
            ).pathname,
        )
        .filter((target) => !known.has(decodeURI(target)))
        .map((target) => `${path} -> ${target}`),
    );
  expect(broken).toEqual([]);
});

test('no page has a script, a style or a handler of its own', () => {
  for (const { path, text } of files.filter((file) => file.path.endsWith('.html'))) {
    expect(text, path).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>|<style|\sstyle=|\son\w+=/i);
    // Ahead of all that a desk's words are in, so that nothing in the head can push it out of the head.
    expect(text.slice(0, text.indexOf('<title')), path).toMatch(
      /<meta http-equiv="content-security-policy" content="default-src/i,
    );
  }
});
