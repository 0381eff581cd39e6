import { withoutQuoteMarks } from '../markdown/withoutQuoteMarks.ts';
import type { Candidate } from '../model/desk/candidate.ts';
import { type ItemEvent, type ItemLine, PROPOSAL_KEYS } from '../model/desk/ledger/itemLine.ts';
import { proposedLine } from '../model/desk/ledger/proposedLine.ts';
import type { Instant } from '../model/desk/time.ts';
import { cut, rememberedFacts } from '../model/run/rememberedText.ts';

/** What a line says of the decision itself: when, who and why. */
export interface LineDetails {
  at: Instant;
  by?: string | undefined;
  reason?: string | undefined;
}

/** A candidate's line in the ledger. */
export function toLine(
  event: ItemEvent,
  candidate: Candidate,
  { at, by, reason }: LineDetails,
): ItemLine {
  const { id, score, audience, source, title, url, language } = candidate;
  const why = reason?.trim();
  return {
    at,
    id,
    event,
    ...(why && { reason: why }),
    ...(by && { by }),
    score,
    audience,
    source,
    title,
    url,
    language,
  };
}

/** The line for a later event of an item that is in the ledger: it repeats what its last line says of the item. */
export function nextLine(
  { reason: _reason, by: _by, ...last }: ItemLine,
  event: ItemEvent,
  { at, by, reason }: LineDetails,
): ItemLine {
  const why = reason?.trim();
  const line = { ...last };
  for (const key of PROPOSAL_KEYS) delete line[key];
  return { ...line, event, at, ...(why && { reason: why }), ...(by && { by }) };
}

/** A `proposed` line for a candidate of a run that was cut short. Without `hash`, its file counts as touched. */
export function lateProposal(candidate: Candidate, body: string, at: Instant): ItemLine {
  const text = cut(withoutQuoteMarks(body));
  return proposedLine(candidate, { at, text: { ...rememberedFacts(candidate), text } });
}
