import { Audience } from './audience.ts';
import { Candidate } from './candidate.ts';
import type { Desk, Entries, Entry } from './desk.ts';
import { byKind } from './kinds.ts';
import { type Ledger, type LedgerLine, ledgerOf } from './ledger/ledger.ts';
import { PickEntry } from './pick.ts';
import { BUILT_IN_RULES } from './rules.ts';
import { Settings } from './settings.ts';
import { Slot } from './slot.ts';
import { Source } from './source.ts';
import { Topic } from './topic.ts';

type Given = Record<string, unknown>;

/** Parts of a desk as tests give them: lines of the ledger need not be grouped. */
export type DeskParts = Partial<Omit<Desk, 'ledger'>> & {
  ledger?: Ledger | readonly LedgerLine[];
};

/** A valid desk for tests, with nothing in it but what is given. */
export function deskFixture({ ledger = [], ...parts }: DeskParts = {}): Desk {
  return {
    settings: settingsFixture(),
    about: 'We are a test.',
    ...byKind<Entries>(() => []),
    rules: BUILT_IN_RULES,
    ledger: isGrouped(ledger) ? ledger : ledgerOf(ledger),
    quarantine: [],
    findings: [],
    ...parts,
  };
}

function isGrouped(ledger: Ledger | readonly LedgerLine[]): ledger is Ledger {
  return !Array.isArray(ledger);
}

export function settingsFixture(given: Given = {}): Settings {
  return Settings.parse({
    name: 'Mirador',
    languages: ['es', 'en'],
    timeZone: 'Europe/Madrid',
    contact: 'desk@town.example',
    ...given,
  });
}

/** A file of the desk, named as its path says. */
export function entryFixture<T>(path: string, data: T, body = ''): Entry<T> {
  const name = path.replace(/^.*\/|\.md$/g, '');
  return { name, path, data, body, hash: '0'.repeat(64) };
}

export function sourceFixture(name: string, given: Given = {}, body = ''): Entry<Source> {
  const feed = 'https://paper.example/feed.xml';
  const data = Source.parse({ title: name, feed, language: 'es', ...given });
  return entryFixture(`sources/${name}.md`, data, body);
}

export function topicFixture(name: string, given: Given = {}, body = ''): Entry<Topic> {
  const data = Topic.parse({ title: { es: name }, terms: {}, ...given });
  return entryFixture(`topics/${name}.md`, data, body);
}

export function audienceFixture(name: string, given: Given = {}, body = ''): Entry<Audience> {
  const data = Audience.parse({ title: name, languages: ['es'], interests: {}, ...given });
  return entryFixture(`audiences/${name}.md`, data, body);
}

export function candidateFixture(name: string, given: Given = {}, body = ''): Entry<Candidate> {
  const data = Candidate.parse({
    id: 'c0ffee000000',
    title: name,
    url: `https://paper.example/${name}`,
    source: 'paper',
    language: 'es',
    harvested: '2026-11-18T06:00:00Z',
    audience: 'everybody',
    score: 50,
    why: [{ signal: 'base', points: 50 }],
    ...given,
  });
  return entryFixture(`candidates/${name}.md`, data, body);
}

export function pickFixture(name: string, given: Given = {}, body = ''): Entry<PickEntry> {
  const data = PickEntry.parse({
    title: name,
    url: `https://paper.example/${name}`,
    language: 'es',
    kept: '2026-11-10',
    ...given,
  });
  return entryFixture(`picks/2026/11/${name}.md`, data, body);
}

export function slotFixture(name: string, given: Given = {}, body = ''): Entry<Slot> {
  const data = Slot.parse({ title: name, channel: 'web', kind: 'share', ...given });
  return entryFixture(`slots/${name}.md`, data, body);
}
