import { expect, test } from 'vitest';
import type { Entry } from '../model/desk/desk.ts';
import { Source } from '../model/desk/source.ts';
import { chosenSources } from './chosenSources.ts';

const source = (name: string, state?: Source['state']): Entry<Source> => ({
  name,
  path: `sources/${name}.md`,
  data: Source.parse({ title: name, feed: 'feeds/a.xml', language: 'es', state }),
  body: '',
  hash: '',
});
const sources = [source('agua'), source('mar', 'retired'), source('rios', 'trusted')];
const names = (name?: string) => chosenSources(sources, name).map((one) => one.name);

test('all that are not retired, or the one that is named', () => {
  expect([names(), names('rios')]).toEqual([['agua', 'rios'], ['rios']]);
});

test.for([
  ['mar', 'usage/source-retired', { name: 'mar', path: 'sources/mar.md' }],
  ['nadie', 'usage/source', { name: 'nadie', known: ['agua', 'rios'] }],
] as const)('"%s" is refused: %s', ([name, code, values]) => {
  expect(() => names(name)).toThrow(expect.objectContaining({ code, values }));
});
