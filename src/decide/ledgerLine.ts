import type { Candidate } from '../model/desk/candidate.ts';
import { LEDGER_TEXT, type LedgerEvent, type LedgerLine } from '../model/desk/ledger.ts';
import type { Instant } from '../model/desk/time.ts';

/** What a line says beside the item itself. */
export interface Said {
  at: Instant;
  by?: string | undefined;
  reason?: string | undefined;
}

/** A candidate's line in the ledger. */
export function toLine(
  event: LedgerEvent,
  candidate: Candidate,
  { at, by, reason }: Said,
): LedgerLine {
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

/** The line for a later event of an item that the ledger has met: about the same thing, said now. */
export function follow(
  { hash: _hash, text: _text, reason: _reason, by: _by, ...line }: LedgerLine,
  event: LedgerEvent,
  { at, by, reason }: Said,
): LedgerLine {
  const why = reason?.trim();
  return { ...line, event, at, ...(why && { reason: why }), ...(by && { by }) };
}

/** A `proposed` line for a candidate that has none, as when a run was cut short; without `hash`, so it counts as touched. */
export function lateProposal(candidate: Candidate, body: string, at: Instant): LedgerLine {
  const text = body.replace(/^> ?/gm, '').slice(0, LEDGER_TEXT).toWellFormed();
  return { ...toLine('proposed', candidate, { at }), text };
}
