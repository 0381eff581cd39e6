/** A place in a file, from 1. */
export interface Place {
  line: number;
  column: number;
}

export interface HeaderProblem extends Place {
  code: `header/${string}`;
  message: string;
  hint: string;
}
