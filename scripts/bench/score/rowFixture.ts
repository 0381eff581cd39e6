import type { Row } from './corpora.ts';

let made = 0;

/** A labelled text for tests, with nothing in it but what is given. */
export function row(given: Partial<Row> = {}): Row {
  made += 1;
  return {
    corpus: 'sample',
    id: `row-${made}`,
    title: '',
    body: '',
    label: 'Water',
    language: 'es',
    declared: 'es',
    published: undefined,
    publisher: undefined,
    split: undefined,
    ...given,
  };
}
