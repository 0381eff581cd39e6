import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { formatWorkedExample } from '../support/formatWorkedExample.ts';
import { type Judgement, type WorkedExample, workedExample } from '../support/workedExample.ts';

const DOCS = fileURLToPath(new URL('../../docs/score.md', import.meta.url));
const [BEGIN, END] = ['<!-- worked example: begin -->', '<!-- worked example: end -->'];

let example: WorkedExample;
beforeAll(async () => {
  example = await workedExample();
});

const points = ({ why }: Judgement, signal: string) =>
  why.find((reason) => reason.signal === signal)?.points ?? 0;
const total = ({ why }: Judgement) => why.reduce((sum, reason) => sum + reason.points, 0);

describe('one decision on the sample desk', () => {
  test('moves the score of the next day’s item over the threshold', () => {
    const { with: after, without: before, threshold } = example;
    expect([before.outcome, after.outcome]).toEqual(['belowThreshold', 'proposed']);
    expect(after.score).toBeGreaterThanOrEqual(before.score + 8);
    expect([before.score < threshold, after.score >= threshold]).toEqual([true, true]);
  });

  test('does so by what was learned from it and by the source’s record, and says so', () => {
    const { with: after, without: before } = example;
    expect(points(after, 'learned')).toBeGreaterThan(points(before, 'learned'));
    expect(points(after, 'trust')).toBeGreaterThan(points(before, 'trust'));
    const evidence = ({ why }: Judgement) => why.find(({ signal }) => signal === 'trust')?.evidence;
    // A record of two in five moves no whole point, and then is no reason.
    expect(['2/5', undefined]).toContain(evidence(before));
    expect(evidence(after)).toBe('3/6');
  });

  test('leaves reasons that add up to the score', () => {
    const { candidate } = example;
    for (const judged of [example.with, example.without]) expect(total(judged)).toBe(judged.score);
    expect(candidate.data.why.reduce((sum, one) => sum + one.points, 0)).toBe(candidate.data.score);
  });
});

// `CRIBA_UPDATE_DOCS=1` writes what it finds instead.
test('docs/score.md tells the worked example as it is', () => {
  expect(existsSync(DOCS)).toBe(true);
  const docs = readFileSync(DOCS, 'utf8');
  const [before, , after] = docs.split(new RegExp(`(?<=${BEGIN}\\n)([\\s\\S]*)(?=${END})`));
  expect([before?.endsWith(`${BEGIN}\n`), after?.startsWith(END)]).toEqual([true, true]);
  const reported = `${before}\n${formatWorkedExample(example)}\n\n${after}`;
  if (process.env.CRIBA_UPDATE_DOCS) writeFileSync(DOCS, reported);
  else expect(docs).toBe(reported);
});
