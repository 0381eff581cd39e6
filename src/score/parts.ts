import type { Features } from '../learning/features.ts';
import type { Item } from '../model/run/item.ts';
import type { StoryFinding } from '../stories/findStories.ts';
import type { Doc } from '../words/corpus.ts';
import { freshness } from './freshness.ts';
import { type About, type Judge, SURELY } from './judge.ts';
import type { Contribution } from './points.ts';
import type { AudienceModel } from './relevance/audienceModel.ts';
import { titleTone } from './tone.ts';

/** Publishers that make a story as large as counts. */
const LARGE_STORY = 8;

/** What tells how likely an item is to be kept, in calibrated log-odds. */
export function relevantParts(
  item: Item,
  doc: Doc,
  features: Features,
  wanted: AudienceModel,
  { relevance, trust, desk }: Judge,
): { base: number; relevance: number; parts: Contribution[] } {
  const { base, profile, semantic, learned } = relevance.partsOf(wanted, doc, features);
  const { kept, decided, advantage } = trust(item.source);
  const parts: Contribution[] = [
    { signal: 'profile', value: profile, terms: wanted.match(doc).terms },
    { signal: 'semantic', value: semantic },
    { signal: 'learned', value: learned, evidence: String(relevance.decisions) },
    {
      signal: 'trust',
      value: desk.settings.weights.trust * advantage,
      evidence: `${kept}/${decided}`,
    },
  ];
  const start = base + relevance.shift;
  return {
    base: start,
    relevance: parts.reduce((sum, { value }) => sum + value, start),
    parts: parts.filter(({ value }) => value !== 0),
  };
}

/** What the desk declares of an item, whoever it is for. */
export function declaredParts(
  { id, title, language, source }: Item,
  {
    age,
    about,
    judge: { desk, sources, topics },
    stories,
  }: { age: number | undefined; about: About[]; judge: Judge; stories: StoryFinding },
): Contribution[] {
  const { weights } = desk.settings;
  const surely = about.find(({ bm }) => bm >= SURELY)?.name ?? '';
  const halfLife =
    topics.get(surely)?.data.halfLife ?? sources.get(source)?.halfLife ?? desk.settings.halfLife;
  const days = Math.max(0, age ?? 0);
  const { left, pick } = stories.novelty(id);
  const publishers = stories.of(id)?.publishers ?? 1;
  const size = Math.log2((1 + publishers) / 2) / Math.log2((1 + LARGE_STORY) / 2);
  const { penalty, rule, words } = titleTone(title, language, desk.rules.tone);
  const parts: Contribution[] = [
    {
      signal: 'freshness',
      value: weights.freshness * (freshness(days, halfLife) - 1),
      evidence: String(Math.floor(days)),
    },
    { signal: 'novelty', value: weights.novelty * (left - 1), ...(pick && { evidence: pick }) },
    {
      signal: 'story',
      value: weights.story * Math.min(1, size),
      evidence: String(publishers),
    },
    {
      signal: 'tone',
      value: -weights.tone * penalty,
      ...(rule && { evidence: rule }),
      ...(words && { terms: [words] }),
    },
  ];
  return parts.filter(({ value }) => value !== 0);
}
