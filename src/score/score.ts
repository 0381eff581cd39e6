import type { Desk } from '../model/desk.ts';
import type { Item } from '../model/item.ts';
import type { Instant } from '../model/time.ts';
import type { Reason } from '../model/why.ts';
import { daysSince } from '../text/time.ts';
import { buildCorpus, toDoc } from './corpus.ts';
import { freshness } from './freshness.ts';
import { toPoints } from './points.ts';
import {
  audienceProfile,
  match,
  type Profile,
  saturate,
  topicProfile,
  usualMatch,
} from './profile.ts';
import { trustBySource } from './trust.ts';
import { findPhrase } from './veto.ts';

/** An item with a score for each audience that reads its language. */
export interface Scored {
  item: Item;
  /** 0 to 100: that of the best audience; 0 when nobody reads the item's language */
  score: number;
  audience?: string;
  /** points that add up to `score` */
  why: Reason[];
  audiences: Record<string, number>;
  /** those that it is surely about, the strongest first */
  topics: string[];
  /** set when a phrase of the desk stands in the item's way: `residents avoids "horoscope"` */
  veto?: string;
}

export interface ScoreOptions {
  now: Instant;
}

/** BM25F of a topic's own words from which an item counts as being about it. */
const TOPIC_MATCH = 6;

/**
 * Relevance of items for the desk's audiences: the words of its topics, what it kept from the source before, and age.
 * A function of the desk and the batch, in whatever order they come.
 */
export function score(items: readonly Item[], desk: Desk, { now }: ScoreOptions): Scored[] {
  const corpus = buildCorpus(desk, items);
  const trust = trustBySource(desk.ledger);
  const sources = new Map(desk.sources.map(({ name, data }) => [name, data]));
  const topics = desk.topics.map(({ name, data }) => ({
    name,
    data,
    profile: byLanguage((language) => topicProfile(data, language)),
  }));
  const audiences = desk.audiences.map(({ name, data }) => {
    const profile = byLanguage((language) => audienceProfile(data, desk.topics, language));
    return { name, data, profile, usual: usualMatch(profile, corpus) };
  });
  const { weights, halfLife } = desk.settings;

  return items.map((item) => {
    const doc = toDoc(item);
    const excluded = topics.flatMap(({ name, data }) => veto(item, name, 'excludes', data.exclude));
    const barred = new Set(excluded.map(({ name }) => name));
    const matches = topics
      .map(({ name, profile }) => ({ name, ...match(doc, profile(item.language), corpus) }))
      .filter(({ bm }) => bm >= TOPIC_MATCH)
      .sort((a, b) => b.bm - a.bm || (a.name < b.name ? -1 : 1));
    const shared = [trustPart(item.source), freshnessPart(item)];
    const results = audiences
      .filter(({ data }) =>
        data.languages.some((language) => sameLanguage(language, item.language)),
      )
      .map(({ name, data, profile, usual }) => {
        const avoided = veto(item, name, 'avoids', data.avoid)[0];
        const { bm, terms } = match(doc, profile(item.language), corpus);
        const part = {
          signal: 'profile' as const,
          value: weights.profile * saturate(bm, usual),
          terms,
        };
        return { name, veto: avoided?.text, ...toPoints(weights.base, [part, ...shared]) };
      })
      .sort(
        (a, b) =>
          Number(a.veto !== undefined) - Number(b.veto !== undefined) ||
          b.score - a.score ||
          (a.name < b.name ? -1 : 1),
      );
    const best = results[0];
    const about = matches.filter(({ name }) => !barred.has(name)).map(({ name }) => name);
    const stopped =
      matches.length > 0 && about.length === 0
        ? excluded.find(({ name }) => name === matches[0]?.name)?.text
        : undefined;
    return {
      item,
      score: best?.score ?? 0,
      audience: best?.name,
      why: best?.why ?? [],
      audiences: Object.fromEntries(results.map((result) => [result.name, result.score])),
      topics: about,
      veto: best?.veto ?? stopped,
    };
  });

  function trustPart(source: string) {
    const { kept, decided, advantage } = trust(source);
    return {
      signal: 'trust' as const,
      value: weights.trust * advantage,
      evidence: `${kept}/${decided}`,
    };
  }

  function freshnessPart({ source, published }: Item) {
    const age = published === undefined ? 0 : Math.max(0, daysSince(published, now));
    const left = freshness(age, sources.get(source)?.halfLife ?? halfLife);
    return {
      signal: 'freshness' as const,
      value: weights.freshness * (left - 1),
      evidence: String(Math.floor(age)),
    };
  }
}

function veto(item: Item, name: string, verb: 'avoids' | 'excludes', phrases: readonly string[]) {
  const phrase = findPhrase(`${item.title}\n${item.text}`, phrases);
  return phrase === undefined ? [] : [{ name, text: `${name} ${verb} "${phrase}"` }];
}

function sameLanguage(a: string, b: string): boolean {
  return a.split('-')[0] === b.split('-')[0];
}

/** Profiles are made once for each language that turns up. */
function byLanguage(make: (language: string) => Profile): (language: string) => Profile {
  const made = new Map<string, Profile>();
  return (language) => {
    const profile = made.get(language) ?? make(language);
    made.set(language, profile);
    return profile;
  };
}
