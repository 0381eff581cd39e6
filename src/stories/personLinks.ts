import type { Desk } from '../model/desk/desk.ts';
import { readStoryLine } from '../model/desk/storyRules.ts';
import { addressing } from '../text/address.ts';
import { at } from '../words/vector.ts';
import type { Node } from './nodes.ts';

/** What people said of stories, by places in a list of nodes. */
export interface PersonLinks {
  joins: [number, number][];
  splits: [number, number][];
}

/**
 * The lines of `rules/stories.md`, as far as they are about these nodes. An id also stands for the address that the desk
 * or its ledger has under it, so that it means the same after the rules of addresses have changed.
 */
export function personLinks(nodes: readonly Node[], desk: Desk): PersonLinks {
  const { join, split } = desk.rules.stories;
  if (join.length + split.length === 0) return { joins: [], splits: [] };
  const find = referenceFinder(nodes, desk);
  const pairs = (line: string): [number, number][] => {
    const named = readStoryLine(line).map(find);
    return named.flatMap((places, at) =>
      named.slice(at + 1).flatMap((others) => {
        return places.flatMap((a) =>
          others.flatMap((b): [number, number][] => (a === b ? [] : [[a, b]])),
        );
      }),
    );
  };
  return { joins: join.flatMap(chained), splits: split.flatMap(pairs) };

  /** All that a line joins, one after the other, though what stands between two of them is not here. */
  function chained(line: string): [number, number][] {
    const places = readStoryLine(line).flatMap(find);
    return places.slice(1).map((place, before) => [at(places, before), place]);
  }
}

function referenceFinder(nodes: readonly Node[], desk: Desk): (reference: string) => number[] {
  const { canonical } = addressing(desk.rules.addresses);
  const byKey = new Map<string, number[]>();
  const enter = (key: string, place: number) => {
    const places = byKey.get(key);
    if (places === undefined) byKey.set(key, [place]);
    else if (!places.includes(place)) places.push(place);
  };
  for (const [place, { id, name, addresses }] of nodes.entries()) {
    enter(id, place);
    enter(id.slice(0, 6), place);
    if (name !== undefined) enter(name, place);
    enter(addresses[0] ?? '', place);
  }
  const remembered = new Map(desk.ledger.items.map(({ id, url }) => [id, url]));
  return (reference) => {
    if (/^https?:/i.test(reference)) return byKey.get(canonical(reference)) ?? [];
    const direct = byKey.get(reference);
    if (direct) return direct;
    const url = remembered.get(reference);
    if (url !== undefined) return byKey.get(canonical(url)) ?? [];
    const [, ending = ''] = /-([0-9a-f]{6})$/.exec(reference) ?? [];
    return byKey.get(ending) ?? [];
  };
}
