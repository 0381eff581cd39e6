import { expect, test } from 'vitest';
import { feedAddress } from './feedAddress.ts';

test.for([
  ['https://rios.example/feed', 'https://rios.example/feed'],
  ['  http://rios.example/feed#top ', 'http://rios.example/feed'],
  ['feed://rios.example/rss', 'http://rios.example/rss'],
  ['feed:https://rios.example/rss', 'https://rios.example/rss'],
  ['feed:http://rios.example/rss', 'http://rios.example/rss'],
  ['ITPC://rios.example/podcast', 'http://rios.example/podcast'],
  ['pcast://rios.example/podcast', 'http://rios.example/podcast'],
  ['www.rios.example/feed', 'https://www.rios.example/feed'],
  ['//rios.example/feed', 'https://rios.example/feed'],
] as const)('%s is %s', ([written, feed]) => {
  expect(feedAddress(written)).toEqual({ feed });
});

test.for([
  ['', 'empty'],
  ['feeds/rios.xml', 'notWeb'],
  ['rios.example/feed', 'notWeb'],
  ['file:///etc/passwd', 'notWeb'],
  ['feed:file:///etc/passwd', 'notWeb'],
  ['javascript:alert(1)', 'notWeb'],
  ['http://', 'notWeb'],
  ['https://ana:secret@rios.example/feed', 'password'],
] as const)('"%s" is no address of a feed: %s', ([written, fault]) => {
  expect(feedAddress(written)).toEqual({ fault });
});

test.for([
  ['rios.example', 'https://rios.example/'],
  ['rios.example/blog', 'https://rios.example/blog'],
  ['ayuntamiento.example:8080/rss', 'https://ayuntamiento.example:8080/rss'],
] as const)('where a person writes %s, %s is meant', ([written, feed]) => {
  expect(feedAddress(written, { bare: true })).toEqual({ feed });
});

test('what is longer than a page of text is none', () => {
  expect(feedAddress(`https://rios.example/${'x'.repeat(4_000)}`)).toEqual({
    fault: 'tooLong',
  });
});

test('a word is no address, even where a person writes it', () => {
  expect(feedAddress('rios', { bare: true })).toEqual({
    fault: 'notWeb',
  });
});
