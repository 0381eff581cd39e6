import { expect, test } from 'vitest';
import { DEFAULT_ADDRESS_RULES } from '../model/desk/addressRules.ts';
import { addressing } from './address.ts';
import { isSamePage, pageOf } from './samePage.ts';

const rules = addressing(DEFAULT_ADDRESS_RULES);
const page = (url: string, source?: string) => pageOf({ url, source }, rules);

test.for([
  [
    'http, www, tracking and a slash say nothing',
    '/pozos',
    'http://www.paper.example/pozos/?utm_source=x',
    true,
  ],
  ['another page is another', '/pozos', 'https://paper.example/rios', false],
  ['a part is of the page that is named whole', '/news', 'https://paper.example/news#a', true],
  ['two parts are two texts', '/news#a', 'https://paper.example/news#b', false],
  ['one part is one text', '/news#a', 'http://paper.example/news#a', true],
  [
    'where a reader came from is no part',
    '/news#xtor=RSS-1',
    'https://paper.example/news#xtor=AL-2',
    true,
  ],
] as const)('%s', ([, path, other, same]) => {
  expect(isSamePage(page(`https://paper.example${path}`, 'paper'), page(other, 'paper'))).toBe(
    same,
  );
});

test('parts count within a source only', () => {
  const [a, b] = ['https://paper.example/news#a', 'https://paper.example/news#b'];
  expect(isSamePage(page(a, 'paper'), page(b, 'other'))).toBe(true);
  expect(isSamePage(page(a), page(b))).toBe(false);
});
