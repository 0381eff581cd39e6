import {
  audienceFixture,
  deskFixture,
  settingsFixture,
  sourceFixture,
  topicFixture,
} from '../model/desk/deskFixture.ts';
import type { Instant } from '../model/desk/time.ts';
import type { Item } from '../model/run/item.ts';

export const NOW = '2026-11-21T09:00:00Z' as Instant;

export const topics = [
  topicFixture('water', {
    title: { es: 'Agua' },
    terms: {
      es: ['sequía', 'embalse', { term: 'agua potable', weight: 2 }],
      en: ['drought', 'reservoir', 'drinking water'],
    },
    exclude: ['agua de colonia'],
  }),
  topicFixture('housing', {
    title: { es: 'Vivienda' },
    terms: { es: ['alquiler', 'vivienda'], en: ['rent', 'housing'] },
  }),
];
export const audiences = [
  audienceFixture('residents', {
    title: 'Vecindario',
    interests: { water: 1, housing: 2 },
    avoid: ['horóscopo'],
  }),
  audienceFixture('press', {
    title: 'Prensa',
    languages: ['es', 'en'],
    interests: { water: 1 },
  }),
];

/** A desk of two topics, two audiences and two sources, on which nothing was decided. */
export const desk = deskFixture({
  settings: settingsFixture({ languages: ['es'] }),
  topics,
  audiences,
  sources: ['a', 'b'].map((name) => sourceFixture(name, { feed: `https://${name}.example` })),
});

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
