import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'astro/zod';
import type { Instant } from '../../../src/model/desk/time.ts';
import { CribaError } from '../../../src/model/run/error.ts';
import { detectLanguage } from '../../../src/text/language.ts';
import { primarySubtag } from '../../../src/text/primarySubtag.ts';

/** A text that somebody gave a label. */
export interface Row {
  corpus: string;
  id: string;
  /** may be empty, as may the body; not both */
  title: string;
  body: string;
  label: string;
  /** as the file says it, or as its words tell it */
  language: string;
  /** what the file itself says, as `es`; undefined where it says nothing */
  declared: string | undefined;
  published: Instant | undefined;
  /** who published it, as the file says it */
  publisher: string | undefined;
  /** of a corpus that comes divided: `train`, `test` */
  split: string | undefined;
}

export interface LabelledCorpus {
  name: string;
  rows: Row[];
  /** lines that could not be read as a labelled text */
  unreadable: number;
}

/** The corpus of teasers, labelled as clickbait or not. */
export const TEASERS = 'ta1c';

const Line = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  title: z.string().default(''),
  body: z.string().default(''),
  label: z.string().min(1),
  lang: z.string().optional(),
  /** seconds since 1970 */
  ts: z.number().min(0).max(8_640_000_000_000).optional(),
  src: z.string().optional(),
  split: z.string().optional(),
});

/** How a corpus of Spanish teasers names its fields, and what they are here. */
const Teaser = z
  .object({
    'Tweet ID': z.string(),
    'Teaser Text': z.string(),
    'Tag Value': z.string(),
    'Media Name': z.string().optional(),
    split: z.string().optional(),
  })
  .transform((teaser) => ({
    id: teaser['Tweet ID'],
    lang: 'es',
    title: teaser['Teaser Text'],
    label: teaser['Tag Value'],
    src: teaser['Media Name'],
    split: teaser.split,
  }));

/** Codes of three letters that corpora use, as the web writes them. */
const LANGUAGES: Readonly<Record<string, string>> = {
  spa: 'es',
  eng: 'en',
  cat: 'ca',
  glg: 'gl',
  por: 'pt',
};

/**
 * Every `<name>.jsonl` of a folder: one object a line with `title`, `body`, `label` and, where it knows them, `id`,
 * `lang`, `ts` (seconds) and `src`. Lines that are something else are counted and left out.
 * @throws CribaError `corpora/missing` when there is no such folder
 */
export function readCorpora(folder: string): Map<string, LabelledCorpus> {
  const corpora = new Map<string, LabelledCorpus>();
  for (const file of filesIn(folder)) {
    const name = basename(file, '.jsonl');
    const lines = readFileSync(join(folder, file), 'utf8').split('\n');
    const read = lines
      .map((line, index) => (line.trim() === '' ? 'empty' : readRow(line, name, index)))
      .filter((row) => row !== 'empty');
    const rows = read.filter((row) => row !== undefined);
    corpora.set(name, { name, rows, unreadable: read.length - rows.length });
  }
  return corpora;
}

/** The Spanish and English news of the corpora that has a title; teasers are not news. */
export function newsOf(corpora: ReadonlyMap<string, LabelledCorpus>): Row[] {
  return [...corpora.values()]
    .filter(({ name }) => name !== TEASERS)
    .flatMap(({ rows }) => rows)
    .filter(({ language, title }) => (language === 'es' || language === 'en') && title !== '');
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.jsonl'))
      .sort();
  } catch (cause) {
    throw new CribaError('corpora/missing', { folder }, { cause });
  }
}

function readRow(line: string, corpus: string, index: number): Row | undefined {
  const json = parsed(line);
  const given = Line.safeParse(Teaser.safeParse(json).data ?? json).data;
  if (given === undefined || `${given.title}${given.body}`.trim() === '') return undefined;
  const { id = index, title, body, label, lang, ts, src, split } = given;
  const declared = primarySubtag((lang && LANGUAGES[lang]) ?? lang);
  return {
    corpus,
    id: String(id),
    title,
    body,
    label,
    language: declared ?? detectLanguage(`${title}\n${body.slice(0, 300)}`),
    declared,
    published: ts === undefined ? undefined : (new Date(ts * 1000).toISOString() as Instant),
    publisher: src?.trim() || undefined,
    split,
  };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
