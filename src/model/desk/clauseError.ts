import type { CodedClause } from './clause.ts';

/** A text in a grammar of ours that cannot be read: the clause says why. */
export class ClauseError extends SyntaxError {
  readonly clause: CodedClause;

  constructor(clause: CodedClause) {
    super(`${clause.code} ${JSON.stringify(clause.values)}`);
    this.name = 'ClauseError';
    this.clause = clause;
  }
}
