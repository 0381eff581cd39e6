import type { Audience } from '../model/audience.ts';
import type { Desk } from '../model/desk.ts';
import type { Item } from '../model/item.ts';
import type { Source } from '../model/source.ts';
import type { Instant } from '../model/time.ts';
import type { Topic } from '../model/topic.ts';
import type { Reason } from '../model/why.ts';
import { daysSince } from '../text/time.ts';
import { buildCorpus, type Corpus, type Doc, textOf, toDoc } from './corpus.ts';
import { freshness } from './freshness.ts';
import { type Contribution, toPoints } from './points.ts';
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

/** BM25F of a topic's own words from which an item counts as being about it: twice in the text, or once in the title. */
const TOPIC_MATCH = 4;

/** What items are judged by: made once for a batch. */
interface Judge {
  desk: Desk;
  now: Instant;
  corpus: Corpus;
  trust: ReturnType<typeof trustBySource>;
  sources: ReadonlyMap<string, Source>;
  topics: { name: string; data: Topic; profile: ProfileOf }[];
  /** `usual`: see `usualMatch` */
  audiences: { name: string; data: Audience; profile: ProfileOf; usual: number }[];
}

type ProfileOf = (language: string) => Profile;

/**
 * Relevance of items for the desk's audiences: the words of its topics, what it kept from the source before, and age.
 * A function of the desk and the batch, in whatever order they come.
 */
export function score(items: readonly Item[], desk: Desk, { now }: ScoreOptions): Scored[] {
  const judge = makeJudge(items, desk, now);
  return items.map((item) => scoreOne(item, judge));
}

function makeJudge(items: readonly Item[], desk: Desk, now: Instant): Judge {
  const corpus = buildCorpus(desk, items);
  return {
    desk,
    now,
    corpus,
    trust: trustBySource(desk.ledger),
    sources: new Map(desk.sources.map(({ name, data }) => [name, data])),
    topics: desk.topics.map(({ name, data }) => ({
      name,
      data,
      profile: byLanguage((language) => topicProfile(data, language)),
    })),
    audiences: desk.audiences.map(({ name, data }) => {
      const profile = byLanguage((language) => audienceProfile(data, desk.topics, language));
      return { name, data, profile, usual: usualMatch(profile, corpus) };
    }),
  };
}

function scoreOne(item: Item, judge: Judge): Scored {
  const doc = toDoc(item);
  const shared = [trustPart(item, judge), freshnessPart(item, judge)];
  const results = judge.audiences
    .filter(({ data }) => data.languages.some((one) => sameLanguage(one, item.language)))
    .map(({ name, data, profile, usual }) => {
      const { bm, terms } = match(doc, profile(item.language), judge.corpus);
      const value = judge.desk.settings.weights.profile * saturate(bm, usual);
      const points = toPoints(judge.desk.settings.weights.base, [
        { signal: 'profile', value, terms },
        ...shared,
      ]);
      return { name, veto: veto(item, name, 'avoids', data.avoid), ...points };
    })
    .sort(bestFirst);
  const best = results[0];
  const { about, excluded } = topicsOf(item, doc, judge);
  return {
    item,
    score: best?.score ?? 0,
    audience: best?.name,
    why: best?.why ?? [],
    audiences: Object.fromEntries(results.map((result) => [result.name, result.score])),
    topics: about,
    veto: best?.veto ?? excluded,
  };
}

/** An audience that does not veto before one that does; then by score; then by name. */
function bestFirst(
  a: { veto: string | undefined; score: number; name: string },
  b: { veto: string | undefined; score: number; name: string },
): number {
  return (
    Number(a.veto !== undefined) - Number(b.veto !== undefined) ||
    b.score - a.score ||
    (a.name < b.name ? -1 : 1)
  );
}

/** The topics that an item is about, and the veto of the best of them where every one it matches excludes it. */
function topicsOf(
  item: Item,
  doc: Doc,
  { topics, corpus }: Judge,
): { about: string[]; excluded?: string } {
  const matches = topics
    .map(({ name, data, profile }) => ({
      name,
      data,
      bm: match(doc, profile(item.language), corpus).bm,
    }))
    .filter(({ bm }) => bm >= TOPIC_MATCH)
    .sort((a, b) => b.bm - a.bm || (a.name < b.name ? -1 : 1))
    .map(({ name, data }) => ({ name, veto: veto(item, name, 'excludes', data.exclude) }));
  const about = matches.filter((topic) => topic.veto === undefined).map(({ name }) => name);
  return about.length > 0 ? { about } : { about, excluded: matches[0]?.veto };
}

function trustPart({ source }: Item, { trust, desk }: Judge): Contribution {
  const { kept, decided, advantage } = trust(source);
  const value = desk.settings.weights.trust * advantage;
  return { signal: 'trust', value, evidence: `${kept}/${decided}` };
}

function freshnessPart({ source, published }: Item, { sources, desk, now }: Judge): Contribution {
  const age = published === undefined ? 0 : Math.max(0, daysSince(published, now));
  const { weights, halfLife } = desk.settings;
  const left = freshness(age, sources.get(source)?.halfLife ?? halfLife);
  return {
    signal: 'freshness',
    value: weights.freshness * (left - 1),
    evidence: String(Math.floor(age)),
  };
}

function veto(
  item: Item,
  name: string,
  verb: 'avoids' | 'excludes',
  phrases: readonly string[],
): string | undefined {
  const phrase = findPhrase(`${item.title}\n${textOf(item)}`, phrases);
  return phrase && `${name} ${verb} "${phrase}"`;
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
