import type { Entry } from '../../model/desk/desk.ts';
import { feedPlace, type Source } from '../../model/desk/source.ts';
import type { Answer, AskSource } from '../../model/run/answer.ts';
import type { Validators } from '../../model/run/document.ts';
import { SourceError, sourceError } from '../../model/run/sourceError.ts';
import { failed, fresh, isSpent, lastDocument, type Network, standIn } from './answers.ts';
import { askFile, unaskable } from './askFile.ts';
import { backOffDomain, clearBackOff, nextRequestAt } from './domainBackOffs.ts';
import type { PolitenessOptions, SourceRequest } from './sourceRequest.ts';

/** Statuses with which servers refuse a validator that they gave out themselves. */
const REJECTED_VALIDATORS: ReadonlySet<number> = new Set([400, 412, 431]);

/**
 * Asks sources as their publishers wish: not before what their headers and feeds say, conditionally with the validators
 * of the last answer that could be read, and leaving a domain alone that is busy. Where a source is not asked, or says
 * that nothing has changed, its last answer stands in, unless nothing can become of its items any more: so a run gives
 * the same as one that asks in full.
 */
export function fetchPolitely(options: PolitenessOptions): AskSource {
  return async (source: Entry<Source>, { signal }) => {
    const { name, path, data } = source;
    const place = feedPlace(data.feed);
    if (place === 'file') return askFile(source, options);
    if (place !== 'address') {
      const what = `${data.feed}: neither an http(s) address nor a path inside the repository.`;
      return unaskable(source, options, sourceError('refused', what));
    }
    const before = options.memory.recall(name, data.feed);
    const file = `${options.folder}/${path}`;
    return askAddress({ ...options, name, path: file, feed: data.feed, before }, signal);
  };
}

async function askAddress(asked: SourceRequest, signal: AbortSignal | undefined): Promise<Answer> {
  const { now } = asked;
  const due = nextRequestAt(asked);
  if (Date.parse(due) > Date.parse(now)) {
    return standIn(asked, { ...lastDocument(asked), next: due });
  }
  const network: Network = { requests: 0 };
  try {
    const answer = await askAgainIfNeeded(asked, { network, signal });
    // Before the next request to this host is let go.
    clearBackOff(asked);
    return answer;
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof SourceError)) throw error;
    const until = error.fault === 'busy' ? backOffDomain(asked, error) : undefined;
    return failed(asked, { error, until, ...network });
  }
}

/**
 * Asks conditionally where the last answer can stand in, and in full where that comes to nothing: the copy turns out to
 * be damaged, the answer comes from another place than the copy, or the server cannot bear its own validators.
 */
async function askAgainIfNeeded(
  asked: SourceRequest,
  { network, signal }: { network: Network; signal: AbortSignal | undefined },
): Promise<Answer> {
  const { before, feed } = asked;
  const count = () => {
    network.requests += 1;
  };
  const ask = (validators?: Validators) => asked.fetch(feed, { signal, validators, before: count });
  const known = before !== undefined && isAtHand(asked) ? before : undefined;
  const { etag, lastModified } = known ?? {};
  if (known !== undefined && (etag !== undefined || lastModified !== undefined)) {
    const reply = await ask({ etag, lastModified }).catch((error: unknown) => {
      if (error instanceof SourceError && REJECTED_VALIDATORS.has(error.refusal?.status ?? 0))
        return undefined;
      throw error;
    });
    if (reply?.status === 200) return fresh(asked, { reply, ...network });
    const last = lastDocument(asked);
    const standsIn = reply?.url === known.answer?.url && (last.isSpent || last.document);
    if (reply !== undefined && standsIn) return standIn(asked, { ...last, reply, ...network });
  }
  return fresh(asked, { reply: await ask(), ...network });
}

/** Whether the last answer could stand in if the publisher says that it still holds. */
function isAtHand(asked: SourceRequest): boolean {
  const { before, memory } = asked;
  if (before?.answer === undefined) return false;
  return isSpent(asked) || memory.bodies.has(before.answer.body);
}
