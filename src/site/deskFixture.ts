import { Candidate } from '../model/desk/candidate.ts';
import type { Desk, Entry } from '../model/desk/desk.ts';
import { PickEntry } from '../model/desk/pick.ts';
import { BUILT_IN_RULES } from '../model/desk/rules.ts';
import { Settings } from '../model/desk/settings.ts';
import { Slot } from '../model/desk/slot.ts';
import { Source } from '../model/desk/source.ts';
import { Topic } from '../model/desk/topic.ts';

/** A desk for tests, with nothing in it but what is given. */
export function deskFixture(parts: Partial<Desk> = {}): Desk {
  return {
    settings: settingsFixture(),
    about: 'We are a test.',
    sources: [],
    topics: [],
    audiences: [],
    channels: [],
    campaigns: [],
    candidates: [],
    picks: [],
    slots: [],
    rules: BUILT_IN_RULES,
    ledger: [],
    quarantine: [],
    findings: [],
    ...parts,
  };
}

export function settingsFixture(given: Record<string, unknown> = {}): Settings {
  return Settings.parse({
    name: 'Mirador',
    languages: ['es', 'en'],
    timeZone: 'Europe/Madrid',
    contact: 'desk@town.example',
    ...given,
  });
}

export function pickFixture(
  name: string,
  given: Record<string, unknown> = {},
  body = '',
): Entry<PickEntry> {
  const data = PickEntry.parse({
    title: name,
    url: `https://paper.example/${name}`,
    language: 'es',
    kept: '2026-11-10',
    ...given,
  });
  return entry(`picks/2026/11/${name}.md`, data, body);
}

export function slotFixture(
  name: string,
  given: Record<string, unknown> = {},
  body = '',
): Entry<Slot> {
  const data = Slot.parse({ title: name, channel: 'web', kind: 'share', ...given });
  return entry(`slots/${name}.md`, data, body);
}

export function sourceFixture(
  name: string,
  given: Record<string, unknown> = {},
  body = '',
): Entry<Source> {
  const feed = 'https://paper.example/feed.xml';
  return entry(
    `sources/${name}.md`,
    Source.parse({ title: name, feed, language: 'es', ...given }),
    body,
  );
}

export function topicFixture(
  name: string,
  given: Record<string, unknown> = {},
  body = '',
): Entry<Topic> {
  return entry(
    `topics/${name}.md`,
    Topic.parse({ title: { es: name }, terms: {}, ...given }),
    body,
  );
}

export function candidateFixture(
  name: string,
  given: Record<string, unknown> = {},
  body = '',
): Entry<Candidate> {
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
  return entry(`candidates/2026/11/${name}.md`, data, body);
}

function entry<T>(path: string, data: T, body: string): Entry<T> {
  const name = path.replace(/^.*\/|\.md$/g, '');
  return { name, path, data, body, hash: '0'.repeat(64) };
}
