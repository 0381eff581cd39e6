import type { Entry } from '../../model/desk/desk.ts';
import type { Source } from '../../model/desk/source.ts';
import type { FeedDocument } from '../../model/run/document.ts';
import { SourceError } from '../../model/run/sourceError.ts';
import type {
  FailedResponse,
  FollowUp,
  FreshResponse,
  RequestFacts,
} from '../../model/run/sourceResponse.ts';
import { readFeedFile } from '../readFeedFile.ts';
import { memoryAfterFault, memoryAfterResponse } from './nextSourceMemory.ts';
import { type PolitenessOptions, record } from './sourceRequest.ts';

const NO_REQUEST: RequestFacts = { transferred: 0, requests: 0 };

/** A feed that lies in the repository: no publisher has to be spared, and yet its health is worth knowing. */
export async function fileResponse(
  source: Entry<Source>,
  options: PolitenessOptions,
): Promise<FreshResponse | FailedResponse> {
  const { feed, site } = source.data;
  try {
    return freshFile(source, options, await readFeedFile(feed, { root: options.root, site }));
  } catch (error) {
    if (error instanceof SourceError) return unfetchable(source, options, error);
    throw error;
  }
}

function freshFile(
  source: Entry<Source>,
  options: PolitenessOptions,
  document: FeedDocument,
): FreshResponse {
  const { name } = source;
  const { feed, site } = source.data;
  const { memory, now, rules, onRecord } = options;
  const answer = { body: memory.bodies.keep(document.bytes), url: site, headers: {} };
  return {
    kind: 'fresh',
    document,
    request: NO_REQUEST,
    onParsed(result) {
      const error = result.kind === 'failed' ? result.error : undefined;
      record({ name, feed, onRecord }, { answer, error });
      if (result.kind === 'failed') return rememberFailure(source, options, result.error);
      const facts = { now, headers: {}, hops: [], answer, items: result.items, rules };
      memory.remember(name, memoryAfterResponse(feed, memory.recall(name, feed), facts));
      return {};
    },
  };
}

/** A source that cannot even be asked. */
export function unfetchable(
  source: Entry<Source>,
  options: PolitenessOptions,
  error: SourceError,
): FailedResponse {
  const { name } = source;
  const { feed } = source.data;
  return {
    kind: 'failed',
    error,
    request: NO_REQUEST,
    onUnparsed() {
      record({ name, feed, onRecord: options.onRecord }, { error });
      return rememberFailure(source, options, error);
    },
  };
}

function rememberFailure(
  { name, data: { feed } }: Entry<Source>,
  { memory, now, random }: PolitenessOptions,
  error: SourceError,
): FollowUp {
  const after = memoryAfterFault(feed, memory.recall(name, feed), { error, now, random });
  // It costs nobody anything to look again.
  memory.remember(name, { ...after, next: undefined });
  return {};
}
