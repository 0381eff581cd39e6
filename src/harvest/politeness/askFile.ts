import type { Entry } from '../../model/desk/desk.ts';
import type { Source } from '../../model/desk/source.ts';
import type { Answer } from '../../model/run/answer.ts';
import { SourceError } from '../../model/run/sourceError.ts';
import { readFeedFile } from '../readFeedFile.ts';
import { memoryAfterFault, memoryAfterResponse } from './nextSourceMemory.ts';
import type { PolitenessOptions } from './sourceRequest.ts';

/** A feed that lies in the repository: there is nobody to be polite to, and yet its health is worth knowing. */
export async function askFile(source: Entry<Source>, options: PolitenessOptions): Promise<Answer> {
  const { name, data } = source;
  const { feed, site } = data;
  const { root, memory, now, rules, onRecord } = options;
  try {
    const document = await readFeedFile(feed, { root, site });
    const answer = { body: memory.bodies.keep(document.bytes), url: site, headers: {} };
    return {
      code: 'ok',
      document,
      told: {},
      async conclude({ error, items }) {
        onRecord?.(name, { feed, code: 'ok', answer, error });
        if (error) return rememberFault(source, options, error);
        const before = memory.recall(name, feed);
        const read = { now, headers: {}, hops: [], answer, items, rules };
        memory.remember(name, memoryAfterResponse(feed, before, read));
        return {};
      },
    };
  } catch (error) {
    if (error instanceof SourceError) return unaskable(source, options, error);
    throw error;
  }
}

/** A source that cannot even be asked. */
export function unaskable(
  source: Entry<Source>,
  options: PolitenessOptions,
  error: SourceError,
): Answer {
  return {
    code: 'ok',
    error,
    told: {},
    async conclude() {
      options.onRecord?.(source.name, { feed: source.data.feed, code: 'ok', error });
      return rememberFault(source, options, error);
    },
  };
}

function rememberFault(
  { name, data: { feed } }: Entry<Source>,
  { memory, now, random }: PolitenessOptions,
  error: SourceError,
) {
  const after = memoryAfterFault(feed, memory.recall(name, feed), { error, now, random });
  // It costs nobody anything to look again.
  memory.remember(name, { ...after, next: undefined });
  return {};
}
