import { DELETED, PULL_REQUEST_CLOSED } from '../model/desk/ledger/programReasons.ts';
import type { CommandWords } from './commandWords.ts';

/** The reason of a ledger line: a person's own words as they are, and what a program wrote in the reader's language. */
export function ledgerReason(reason: string, { say }: CommandWords): string {
  if (reason === DELETED) return say('ledger.deleted');
  return reason === PULL_REQUEST_CLOSED ? say('ledger.pullRequestClosed') : reason;
}
