/**
 * Things that have a key in common, in groups of two and more; what has no key shares nothing. Groups and their members
 * come in the order of the things.
 */
export function sharing<T>(things: readonly T[], keyOf: (thing: T) => string | undefined): T[][] {
  const groups = Map.groupBy(things, keyOf);
  groups.delete(undefined);
  return [...groups.values()].filter((group) => group.length > 1);
}

/** The other members of a group as findings name them: `content/picks/2026/11/x.md`. */
export function othersOf<T extends { path: string }>(
  one: T,
  group: readonly T[],
  folder: string,
): string[] {
  return group.filter((other) => other !== one).map(({ path }) => `${folder}/${path}`);
}
