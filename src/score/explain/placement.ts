import type { Desk } from '../../model/desk/desk.ts';
import type { Instant } from '../../model/desk/time.ts';
import type { Outcome } from '../../model/run/outcome.ts';
import type { ItemOutcome } from '../../model/run/runReport.ts';
import type { ScoredText } from '../../model/run/scoredText.ts';
import type { Story, StoryFinding } from '../../stories/findStories.ts';
import { choose } from '../choose.ts';
import { pastRun } from '../pastRun.ts';
import type { Scored } from '../scored.ts';
import { scoredTexts } from '../scoredTexts.ts';
import { trustBySource } from '../trust.ts';
import type { Counterfactual } from './explanation.ts';

/** So many additional places are tried at most. */
const MOST = 60;
const KINDS = { overBudget: 'budget', overCap: 'cap', flood: 'flood' } as const;

/**
 * How many places more a run would have needed to propose an item that it held over. It makes the run's choice again from
 * the scores in its report, with one place more at a time. The list is empty if that choice leaves the item out for another
 * reason, as it may if the rules have changed since, or if no number of places is enough.
 */
export function placement(
  id: string,
  report: { now: Instant; outcomes: readonly ItemOutcome[] },
  desk: Desk,
): Counterfactual[] {
  const heldOver = report.outcomes.find((one) => one.id === id);
  const kind = KINDS[heldOver?.outcome as keyof typeof KINDS];
  if (heldOver === undefined || kind === undefined) return [];
  const then = pastRun(desk, report.now).desk;
  const outcomeWith = outcomeByPlaces(heldOver, kind, report, then);
  const from = placesOf(then, kind, heldOver.source);
  if (outcomeWith(from) !== heldOver.outcome) return [];
  for (let to = from + 1; to <= from + MOST; to += 1) {
    if (outcomeWith(to) === 'proposed')
      return [{ if: { kind, from, to }, score: heldOver.score ?? 0, proposed: true }];
  }
  return [];
}

/** What becomes of an item if the run's choice is made again with a number of places of a kind. */
function outcomeByPlaces(
  { id, source }: ItemOutcome,
  kind: Kind,
  report: { now: Instant; outcomes: readonly ItemOutcome[] },
  desk: Desk,
): (places: number) => Outcome | undefined {
  const { fromOutcome } = scoredTexts(desk);
  const scored = report.outcomes.flatMap((one) =>
    toScored(one, (outcome) => fromOutcome(outcome, report.now)),
  );
  const context = { trust: trustBySource(desk.ledger.items) };
  const scoring = { scored, stories: storyEach(scored), context };
  return (places) =>
    choose(scoring, withPlaces(desk, kind, places, source)).outcomes.find((one) => one.id === id)
      ?.outcome;
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

/** An item as the run scored it; none for items that stood behind another of their story, since those never competed. */
function toScored(one: ItemOutcome, toText: (one: ItemOutcome) => ScoredText): Scored[] {
  const { id, outcome, score, audience } = one;
  if (id === undefined || score === undefined) return [];
  if (outcome === 'duplicate' || outcome === 'sameStory') return [];
  const scored: Scored = {
    item: toText(one),
    score,
    audience,
    why: [],
    audiences: {},
    topics: [],
    suggestedTopics: [],
    veto: outcome === 'vetoed' ? (one.detail ?? '') : undefined,
    relevance: 0,
    base: 0,
    contributions: [],
  };
  return [scored];
}

/** Each item as a story of its own. */
function storyEach(scored: readonly Scored[]): StoryFinding {
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
