import { describe, expect, test } from 'vitest';
import type { Instant } from '../../model/desk/time.ts';
import { parseDocument } from './parsedFeed.ts';

const now = '2026-11-21T12:00:00Z' as Instant;

async function first(text: string) {
  const url = 'https://water.example/feeds/all';
  const document = { bytes: Buffer.from(text), contentType: '', url };
  return (await parseDocument(document, { now })).entries[0];
}

const rss = (item: string, attributes = '') =>
  `<rss version="2.0" ${attributes}><channel><title>t</title><item>${item}</item></channel></rss>`;
const atom = (entry: string, attributes = 'xmlns="http://www.w3.org/2005/Atom"') =>
  `<feed ${attributes}><title>t</title><entry>${entry}</entry></feed>`;

describe('names mean what their namespace says', () => {
  test.for([
    [
      'as usual',
      rss('<dc:creator>Ana</dc:creator>', 'xmlns:dc="http://purl.org/dc/elements/1.1/"'),
    ],
    [
      'with another prefix',
      rss('<x:creator>Ana</x:creator>', 'xmlns:x="http://purl.org/dc/elements/1.1/"'),
    ],
    ['with an undeclared prefix', rss('<dc:creator>Ana</dc:creator>')],
    ['with an address that nobody knows', rss('<dc:creator>Ana</dc:creator>', 'xmlns:dc="urn:x"')],
    [
      'with https, www and capitals',
      rss('<x:creator>Ana</x:creator>', 'xmlns:x="HTTPS://WWW.PURL.ORG/dc/elements/1.1"'),
    ],
    [
      'declared on the element',
      rss('<x:creator xmlns:x="http://purl.org/dc/elements/1.1/">Ana</x:creator>'),
    ],
    ['as the default', rss('<creator xmlns="http://purl.org/dc/elements/1.1/">Ana</creator>')],
    [
      'in capitals',
      rss('<DC:Creator>Ana</DC:Creator>', 'xmlns:DC="http://purl.org/dc/elements/1.1/"'),
    ],
    [
      'prefixed Atom',
      '<x:feed xmlns:x="http://www.w3.org/2005/Atom"><x:entry><x:author><x:name>Ana</x:name></x:author></x:entry></x:feed>',
    ],
    ['Atom without a namespace', atom('<author><name>Ana</name></author>', '')],
    [
      'Atom with a namespace that nobody knows',
      atom('<author><name>Ana</name></author>', 'xmlns="urn:x"'),
    ],
    ['Atom on the root of RSS', rss('<author>Ana</author>', 'xmlns="http://www.w3.org/2005/Atom"')],
    [
      'RSS with a namespace',
      rss('<author>Ana</author>', 'xmlns="http://backend.userland.com/RSS2"'),
    ],
    [
      'a prefix that changes its meaning and gets it back',
      rss(
        '<x:a xmlns:x="http://purl.org/dc/elements/1.1/"/><x:creator>Ana</x:creator>',
        'xmlns:x="http://purl.org/dc/terms/"',
      ),
    ],
  ] as const)('%s', async ([, text]) => {
    expect((await first(text))?.author).toBe('Ana');
  });

  test.for([
    ['media:title', '<media:title>no</media:title><title>Sí</title>'],
    ['a title of a picture', '<image><title>no</title></image><title>Sí</title>'],
    ['a title of the source', '<source url="https://no.example/">no</source><title>Sí</title>'],
    [
      'a title of an Atom source',
      '<atom:source><atom:title>no</atom:title></atom:source><title>Sí</title>',
    ],
    [
      'a title of nobody',
      '<title xmlns="urn:x">no</title><x:title xmlns:x="urn:x">no</x:title><title>Sí</title>',
    ],
    [
      'a drawing',
      '<svg xmlns="http://www.w3.org/2000/svg"><title>no</title></svg><title>Sí</title>',
    ],
    ['an item of nobody', '<x:item xmlns:x="urn:x"><title>no</title></x:item><title>Sí</title>'],
    ['a second title', '<title>Sí</title><title>no</title>'],
    ['dc:title', '<dc:title>no</dc:title><title>Sí</title>'],
  ] as const)('%s does not take the place of the title', async ([, item]) => {
    expect((await first(rss(item)))?.title).toBe('Sí');
  });

  test('a picture in a body has a name of its own', async () => {
    expect(
      await first(
        rss(
          '<media:content url="/a.jpg" medium="image"><media:title>gravatar</media:title></media:content><description>Llueve.</description>',
        ),
      ),
    ).toMatchObject({
      title: 'Llueve.',
      image: 'https://water.example/a.jpg',
    });
  });
});

describe('markup between tags', () => {
  const xhtml = 'xmlns="http://www.w3.org/1999/xhtml"';
  test.for([
    [
      'XHTML of Atom, without its wrapper',
      atom(`<content type="xhtml"><div ${xhtml}>a <b>b</b><br/>&amp; c</div></content>`),
      'a <b>b</b><br>&amp; c',
    ],
    [
      'with prefixes',
      atom(
        '<content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p title="&quot;">a</h:p></h:div></content>',
      ),
      '<p title="&quot;">a</p>',
    ],
    [
      'of Atom 0.3',
      atom(
        `<content mode="xml" type="application/xhtml+xml"><p ${xhtml}>a</p></content>`,
        'xmlns="http://purl.org/atom/ns#"',
      ),
      '<p>a</p>',
    ],
    [
      'in a description',
      rss('<description>a <i>b</i> <![CDATA[<c>]]></description>'),
      'a <i>b</i> &lt;c&gt;',
    ],
    [
      'half of it escaped',
      rss('<description>&lt;p&gt;a&lt;/p&gt;<br/>b</description>'),
      '<p>a</p><br>b',
    ],
    ['in a body of XHTML', rss(`<body ${xhtml}><p>a</p></body>`), '<p>a</p>'],
    ['in a full item', rss('<fullitem>&lt;p&gt;a&lt;/p&gt;</fullitem>'), '<p>a</p>'],
    [
      'escaped in Atom 0.3',
      atom(
        '<content mode="escaped" type="text/html">&lt;p&gt;a&lt;/p&gt;</content>',
        'xmlns="http://purl.org/atom/ns#"',
      ),
      '<p>a</p>',
    ],
    [
      'base64 in Atom 0.3',
      atom(
        '<content mode="base64" type="text/html">PHA+\nYTwvcD4=</content>',
        'xmlns="http://purl.org/atom/ns#"',
      ),
      '<p>a</p>',
    ],
    ['plain, which has none', atom('<content type="text">a &lt;b&gt;</content>'), 'a &lt;b&gt;'],
    [
      'with a base of its own',
      atom(
        `<content type="xhtml" xml:base="/x/"><div ${xhtml}><a href="y">y</a><p xml:base="z/"><img src="w?a&amp;b"/></p></div></content>`,
      ),
      '<a href="https://water.example/x/y">y</a><p><img src="https://water.example/x/z/w?a&amp;b"></p>',
    ],
  ] as const)('%s', async ([, text, html]) => {
    expect((await first(text))?.html).toBe(html);
  });

  test('is gone from titles', async () => {
    expect(
      (await first(atom(`<title type="xhtml"><div ${xhtml}>a <b>b</b> &amp; c</div></title>`)))
        ?.title,
    ).toBe('a b & c');
    expect((await first(rss('<title>a <b>b</b></title>')))?.title).toBe('a b');
  });
});

describe('what was never closed', () => {
  test.for([
    [
      'an item, by the next',
      '<rss><channel><item><title>Uno</title><item><title>Dos</title></item></channel></rss>',
      ['Uno', 'Dos'],
    ],
    [
      'an item, by the end of its channel',
      '<rss><channel><item><title>Uno</title></channel></rss>',
      ['Uno'],
    ],
    [
      'the last item of what was cut off',
      '<rss><channel><item><title>Uno</title></item><item><title>Dos</title>',
      ['Uno'],
    ],
    ['a title, by the link', rss('<title>Uno<link>https://a.example/</link>'), ['Uno']],
    [
      'a title of the channel, by the item',
      '<rss><channel><title>t<item><title>Uno</title></item></channel></rss>',
      ['Uno'],
    ],
    [
      'tags, by the next',
      '<rss><channel<x><title>t<y</title><item><title>Uno<z</title></item></channel></rss>',
      ['Uno'],
    ],
    [
      'a paragraph in a description',
      rss('<description><p>Uno</description><link>/a</link>'),
      ['Uno'],
    ],
    [
      'an element that nobody knows, around items',
      '<rss><channel><x:y><item><title>Uno</title></item></channel></rss>',
      ['Uno'],
    ],
    ['nothing: what only closes', rss('</a></b><title>Uno</i></title></p>'), ['Uno']],
  ] as const)('%s', async ([, text, titles]) => {
    const { entries } = await parseDocument(
      { bytes: Buffer.from(text), contentType: '', url: undefined },
      { now },
    );
    expect(entries.map(({ title }) => title)).toEqual(titles);
  });
});

describe('links', () => {
  test.for([
    ['of Atom without href', '<link rel="enclosure">/no</link><link rel="alternate">/a</link>'],
    ['of CDF', '<link/>', 'href="/a"'],
    [
      'with a relation of IANA',
      '<link rel="self" href="/no"/><link rel="http://www.iana.org/assignments/relation/alternate" href="/a"/>',
    ],
    ['as content of Atom', '<content src="/a"/>'],
  ] as const)('%s', async ([, inside, attributes = '']) => {
    const text = `<feed xmlns="http://www.w3.org/2005/Atom"><entry ${attributes}>${inside}</entry></feed>`;
    expect((await first(text))?.url).toBe('https://water.example/a');
  });
});
