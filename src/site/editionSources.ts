import type { Desk } from '../model/desk/desk.ts';
import type { ItemLine } from '../model/desk/ledger/itemLine.ts';
import { latestById } from '../model/desk/ledger/latestById.ts';
import type { EditionPick } from '../model/site/editionPick.ts';
import type { EditionSource, SourceCounts } from '../model/site/editionSource.ts';
import type { EditionScope } from './editionPicks.ts';

/**
 * The sources that an edition shows: to the team all of them, with what the ledger counts; to everybody those whose picks
 * they can read, since whom we follow without keeping anything is for the team to know.
 */
export function editionSources(
  desk: Desk,
  { name, folder }: EditionScope,
  picks: readonly EditionPick[],
): EditionSource[] {
  const quoted = new Set(picks.map((pick) => pick.source));
  const counts =
    name === 'team' ? countsBySource(desk.ledger.items) : new Map<string, SourceCounts>();
  return desk.sources
    .filter((source) => name === 'team' || quoted.has(source.name))
    .map(({ name: source, path, data, body }) => ({
      name: source,
      title: data.title,
      site: data.site,
      language: data.language,
      topics: data.topics,
      permission: { scope: data.permission.scope, status: data.permission.status },
      ...(name === 'team' && {
        team: {
          file: `${folder}/${path}`,
          feed: data.feed,
          state: data.state,
          important: data.important === true,
          permission: data.permission,
          notes: body,
          counts: counts.get(source) ?? { proposed: 0, decided: 0, kept: 0 },
        },
      }),
    }));
}

/** Each item counts once, as its last line decides. */
function countsBySource(ledger: readonly ItemLine[]): Map<string, SourceCounts> {
  const counts = new Map<string, SourceCounts>();
  const of = (source: string) => {
    const found = counts.get(source) ?? { proposed: 0, decided: 0, kept: 0 };
    counts.set(source, found);
    return found;
  };
  const proposed = new Set<string>();
  for (const { id, event, source } of ledger) {
    if (event !== 'proposed' || proposed.has(id)) continue;
    proposed.add(id);
    of(source).proposed += 1;
  }
  for (const { event, source } of latestById(ledger).values()) {
    if (event !== 'keep' && event !== 'drop') continue;
    of(source).decided += 1;
    if (event === 'keep') of(source).kept += 1;
  }
  return counts;
}
