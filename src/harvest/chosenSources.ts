import type { Entry } from '../model/desk/desk.ts';
import type { Source } from '../model/desk/source.ts';
import { CribaError } from '../model/run/error.ts';

/**
 * The sources that a run reads: all that are not retired, or the one that is named.
 * @throws CribaError `usage/source` for a name that no source has, `usage/source-retired`
 */
export function chosenSources(
  sources: readonly Entry<Source>[],
  name: string | undefined,
): Entry<Source>[] {
  const active = sources.filter(({ data }) => data.state !== 'retired');
  if (name === undefined) return active;
  const chosen = sources.find((source) => source.name === name);
  if (chosen === undefined) {
    throw new CribaError('usage/source', { name, known: active.map((source) => source.name) });
  }
  if (chosen.data.state === 'retired') {
    throw new CribaError('usage/source-retired', { name, path: chosen.path });
  }
  return [chosen];
}
