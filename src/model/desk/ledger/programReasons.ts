/**
 * Reasons that a program writes into the ledger where no person gave one. They are stored, so they never change; `ledgerReason`
 * in `i18n/` says them in a language.
 */
export const DELETED = 'deleted';
export const PULL_REQUEST_CLOSED = 'pull request closed';
