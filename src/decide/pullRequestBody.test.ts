import { existsSync, readFileSync } from 'node:fs';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { CORPORA } from '../../tests/support/corpora.ts';
import { size } from '../../tests/support/size.ts';
import { toHtml } from '../markdown/toHtml.ts';
import { Candidate } from '../model/desk/candidate.ts';
import {
  audienceFixture,
  deskFixture,
  pickFixture,
  settingsFixture,
  sourceFixture,
  topicFixture,
} from '../model/desk/deskFixture.ts';
import { OUTCOMES, type Outcome } from '../model/run/outcome.ts';
import type { ItemOutcome, RunReport, SourceReport } from '../model/run/runReport.ts';
import { cleanLine } from '../text/clean.ts';
import { MAX_BODY, type PullRequest, pullRequestBody } from './pullRequestBody.ts';

const desk = (lang: 'es' | 'en' = 'es'): PullRequest['desk'] =>
  deskFixture({
    settings: settingsFixture({ languages: [lang] }),
    sources: [
      sourceFixture('eco', { title: 'Eco del Valle' }),
      sourceFixture('rios', { title: 'Ríos | Vivos' }),
    ],
    topics: [
      topicFixture('agua', { title: { es: 'Agua', en: 'Water' } }),
      topicFixture('clima', { title: { es: 'Clima' } }),
    ],
    audiences: [audienceFixture('vecindario', { title: 'Vecindario' })],
    picks: [pickFixture('el-riego', { title: 'El *riego*' })],
  });

const proposal = (id: string, data: object = {}) => ({
  path: `content/candidates/la-presa-${id.slice(0, 6)}.md`,
  data: Candidate.parse({
    id,
    title: 'La presa se llena',
    url: 'https://eco.example/presa',
    source: 'eco',
    language: 'es',
    published: '2026-11-20T08:00:00Z',
    harvested: '2026-11-21T08:00:00Z',
    audience: 'vecindario',
    score: 60,
    why: [
      { signal: 'base', points: 10 },
      { signal: 'profile', points: 54, terms: ['presa', 'embalse'] },
      { signal: 'trust', points: -4, evidence: '1/5' },
    ],
    ...data,
  }),
});

const sift = (outcome: Outcome, more: Partial<ItemOutcome> = {}): ItemOutcome => ({
  source: 'eco',
  title: 'Otra',
  outcome,
  ...more,
});
const source = (name: string, code: SourceReport['code']): SourceReport => ({
  source: name,
  feed: '',
  code,
  items: 0,
  bytes: 0,
  transferred: 0,
  requests: 0,
  ms: 0,
});
function report(outcomes: ItemOutcome[], sources = [source('eco', 'ok')]): PullRequest['report'] {
  const counts = Object.fromEntries(
    OUTCOMES.map((one) => [one, outcomes.filter(({ outcome }) => outcome === one).length]),
  ) as RunReport['counts'];
  return { now: '2026-11-21T09:00:00Z' as RunReport['now'], sources, outcomes, counts };
}

const parser = unified().use(remarkParse).use(remarkGfm);

describe('the text of a pull request', () => {
  test('tells what was read, how to decide, and the proposals in a table, the best first', () => {
    const candidates = [
      proposal('bbbbbbbbbbbb', {
        title: 'Nueva fuente',
        score: 71,
        url: 'https://eco.example/f?a|b',
      }),
      proposal('aaaaaaaaaaaa'),
    ];
    const outcomes = [sift('proposed'), sift('proposed'), sift('known')];
    const sources = [source('eco', 'ok'), source('rios', 'timeout'), source('otra', 'resting')];
    const body = pullRequestBody({ candidates, report: report(outcomes, sources), desk: desk() });
    expect(body.split('\n').slice(0, 8)).toEqual([
      'Cosecha del 21 de noviembre de 2026: **2 piezas propuestas** de 3 leídas. Han respondido 1 de 2 fuentes. No han respondido: Ríos &#124; Vivos.',
      '',
      expect.stringMatching(/^\*\*Para decidir\*\*.*`keep`.*`decision`.*borrar el archivo/),
      expect.stringMatching(/^Lo que nadie decida sigue pendiente/),
      '',
      '| N.º | Puntos | Pieza | Por qué |',
      '|--:|--:|---|---|',
      '| 1 | 71 | [Nueva fuente](<https://eco.example/f?a%7Cb>) | Habla de «presa» y «embalse». |',
    ]);
    expect(body).toContain('\n- 1 ya se conocía\n');
  });

  test('has the same numbers and bytes in whatever order the candidates come', () => {
    const all = [proposal('cccccccccccc'), proposal('aaaaaaaaaaaa'), proposal('bbbbbbbbbbbb')];
    const body = (candidates: typeof all) =>
      pullRequestBody({ candidates, report: report([sift('proposed')]), desk: desk() });
    expect(body(all.toReversed())).toBe(body(all));
    expect(body(all).match(/la-presa-\w+/g)).toEqual([
      'la-presa-aaaaaa',
      'la-presa-bbbbbb',
      'la-presa-cccccc',
    ]);
  });

  test('says of each proposal all that helps to decide', () => {
    const whole = proposal('aaaaaaaaaaaa', {
      author: 'R. <b>',
      topics: ['agua'],
      suggestedTopics: ['clima'],
      exploration: true,
      follows: 'el-riego',
      alsoIn: [{ source: 'rios', url: 'https://rios.example/p' }],
      mentions: [
        { name: 'Valle', sentence: 'Valle no arregla nada.', hint: 'negative', words: ['no'] },
        { name: 'Presa', sentence: 'Una presa.', unsure: true },
      ],
    });
    const body = pullRequestBody({ candidates: [whole], report: report([]), desk: desk() });
    expect(body).toContain('· _para aprender_ · _continúa otra_ · _nos nombra_ |');
    const [, details = ''] = body.split('<details>');
    expect(details.split('</details>')[0]?.trim().split('\n\n')).toEqual([
      '<summary><b>1</b> · 60 · La presa se llena</summary>',
      'Eco del Valle · Por R. &#60;b&#62; · Para Vecindario · Agua · quizá Clima · español · 20 nov',
      expect.stringMatching(
        /\(\+10\) Habla de «presa» y «embalse»\. \(\+54\) .*1.* de 5 .*\(−4\) En total, 60\.$/,
      ),
      'Propuesta para aprender: otras tenían más puntos.',
      'Continúa «El &#42;riego&#42;», que ya guardamos.',
      'También en [Ríos &#124; Vivos](<https://rios.example/p>).',
      '> Nos nombra (Valle): «Valle no arregla nada.» Puede ser una crítica, por «no».',
      '> Quizá nos nombra (Presa): «Una presa.»',
      '`content/candidates/la-presa-aaaaaa.md`',
    ]);
  });

  test('speaks English where that is the desk’s first language, and of comments where they are read', () => {
    const body = pullRequestBody({
      candidates: [proposal('aaaaaaaaaaaa', { topics: ['agua', 'clima'] })],
      report: report([]),
      desk: desk('en'),
      comments: true,
    });
    expect(body).toContain('| No. | Score | Piece | Why |');
    expect(body).toContain('Water and Clima · Spanish');
    expect(body).toContain('`keep 3 7`');
    expect(body).not.toMatch(/Puntos|fuente/);
  });

  test('counts what was left out by its outcome, and names what had no place or was vetoed', () => {
    const outcomes = [
      ...OUTCOMES.map((outcome) => sift(outcome)),
      ...Array.from({ length: 30 }, (_, n) =>
        sift('overBudget', { id: String(n).padStart(12, '0'), score: 40 + n, title: `Buena ${n}` }),
      ),
      sift('vetoed', { title: 'Sorteo', url: 'https://eco.example/s', detail: 'No | prizes' }),
    ];
    const body = pullRequestBody({ candidates: [], report: report(outcomes), desk: desk('en') });
    const [, left = ''] = body.split('### What was left out');
    const counted = Array.from(left.split('<details>')[0]?.matchAll(/^- (\d+) /gm) ?? [], ([, n]) =>
      Number(n),
    );
    expect(counted.reduce((sum, n) => sum + n, 0)).toBe(outcomes.length - 1);
    const [, next = '', vetoed = ''] = left.split('<details>');
    expect(next).toContain('<summary>33 that were good enough and had no place</summary>');
    expect(next.match(/Buena \d+/g)?.[0]).toBe('Buena 29');
    expect(next.match(/^- .*$/gm)).toHaveLength(25);
    expect(next).toContain('- and 9 more');
    expect(vetoed).toContain(
      '- [Sorteo](<https://eco.example/s>) · Eco del Valle · No &#124; prizes',
    );
    expect(body).toContain('There is nothing new to propose.');
  });
});

describe('however much there is to say', () => {
  const long = '|`[*_'.repeat(60);
  const many = (count: number) =>
    Array.from({ length: count }, (_, n) =>
      proposal(n.toString(16).padStart(12, '0'), {
        title: `${n} ${long}`,
        url: `https://eco.example/${'a'.repeat(n % 3 === 0 ? 4000 : 300)}`,
        why: [{ signal: 'profile', points: 60, terms: Array(6).fill(long) }],
        author: long,
      }),
    );

  test.for([5, 40, 500])('the text about %i proposals fits, and says what was cut', (count) => {
    const outcomes = Array.from({ length: 60 }, (_, n) =>
      sift(n % 2 ? 'vetoed' : 'flood', { title: long, detail: long, url: 'https://eco.example/' }),
    );
    const body = pullRequestBody({
      candidates: many(count),
      report: report(outcomes),
      desk: desk(),
    });
    expect(body.length).toBeLessThanOrEqual(MAX_BODY);
    const rows = body.match(/^\| \d+ \|/gm)?.length ?? 0;
    const reported = body.match(/^`content/gm)?.length ?? 0;
    const cut = (about: string) =>
      Number(new RegExp(`No caben? aquí ${about}(\\d+)`).exec(body)?.[1] ?? 0);
    expect(rows + cut('las ')).toBe(count);
    expect(reported + cut('el detalle de ')).toBe(rows);
    expect(rows).toBeGreaterThan(4);
    if (count === 500) expect(cut('las ')).toBeGreaterThan(0);
  });
});

const files = [`${CORPORA}/hostile/xss-payloads.txt`, `${CORPORA}/hostile/naughty-strings.json`];
describe.skipIf(!files.every(existsSync))(
  `hostile strings for everything that a feed says (skipped where ${CORPORA} is not at hand)`,
  () => {
    // One by one, all of them pass through `escapeMarkdown` in its own test: here some do, together with all around them.
    const step = size({ small: 80, middle: 20, whole: 5 });
    const strings = files
      .filter((file) => existsSync(file))
      .flatMap((file) => {
        const text = readFileSync(file, 'utf8');
        return file.endsWith('.json') ? (JSON.parse(text) as string[]) : text.split('\n');
      })
      .filter((text, n) => cleanLine(text) !== '' && n % step === 0);
    const bodyWith = (text: string) =>
      pullRequestBody({
        candidates: [
          proposal('aaaaaaaaaaaa', {
            title: text,
            author: text,
            follows: 'el-riego',
            why: [
              { signal: 'profile', points: 60, terms: [text, text] },
              { signal: 'tone', points: -1, terms: [text], evidence: text },
            ],
            mentions: [{ name: text, sentence: text, hint: 'negative', words: [text] }],
          }),
        ],
        report: report([
          sift('overCap', { title: text, url: 'https://eco.example/' }),
          sift('vetoed', { title: text, detail: text }),
        ]),
        desk: desk(),
      });
    const harmless = bodyWith('agua');

    test('leave the Markdown as a harmless word does', () => {
      const shape = shapeOf(parser.parse(harmless));
      expect(shape).toContain('link https://eco.example/presa');
      expect(strings.length).toBeGreaterThan(6_000 / step);
      for (const text of strings) {
        expect(shapeOf(parser.parse(bodyWith(text))), text).toEqual(shape);
      }
    });

    test('leave the elements and links of the HTML as a harmless word does', () => {
      const tags = tagsOf(toHtml(harmless));
      expect(tags).toContain('<td>');
      for (const text of strings) {
        const html = toHtml(bodyWith(text));
        expect(tagsOf(html), text).toEqual(tags);
        expect(html.replace(/<[^>]*>/g, ''), text).not.toMatch(/@\w|(?<!&(?:amp;)?)#\d|:\/\//);
      }
    });
  },
);

/** Every node but for what is written in it: where links lead, and raw HTML with the text of its summary left out. */
function shapeOf(node: Nodes): string[] {
  const own =
    node.type === 'link'
      ? `link ${node.url}`
      : node.type === 'html'
        ? `html ${node.value.replace(/(?<= · )[^<>]*(?=<\/summary>)/, '')}`
        : node.type;
  return [own, ...('children' in node ? node.children.flatMap(shapeOf) : [])];
}

function tagsOf(html: string): string[] {
  return html.match(/<[^>]*>/g) ?? [];
}
