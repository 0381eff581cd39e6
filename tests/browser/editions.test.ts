import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { reasonSentence } from '../../src/i18n/reason.ts';
import { type Key, words } from '../../src/i18n/words.ts';
import { readNewestReport } from '../../src/memory/readNewestReport.ts';
import type { Desk } from '../../src/model/desk/desk.ts';
import type { ItemOutcome } from '../../src/model/run/runReport.ts';
import { readDesk } from '../../src/store/readDesk.ts';

interface File {
  path: string;
  text: string;
  /** the text without its tags, in one line */
  words: string;
}
let files: File[];
let team: File[];
let desk: Desk;
let leftOut: ItemOutcome[];
const es = words('es');

beforeAll(async () => {
  files = filesIn(inject('publicFolder'));
  team = filesIn(join(inject('demo'), 'dist/team'));
  desk = await readDesk(join(inject('demo'), 'content'));
  const report = await readNewestReport(join(inject('demo'), '.criba'));
  leftOut = (report?.outcomes ?? []).filter(
    ({ outcome }) => outcome !== 'known' && outcome !== 'proposed',
  );
});

function filesIn(folder: string): File[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => {
      const text = readFileSync(join(folder, path), 'utf8');
      return { path, text, words: oneLine(unescapeHtml(text.replace(/<[^>]*>/g, ' '))) };
    });
}

/** A fact as a page of the team tells it: its name and then its value. */
function fact(name: Key, value: string): string {
  return oneLine(`${es.say(name)} ${value}`);
}

/** The beginning of a text that no markup stands in. */
function plainLine(markdown: string): string | undefined {
  return markdown.split(/[\n*_[\]`<>"']/).find((part) => part.length > 40);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

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
    const reasons = desk.ledger.items
      .map(({ reason }) => reason)
      .filter((reason) => reason !== undefined && reason.length > 12);
    expect(reasons.length).toBeGreaterThan(5);
    expect(leaks(reasons)).toEqual([]);
  });
  test('nothing that was dropped', () => {
    const picked = new Set(desk.picks.map(({ data }) => data.url));
    const dropped = desk.ledger.items.filter(
      ({ event, url }) => event === 'drop' && !picked.has(url),
    );
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
  test.for([
    [
      'who answers for a slot',
      () => desk.slots.map(({ data }) => data.owner && fact('calendar.owner', data.owner)),
    ],
    [
      'who kept a pick',
      () => desk.picks.map(({ data }) => data.keptBy && fact('pick.keptBy', data.keptBy)),
    ],
    [
      'when a pick is looked at again',
      () => desk.picks.map(({ data }) => data.review && fact('pick.review', es.day(data.review))),
    ],
    [
      'why a pick was proposed',
      () =>
        desk.picks.flatMap(({ data }) =>
          (data.why ?? [])
            .filter(({ signal }) => signal === 'trust')
            .map((reason) => reasonSentence(reason, es)),
        ),
    ],
    ['what the team notes of a source', () => desk.sources.map(({ body }) => plainLine(body))],
    ['where a source is read', () => desk.sources.map(({ data }) => data.feed)],
    ['what a permission rests on', () => desk.sources.map(({ data }) => data.permission.evidence)],
    [
      'what is suggested of a candidate',
      () =>
        desk.candidates
          .filter(({ data }) => data.keyphrases.length > 0)
          .map(({ data }) => fact('inbox.keyphrases', data.keyphrases.join(' · '))),
    ],
    ['what a harvest left out', () => leftOut.map(({ title }) => oneLine(title))],
    ['what a campaign is for', () => desk.campaigns.map(({ data }) => data.goal)],
  ] as [string, () => (string | undefined)[]][])('nothing of %s', ([, secretsOf]) => {
    const secrets = [...new Set(secretsOf())].filter(
      (secret) => secret !== undefined && secret !== '',
    );
    expect(secrets.length).toBeGreaterThan(0);
    // The same search finds them where they may stand, or else its silence would mean nothing.
    const [told, leaked] = [team, files].map((where) =>
      secrets.filter((secret) => where.some(({ words }) => words.includes(secret as string))),
    );
    expect(told?.length).toBeGreaterThan(secrets.length / 2);
    expect(leaked).toEqual([]);
  });
  test('no page of the team', () => {
    expect(
      files
        .filter(({ path }) =>
          /^(?:en\/)?(?:bandeja|lo-que-no-paso|avisos|inbox|left-out|findings)\//.test(path),
        )
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
