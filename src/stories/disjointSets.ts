/** Sets of things that belong together, by their places 0 to size − 1; some pairs never may. */
export interface DisjointSets {
  /** the place that represents a set: the same for all of its members */
  representative(place: number): number;
  members(place: number): readonly number[];
  /** Brings the groups of two places together; false where a split stands between them. */
  unite(a: number, b: number): boolean;
  /** Whether no split stands between two groups. */
  mayUnite(a: number, b: number): boolean;
}

/**
 * Union-find that keeps pairs apart, members of their groups too.
 * @param splits places that never share a group
 */
export function disjointSets(
  size: number,
  splits: readonly (readonly [number, number])[],
): DisjointSets {
  const members = Array.from({ length: size }, (_, place) => [place]);
  const groupOf = Uint32Array.from({ length: size }, (_, place) => place);
  const apart = new Map<number, number[]>();
  for (const [a, b] of splits) {
    apart.set(a, [...(apart.get(a) ?? []), b]);
    apart.set(b, [...(apart.get(b) ?? []), a]);
  }
  const of = (place: number) => groupOf[place] ?? place;
  const list = (place: number) => members[of(place)] ?? [];
  const mayUnite = (a: number, b: number) => {
    if (apart.size === 0) return true;
    const other = of(b);
    return list(a).every((one) => (apart.get(one) ?? []).every((enemy) => of(enemy) !== other));
  };
  return {
    representative: of,
    members: list,
    mayUnite,
    unite(a, b) {
      if (of(a) === of(b)) return true;
      if (!mayUnite(a, b)) return false;
      const [small, large] = list(a).length <= list(b).length ? [of(a), of(b)] : [of(b), of(a)];
      for (const place of members[small] ?? []) {
        groupOf[place] = large;
        members[large]?.push(place);
      }
      members[small] = [];
      return true;
    },
  };
}
