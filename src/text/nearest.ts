import leven from 'leven';

/** The valid word that a mistyped one resembles, or none that is close. */
export function nearest(word: string, valid: readonly string[]): string | undefined {
  const ranked = valid
    .map((name) => ({ name, distance: leven(word.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= Math.max(2, Math.floor(best.name.length / 3))
    ? best.name
    : undefined;
}
