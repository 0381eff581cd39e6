import { hash } from 'node:crypto';
import { Audience } from '../../../src/model/desk/audience.ts';
import type { Desk, Entries, Entry } from '../../../src/model/desk/desk.ts';
import { byKind } from '../../../src/model/desk/kinds.ts';
import { ledgerOf } from '../../../src/model/desk/ledger/ledger.ts';
import { BUILT_IN_RULES } from '../../../src/model/desk/rules.ts';
import { Settings } from '../../../src/model/desk/settings.ts';
import type { Instant } from '../../../src/model/desk/time.ts';
import { Topic } from '../../../src/model/desk/topic.ts';
import { type Item, MAX_TEXT, MAX_TITLE } from '../../../src/model/run/item.ts';
import type { Row } from './corpora.ts';
import type { Profile } from './profiles.ts';
import type { Task } from './tasks.ts';

/** The time that benches take for now. */
export const NOW = '2026-11-21T09:00:00Z' as Instant;

/** A labelled text as a harvest would give it. */
export function toItem({ corpus, id, title, body, language, published, publisher }: Row): Item {
  const key = hash('sha256', `${corpus}/${id}/${language}`).slice(0, 12);
  const url = `https://${toName(corpus)}.example/${key}`;
  const text = body.replace(/\s+/g, ' ').trim().slice(0, MAX_TEXT);
  return {
    id: key,
    title: title.replace(/\s+/g, ' ').trim().slice(0, MAX_TITLE) || opening(text),
    url,
    address: url,
    source: toName(publisher ?? corpus),
    language,
    published,
    harvested: published ?? NOW,
    html: '',
    text,
    categories: [],
  };
}

/** A desk with one topic and one audience, which follows it; all else as a new desk has it. */
export function toDesk({ profile, rows }: Pick<Task, 'profile' | 'rows'>): Desk {
  const languages = [...new Set(rows.map(({ language }) => language))].sort();
  return makeDesk([profile], [{ topic: 1 }], languages, () => 'topic');
}

/**
 * A desk of topics and audiences, all else as a new desk has it.
 * @param interests of each audience: how much it wants of a topic, by the topic's name
 * @param nameOf what a topic is called, by its place among the profiles
 */
export function makeDesk(
  profiles: readonly Profile[],
  interests: readonly Record<string, number>[],
  languages: readonly string[],
  nameOf: (index: number) => string,
): Desk {
  return {
    ...byKind<Entries>(() => []),
    settings: Settings.parse({
      name: 'Bench',
      languages: ['es', 'en'],
      timeZone: 'Europe/Madrid',
      contact: 'desk@bench.example',
    }),
    about: '',
    topics: profiles.map(({ label, terms }, index) =>
      entry(nameOf(index), Topic.parse({ title: { en: label }, terms })),
    ),
    audiences: interests.map((wanted, index) =>
      entry(
        `audience-${index + 1}`,
        Audience.parse({ title: `${index + 1}`, languages, interests: wanted }),
      ),
    ),
    rules: BUILT_IN_RULES,
    ledger: ledgerOf([]),
    quarantine: [],
    findings: [],
  };
}

function entry<T>(name: string, data: T): Entry<T> {
  return { name, path: `${name}.md`, data, body: '', hash: '0'.repeat(64) };
}

/** As a file of the desk is named: `El País` is `el-pais`. */
export function toName(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const name = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return name.slice(0, 80).replace(/-$/, '') || 'unnamed';
}

/** A feed's item without a title is called by its first words. */
function opening(text: string): string {
  return text.split(' ').slice(0, 12).join(' ').slice(0, MAX_TITLE);
}
