import { expect, test } from 'vitest';
import { webAddress } from './webAddress.ts';

const base = 'http://water.example/news/all?x=1';

test.for([
  [' https://a.example/b ', undefined, 'https://a.example/b'],
  ['www.a.example/b', undefined, 'https://www.a.example/b'],
  ['//a.example/b', undefined, 'https://a.example/b'],
  ['//a.example/b', base, 'http://a.example/b'],
  ['rain?y=2', base, 'http://water.example/news/rain?y=2'],
  ['https://ana:secret@a.example/', undefined, 'https://a.example/'],
  ['https://España.example/', undefined, 'https://xn--espaa-rta.example/'],
  ['http://[2001:DB8::1]:8080/', undefined, 'http://[2001:db8::1]:8080/'],
  ['https://a_b.example/', undefined, 'https://a_b.example/'],
  ['https://a.exam"ple/', undefined, undefined],
  ['https://{{host}}/', undefined, undefined],
  ['rain', undefined, undefined],
  ['javascript:alert(1)', base, undefined],
  ['mailto:ana@a.example', base, undefined],
  ['', base, undefined],
  [`https://a.example/${'x'.repeat(4_000)}`, undefined, undefined],
] as const)('%j on %j is %j', ([link, on, address]) => {
  expect(webAddress(link, on)).toBe(address);
});
