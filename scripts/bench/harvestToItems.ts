import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { harvest } from '../../src/harvest/harvest.ts';
import { openRun } from '../../src/harvest/openRun.ts';
import { DEFAULT_ADDRESS_RULES } from '../../src/model/desk/addressRules.ts';
import type { Entry } from '../../src/model/desk/desk.ts';
import { Settings } from '../../src/model/desk/settings.ts';
import { Source } from '../../src/model/desk/source.ts';
import type { Instant } from '../../src/model/desk/time.ts';
import { addressing } from '../../src/text/address.ts';

/**
 * What `bench:harvest` measures as Criba, in a process of its own: the addresses of a list, asked as a harvest asks
 * them, down to items. Prints counts as one line of JSON.
 *   --urls <file> one address a line; --root <folder> where `.criba` stands; --now the clock; --spent nothing can become of any item
 */
const { values } = parseArgs({
  options: {
    urls: { type: 'string', default: '' },
    root: { type: 'string', default: '' },
    now: { type: 'string', default: '2026-11-21T12:00:00Z' },
    spent: { type: 'boolean', default: false },
  },
});
const now = values.now as Instant;
const sources: Entry<Source>[] = readFileSync(values.urls, 'utf8')
  .trim()
  .split('\n')
  .map((feed, n) => ({
    name: `feed-${n}`,
    path: `sources/feed-${n}.md`,
    body: '',
    hash: '',
    data: Source.parse({ title: `Feed ${n}`, feed, language: 'en' }),
  }));
const run = openRun({
  now,
  root: values.root,
  folder: 'content',
  rules: '',
  hasNothingNew: () => values.spent,
  isFresh: () => false,
  write: true,
  settings: Settings.parse({
    name: 'Bench',
    languages: ['en'],
    timeZone: 'Europe/Madrid',
    contact: 'bench@criba.example',
  }),
  env: process.env,
});
let items = 0;
const reports = await harvest(sources, {
  now,
  fetchSource: run.fetchSource,
  parse: run.parse,
  addressing: addressing(DEFAULT_ADDRESS_RULES),
  sieve: {
    add(added) {
      items += added.length;
    },
  },
});
await run.finish();
run.close();
const having = (code: string) => reports.filter((report) => report.code === code).length;
process.stdout.write(
  `${JSON.stringify({ items, ok: having('ok') + having('empty'), unchanged: having('unchanged') })}\n`,
);
