import { expect, test } from 'vitest';
import type { Instant } from '../../model/desk/time.ts';
import { parseDocument } from './parsedFeed.ts';

async function entryOf(inside: string) {
  const text = `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><item><link>https://a.example/</link>${inside}</item></channel></rss>`;
  const document = { bytes: Buffer.from(text), contentType: '', url: 'https://a.example/feed' };
  const { entries } = await parseDocument(document, {
    now: '2026-11-21T12:00:00Z' as Instant,
  });
  return entries[0];
}

test.for([
  ['<media:content url="https://a.example/a.jpg"/>', 'https://a.example/a.jpg'],
  ['<media:content url="/a.WEBP?w=300" type="" medium=""/>', 'https://a.example/a.WEBP?w=300'],
  ['<media:group><media:content url="/a.png#x"/></media:group>', 'https://a.example/a.png#x'],
  ['<media:content url="/a" medium="IMAGE"/>', 'https://a.example/a'],
  ['<media:content url="/a" type="image/jpeg"/>', 'https://a.example/a'],
  ['<media:content url="/a.jpg" type="video/mp4"/>', undefined],
  ['<media:content url="/a.jpg" medium="video"/>', undefined],
  ['<media:content url="/a?b=c.jpg"/>', undefined],
  ['<media:content url="/a.mp4"/>', undefined],
  ['<itunes:image href="/i.jpg"/>', 'https://a.example/i.jpg'],
  ['<itunes:image>https://a.example/i.jpg</itunes:image>', 'https://a.example/i.jpg'],
] as const)('the picture of %s is %s', async ([inside, image]) => {
  expect((await entryOf(inside))?.image).toBe(image);
});

test('the title of a picture is not that of the entry', async () => {
  const inside =
    '<media:content url="/a.jpg"><media:title>A heron</media:title></media:content><description>It rains.</description>';
  expect((await entryOf(inside))?.title).toBe('It rains.');
});
