import { describe, expect, test } from 'vitest';
import { readFeedLinks } from './readFeedLinks.ts';

const read = (html: string, url = 'https://rios.example/blog/nota') =>
  readFeedLinks({ url, contentType: 'text/html', bytes: new TextEncoder().encode(html) });

describe('the feeds that a page links to', () => {
  test('are its alternates with the media type of a feed, in any case and order of words', () => {
    const page = read(`<head>
      <link rel="alternate" type="application/rss+xml" title="RSS" href="/feed/">
      <LINK TYPE='application/atom+xml; charset=utf-8' REL='Home ALTERNATE' HREF=atom.xml>
      <link rel="alternate" hreflang="en" href="/en/">
      <link rel="alternate" type="application/json+oembed" href="/oembed">
      <link rel="stylesheet" type="application/rss+xml" href="/style">
      <link rel="feed" type="text/xml" href="//feeds.example/rios?a=1&amp;b=2#top">
      <!-- <link rel="alternate" type="application/rss+xml" href="/old"> -->
      <script>'<link rel="alternate" type="application/rss+xml" href="/script">'</script>`);
    expect(page.links).toEqual([
      'https://rios.example/feed/',
      'https://rios.example/blog/atom.xml',
      'https://feeds.example/rios?a=1&b=2',
    ]);
  });
  test('come with JSON last, each once, and without WordPress’s data about the page', () => {
    const page = read(`
      <link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2">
      <link rel="alternate" type="application/feed+json" href="/feed.json">
      <link rel="alternate" type="application/rss+xml" href="/feed/">
      <link rel="alternate" type="application/rss+xml" href="https://rios.example/feed/">`);
    expect(page.links).toEqual(['https://rios.example/feed/', 'https://rios.example/feed.json']);
  });
  test('are relative to the first <base>', () => {
    const page = read(`<base target="_top"><base href="/cms/"><base href="/other/">
      <link rel="alternate" type="application/rss+xml" href="rss.xml">`);
    expect(page.links).toEqual(['https://rios.example/cms/rss.xml']);
  });
  test('are http(s) addresses without user name only', () => {
    const page = read(
      [
        'javascript:alert(1)',
        'file:///etc/passwd',
        'data:text/xml,x',
        'https://a:b@c.example/',
        'http://',
        ' ',
      ]
        .map((href) => `<link rel="alternate" type="application/rss+xml" href="${href}">`)
        .join(''),
    );
    expect(page.links).toEqual([]);
  });
  test('may be ordinary links that look like feeds', () => {
    const page =
      read(`<a href="/rss/portada.xml">RSS</a> <a href="feed/">x</a> <a href="/n?format=rss">y</a>
      <a href="/feedback">no</a> <a href="/carrossel">no</a> <a href="/rss.png">no</a> <a href="/que-es-rss.html">no</a>`);
    expect(page.anchors).toEqual([
      'https://rios.example/rss/portada.xml',
      'https://rios.example/blog/feed/',
      'https://rios.example/n?format=rss',
    ]);
  });
});

describe('what a page says of itself', () => {
  test('is its title, its language, where it stands and who made it', () => {
    const page = read(`<html lang="es-ES"><head><title>
        Ríos &amp; riberas </title><meta name="Generator" content="WordPress 6.9">
      <link rel="canonical" href="https://www.youtube.com/channel/UCabc"><meta property="og:url" content="/x">
      <body><svg><title>Icono</title></svg>`);
    expect(page).toMatchObject({
      title: 'Ríos & riberas',
      language: 'es-ES',
      canonical: ['https://www.youtube.com/channel/UCabc', 'https://rios.example/x'],
      wordpress: true,
    });
  });
  test('may be nothing', () => {
    const nothing = { links: [], anchors: [], canonical: [], wordpress: false };
    expect(read('')).toEqual(nothing);
    expect(read('<html lang="?"><title></title>')).toEqual(nothing);
  });
  test('is known of WordPress by its link to the API too', () => {
    expect(read('<link rel="https://api.w.org/" href="/wp-json/">').wordpress).toBe(true);
  });
});
