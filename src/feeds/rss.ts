import type { Feed, FeedItem } from '../model/site/feed.ts';
import { isDay, startOfDay } from '../text/time.ts';
import { element, escaped } from './xml.ts';

/**
 * A feed as RSS 2.0. It has no date of its making: the same picks give the same bytes.
 * @see https://www.rssboard.org/rss-specification
 */
export function rss({ title, description, language, href, self, timeZone, items }: Feed): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<channel>',
    element('title', title),
    element('link', href),
    element('description', description || title),
    element('language', language),
    ...(isWhole(self)
      ? [`<atom:link href="${escaped(self)}" rel="self" type="application/rss+xml"/>`]
      : []),
    ...items.map((item) => rssItem(item, timeZone)),
    '</channel>',
    '</rss>',
  ];
  return `${lines.join('\n')}\n`;
}

function rssItem(item: FeedItem, timeZone: string): string {
  const { id, title, href, day, note, url, author, topics } = item;
  return [
    '<item>',
    element('title', title),
    element('link', href),
    `<guid isPermaLink="false">criba:${escaped(id)}</guid>`,
    ...(day ? [element('pubDate', rfc822(day, timeZone))] : []),
    ...(author ? [element('dc:creator', author)] : []),
    ...topics.map((topic) => element('category', topic)),
    // Readers take a description for HTML, so plain text is escaped as that first.
    element('description', escaped(note)),
    element('dc:source', url),
    '</item>',
  ].join('\n');
}

/** A day is the moment when it begins on the desk's clocks. @see RFC 822, section 5 */
function rfc822(day: NonNullable<FeedItem['day']>, timeZone: string): string {
  const moment = isDay(day) ? startOfDay(day, timeZone) : Date.parse(day);
  return new Date(moment).toUTCString().replace('GMT', '+0000');
}

function isWhole(address: string): boolean {
  return /^https?:\/\//.test(address);
}
