import { describe, expect, test } from 'vitest';
import type { Entry } from '../model/desk/desk.ts';
import {
  deskFixture,
  settingsFixture,
  sourceFixture,
  topicFixture,
} from '../model/desk/deskFixture.ts';
import type { Source } from '../model/desk/source.ts';
import type { Instant } from '../model/desk/time.ts';
import { opml } from './opml.ts';

const NOW = '2026-11-21T09:00:00Z' as Instant;
const source = (name: string, given: Partial<Source> = {}) =>
  sourceFixture(name, { feed: `https://${name}.example/feed`, ...given });
const desk = (sources: Entry<Source>[], name = 'Mesa') =>
  deskFixture({
    settings: settingsFixture({ name }),
    sources,
    topics: [
      topicFixture('agua', { title: { es: 'Agua', en: 'Water' } }),
      topicFixture('clima', { title: { en: 'Climate' } }),
    ],
  });
const linesOf = (...sources: Entry<Source>[]) =>
  opml(desk(sources), { now: NOW }).text.split('\n').slice(8, -3);

describe('a desk as a subscription list', () => {
  test('is OPML 2.0 with its name and the date', () => {
    const { text } = opml(desk([source('rios', { site: 'https://rios.example/' })]), { now: NOW });
    expect(text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
<head>
<title>Mesa</title>
<dateCreated>Sat, 21 Nov 2026 09:00:00 GMT</dateCreated>
<docs>http://opml.org/spec2.opml</docs>
</head>
<body>
<outline text="rios" title="rios" type="rss" xmlUrl="https://rios.example/feed" htmlUrl="https://rios.example/" language="es"/>
</body>
</opml>
`);
  });
  test('has a source in the folder of each of its topics', () => {
    const folders = linesOf(
      source('rios', { topics: ['clima', 'agua'] }),
      source('pozos', { topics: ['sin-escribir'] }),
      source('suelta'),
    ).map((line) => /text="([^"]+)"/.exec(line)?.[1] ?? 'end');
    expect(folders).toEqual([
      'Agua',
      'rios',
      'end',
      'Climate',
      'rios',
      'end',
      'sin-escribir',
      'pozos',
      'end',
      'suelta',
    ]);
  });
  test('leaves out the retired unless they are wished, and files of the repository always', () => {
    const sources = [
      source('rios'),
      source('vieja', { state: 'retired' }),
      source('local', { feed: 'feeds/x.xml' }),
    ];
    const names = ({ listed, leftOut }: ReturnType<typeof opml>) =>
      [listed, leftOut].map((list) => list.map(({ name }) => name));
    expect(names(opml(desk(sources), { now: NOW }))).toEqual([['rios'], ['local']]);
    expect(names(opml(desk(sources), { now: NOW, retired: true }))).toEqual([
      ['rios', 'vieja'],
      ['local'],
    ]);
  });
  test('lets no title become markup', () => {
    const title = `"/><outline xmlUrl='x'>&amp; <b>\u0000\u001b]]>\nend`;
    const [line] = linesOf(source('rios', { title }));
    expect(line).toContain(
      `text="&quot;/&gt;&lt;outline xmlUrl='x'&gt;&amp;amp; &lt;b&gt;]]&gt; end" title=`,
    );
    expect(opml(desk([], '</title><x>'), { now: NOW }).text).toContain(
      '<title>&lt;/title&gt;&lt;x&gt;</title>',
    );
  });
});
