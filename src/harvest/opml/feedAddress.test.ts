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
  ['', 'has no address'],
  ['feeds/rios.xml', 'is no address that begins with https:// or http://'],
  ['rios.example/feed', 'is no address that begins with https:// or http://'],
  ['file:///etc/passwd', 'is no address that begins with https:// or http://'],
  ['feed:file:///etc/passwd', 'is no address that begins with https:// or http://'],
  ['javascript:alert(1)', 'is no address that begins with https:// or http://'],
  ['http://', 'is no address that begins with https:// or http://'],
  [
    'https://ana:secret@rios.example/feed',
    'has a user name or a password in it, which git would keep for ever',
  ],
] as const)('"%s" %s', ([written, fault]) => {
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
    fault: 'is too long for an address',
  });
});

test('a word is no address, even where a person writes it', () => {
  expect(feedAddress('rios', { bare: true })).toEqual({
    fault: 'is no address that begins with https:// or http://',
  });
});
