import type { Entry } from '../model/desk/desk.ts';
import type { Source } from '../model/desk/source.ts';
import type { ScoredText } from '../model/run/scoredText.ts';
import { at } from '../words/vector.ts';

/** Characters of text beyond which a text is not fuller for being longer: as much as a curator needs to decide. */
const FULL = 1_200;
const STATES: Record<Source['state'], number> = { trusted: 0, trial: 1, watch: 2, retired: 3 };

/**
 * The order in which the items of a story stand, the leading one first. What has less than half as much to read as the
 * fullest stands behind; then by the state of its source (trusted, trial, watch, retired), by how far the team trusts
 * that source, by length of text, by time, and by id.
 */
export function leadOrder(
  items: readonly ScoredText[],
  sources: readonly Entry<Source>[],
  trust: (source: string) => number,
): ScoredText[] {
  const states = new Map(sources.map(({ name, data }) => [name, STATES[data.state]]));
  const fullest = Math.max(0, ...items.map(fullness));
  const ranked = items.map((item) => ({
    item,
    rank: [
      Number(fullness(item) < fullest / 2),
      states.get(item.source) ?? Number.POSITIVE_INFINITY,
      -trust(item.source),
      -item.text.length,
      Date.parse(item.published ?? item.harvested),
    ],
  }));
  return ranked
    .sort((a, b) => compare(a.rank, b.rank) || (a.item.id < b.item.id ? -1 : 1))
    .map(({ item }) => item);
}

function fullness({ text }: ScoredText): number {
  return Math.min(FULL, text.length);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((value, index) => value !== b[index]);
  return place === -1 ? 0 : at(a, place) - at(b, place);
}
