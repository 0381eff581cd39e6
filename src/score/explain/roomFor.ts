import type { Desk } from '../../model/desk/desk.ts';
import type { Instant } from '../../model/desk/time.ts';
import type { Item } from '../../model/run/item.ts';
import type { ItemOutcome } from '../../model/run/runReport.ts';
import type { Story, StoryFinding } from '../../stories/findStories.ts';
import { choose } from '../choose.ts';
import { runAt } from '../runAt.ts';
import type { Scored } from '../score.ts';
import { trustBySource } from '../trust.ts';
import type { Supposition, WhatIf } from './explanation.ts';

/** Places more than there were, up to which it is tried whether one would have been an item's. */
const MOST = 60;
const KINDS = { overBudget: 'budget', overCap: 'cap', flood: 'flood' } as const;

/**
 * How many places more an item would have needed that a run had none for: the run's choice is made again from the scores
 * that its report has, with one place more at a time. Nothing where the choice, made again, leaves it out for something
 * else, as it may since the rules changed, or where no number of such places would have done.
 */
export function roomFor(
  id: string,
  report: { now: Instant; outcomes: readonly ItemOutcome[] },
  desk: Desk,
): WhatIf[] {
  const wanted = report.outcomes.find((one) => one.id === id);
  const kind = KINDS[wanted?.outcome as keyof typeof KINDS];
  if (wanted === undefined || kind === undefined) return [];
  const then = runAt(desk, report.now).desk;
  const scored = report.outcomes.flatMap((one) => toScored(one, report.now));
  const judge = { trust: trustBySource(then.ledger) };
  const outcomeWith = (places: number) =>
    choose(
      { scored, stories: apart(scored), judge },
      withPlaces(then, kind, places, wanted.source),
    ).outcomes.find((one) => one.id === id)?.outcome;
  const from = placesOf(then, kind, wanted.source);
  if (outcomeWith(from) !== wanted.outcome) return [];
  for (let to = from + 1; to <= from + MOST; to += 1) {
    const outcome = outcomeWith(to);
    if (outcome === 'proposed') {
      const supposed: Supposition = { kind, from, to };
      return [{ if: supposed, score: wanted.score ?? 0, proposed: true }];
    }
  }
  return [];
}

type Kind = (typeof KINDS)[keyof typeof KINDS];

function placesOf({ settings, sources }: Desk, kind: Kind, source: string): number {
  if (kind === 'budget') return settings.budget;
  if (kind === 'flood') return settings.floodLimit;
  return sources.find(({ name }) => name === source)?.data.cap ?? settings.capPerSource;
}

function withPlaces(desk: Desk, kind: Kind, places: number, source: string): Desk {
  const { settings, sources } = desk;
  if (kind === 'budget') return { ...desk, settings: { ...settings, budget: places } };
  if (kind === 'flood') return { ...desk, settings: { ...settings, floodLimit: places } };
  return {
    ...desk,
    sources: sources.map((entry) =>
      entry.name === source ? { ...entry, data: { ...entry.data, cap: places } } : entry,
    ),
  };
}

/** An item as the run had judged it; those that stood behind another of their story never competed. */
function toScored(one: ItemOutcome, now: Instant): Scored[] {
  const { id, url = '', source, title, outcome, score, audience, language = 'und' } = one;
  if (id === undefined || score === undefined) return [];
  if (outcome === 'duplicate' || outcome === 'sameStory') return [];
  const item: Item = {
    ...{ id, title, url, source, language, address: url, harvested: now, html: '', text: '' },
    ...(one.published !== undefined && { published: one.published }),
    categories: [],
  };
  const judged: Scored = {
    ...{ item, score, audience, why: [], audiences: {}, topics: [], suggestedTopics: [] },
    ...{
      veto: outcome === 'vetoed' ? (one.detail ?? '') : undefined,
      relevance: 0,
      base: 0,
      parts: [],
    },
  };
  return [judged];
}

/** Each item a story of its own. */
function apart(scored: readonly Scored[]): StoryFinding {
  const stories = new Map<string, Story>(
    scored.map(({ item: { id } }) => {
      return [id, { lead: id, items: [id], copies: [], repeats: [], publishers: 1 }];
    }),
  );
  return {
    stories: [...stories.values()],
    of: (id) => stories.get(id),
    novelty: () => ({ left: 1 }),
  };
}
