import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LabelledCorpus, readCorpora } from './corpora.ts';

let folder = '';
let corpora = new Map<string, LabelledCorpus>();

const write = (name: string, lines: (object | string)[]) =>
  writeFileSync(
    join(folder, name),
    `${lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')}\n`,
  );

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'criba-corpora-'));
  write('town.jsonl', [
    {
      id: 7,
      title: 'Un título',
      body: 'Un texto',
      label: 'Water',
      lang: 'spa',
      ts: 1_795_251_600,
      src: 'El Cántaro',
      split: 'train',
      other: 1,
    },
    { title: 'The town opens its data to all who ask', label: 'Data' },
    { title: 'Only a title', label: '' },
    { title: ' ', body: '', label: 'Empty' },
    { body: 'No title here, but a body', label: 'Data', lang: 'en_GB' },
    '{ "title": ',
    'null',
    '',
  ]);
  write('teasers.jsonl', [
    {
      split: 'test',
      'Tweet ID': '99',
      'Teaser Text': 'No lo vas a creer, pero es así',
      'Tag Value': 'Clickbait',
      'Media Name': 'El Cántaro',
    },
  ]);
  write('notes.txt', ['not a corpus']);
  corpora = readCorpora(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a folder gives a corpus a file, and other files are left alone', () => {
  expect([...corpora.keys()]).toEqual(['teasers', 'town']);
});

test('lines that are no labelled text are counted', () => {
  expect(corpora.get('town')?.rows).toHaveLength(3);
  expect(corpora.get('town')?.unreadable).toBe(4);
});

test('a whole line is read whole', () => {
  expect(corpora.get('town')?.rows[0]).toEqual({
    corpus: 'town',
    id: '7',
    title: 'Un título',
    body: 'Un texto',
    label: 'Water',
    language: 'es',
    declared: 'es',
    published: '2026-11-21T09:00:00.000Z',
    publisher: 'El Cántaro',
    split: 'train',
  });
});

test('what a line leaves out is told from its place and its words', () => {
  expect(corpora.get('town')?.rows[1]).toMatchObject({
    id: '1',
    body: '',
    language: 'en',
    declared: undefined,
    published: undefined,
  });
  expect(corpora.get('town')?.rows[2]).toMatchObject({ id: '4', title: '', language: 'en' });
});

test('teasers are Spanish, and have other names for their fields', () => {
  expect(corpora.get('teasers')?.rows).toEqual([
    {
      corpus: 'teasers',
      id: '99',
      title: 'No lo vas a creer, pero es así',
      body: '',
      label: 'Clickbait',
      language: 'es',
      declared: 'es',
      published: undefined,
      publisher: 'El Cántaro',
      split: 'test',
    },
  ]);
});

test('a folder that is not there is said so', () => {
  expect(() => readCorpora(join(folder, 'nowhere'))).toThrow(
    expect.objectContaining({ code: 'corpora/missing' }),
  );
});
