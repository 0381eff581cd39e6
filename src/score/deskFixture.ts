import { Audience } from '../model/desk/audience.ts';
import type { Desk, Entry } from '../model/desk/desk.ts';
import { BUILT_IN_RULES } from '../model/desk/rules.ts';
import { Settings } from '../model/desk/settings.ts';
import { Source } from '../model/desk/source.ts';
import type { Instant } from '../model/desk/time.ts';
import { Topic } from '../model/desk/topic.ts';
import type { Item } from '../model/run/item.ts';

export const NOW = '2026-11-21T09:00:00Z' as Instant;
export const entry = <T>(name: string, data: T): Entry<T> => ({
  name,
  path: `${name}.md`,
  data,
  body: '',
  hash: '',
});

export const topics = [
  entry(
    'water',
    Topic.parse({
      title: { es: 'Agua' },
      terms: {
        es: ['sequía', 'embalse', { term: 'agua potable', weight: 2 }],
        en: ['drought', 'reservoir', 'drinking water'],
      },
      exclude: ['agua de colonia'],
    }),
  ),
  entry(
    'housing',
    Topic.parse({
      title: { es: 'Vivienda' },
      terms: { es: ['alquiler', 'vivienda'], en: ['rent', 'housing'] },
    }),
  ),
];
export const audiences = [
  entry(
    'residents',
    Audience.parse({
      title: 'Vecindario',
      languages: ['es'],
      interests: { water: 1, housing: 2 },
      avoid: ['horóscopo'],
    }),
  ),
  entry(
    'press',
    Audience.parse({ title: 'Prensa', languages: ['es', 'en'], interests: { water: 1 } }),
  ),
];
export const settings = Settings.parse({
  name: 'D',
  languages: ['es'],
  timeZone: 'Europe/Madrid',
  contact: 'x',
});
/** A desk of two topics and two audiences, on which nothing was decided. */
export const desk: Desk = {
  settings,
  about: '',
  topics,
  audiences,
  sources: ['a', 'b'].map((name) =>
    entry(name, Source.parse({ title: name, feed: `https://${name}.example`, language: 'es' })),
  ),
  channels: [],
  campaigns: [],
  candidates: [],
  picks: [],
  slots: [],
  rules: BUILT_IN_RULES,
  ledger: [],
  quarantine: [],
  findings: [],
};

let serial = 0;
/** An item with an id of its own. */
export function item(title: string, text: string, more: Partial<Item> = {}): Item {
  serial += 1;
  const id = serial.toString(16).padStart(12, '0');
  const url = `https://a.example/${id}`;
  return {
    id,
    title,
    url,
    address: url,
    source: 'a',
    language: 'es',
    published: NOW,
    harvested: NOW,
    html: '',
    text,
    categories: [],
    ...more,
  };
}
