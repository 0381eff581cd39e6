import { describe, expect, test } from 'vitest';
import { formatExplanation } from '../../cli/report/explanationReport.ts';
import { commandWords } from '../../i18n/commandWords.ts';
import { Audience } from '../../model/desk/audience.ts';
import type { Desk } from '../../model/desk/desk.ts';
import { candidateFixture } from '../../model/desk/deskFixture.ts';
import { ItemLine } from '../../model/desk/ledger/itemLine.ts';
import { ledgerOf } from '../../model/desk/ledger/ledger.ts';
import type { Instant } from '../../model/desk/time.ts';
import type { Item } from '../../model/run/item.ts';
import type { ItemOutcome } from '../../model/run/runReport.ts';
import { score } from '../score.ts';
import { desk, item, NOW } from '../scoringFixture.ts';
import { explain } from './explain.ts';
import type { CounterfactualChange } from './explanation.ts';
import { findItem } from './findItem.ts';
import { placement } from './placement.ts';
import { runRuleHits } from './runRuleHits.ts';

const drought = item(
  'La sequía vacía el embalse',
  'Sin lluvia, el embalse guarda agua potable para dos meses.',
);
const explained = (one: Item, on: Desk, now = NOW) =>
  explain({ place: 'report', item: one, recorded: {} }, on, { now });
const kinds = (list: readonly { if: CounterfactualChange }[]) => list.map((one) => one.if.kind);
const withThreshold = (threshold: number, on = desk): Desk => ({
  ...on,
  settings: { ...on.settings, threshold },
});
const withRules = (rules: object[], on = desk): Desk => ({
  ...on,
  audiences: on.audiences.map((one) => ({
    ...one,
    data: Audience.parse({ ...one.data, rules }),
  })),
});
const scoreOn = (one: Item, on: Desk, now = NOW) => score([one], on, { now }).scored[0]?.score ?? 0;

/** Decisions on items of two sources: all of `a` kept, all of `b` dropped. */
function decisions(count = 12): ItemLine[] {
  return Array.from({ length: count }, (_, n) => {
    const kept = n % 2 === 0;
    const facts = {
      id: (0xd0 + n).toString(16).padStart(12, '0'),
      source: kept ? 'a' : 'b',
      title: kept ? `El embalse número ${n}` : `La orquesta número ${n}`,
      url: `https://a.example/d${n}`,
      language: 'es',
    };
    const at = '2026-10-01T09:00:00Z';
    const text = kept ? 'La sequía y el agua potable.' : 'Baile y fuegos en la plaza.';
    return [
      ItemLine.parse({ ...facts, at, event: 'proposed', text }),
      ItemLine.parse({
        ...facts,
        at: '2026-10-02T09:00:00Z',
        event: kept ? 'keep' : 'drop',
        by: 'Inés',
        reason: kept ? 'nos toca' : 'fuera de tema',
      }),
    ];
  }).flat();
}

describe('the accounts', () => {
  test('give every audience that reads the language, and add up to its score', () => {
    const { audiences, score: best } = explained(drought, {
      ...desk,
      ledger: ledgerOf(decisions()),
    });
    expect(audiences.map(({ audience }) => audience).sort()).toEqual(['press', 'residents']);
    for (const { score: sum, parts } of audiences)
      expect(parts.reduce((total, { points }) => total + points, 0)).toBe(sum);
    expect(audiences[0]?.score).toBe(best);
  });

  test('name the words behind what was learned, for and against', () => {
    const mixed = item('El embalse y la orquesta', 'Sequía, agua potable, baile y fuegos.');
    const { audiences } = explained(mixed, { ...desk, ledger: ledgerOf(decisions()) });
    const learned = audiences[0]?.parts.find(({ signal }) => signal === 'learned');
    expect(learned?.for?.map(({ word }) => word)).toContain('embalse');
    expect(learned?.against?.map(({ word }) => word)).toContain('orquesta');
    expect(learned?.for?.every(({ points }) => points > 0)).toBe(true);
  });
});

describe('what alone would change it', () => {
  test('is true: scored under each supposition, it is on the other side', () => {
    const strict = withThreshold(scoreOn(drought, desk) + 5);
    const [first] = explained(drought, strict).whatIfs;
    expect(first?.if).toEqual({
      kind: 'threshold',
      from: strict.settings.threshold,
      to: strict.settings.threshold - 5,
    });
    expect(first?.proposed).toBe(true);
  });

  test('the fewest days younger that do', () => {
    const now = '2026-12-09T09:00:00Z' as Instant;
    const fresh = scoreOn(drought, desk);
    const strict = withThreshold(fresh - 2);
    const younger = explained(drought, strict, now).whatIfs.find(
      (one) => one.if.kind === 'younger',
    );
    const days = younger?.if.kind === 'younger' ? younger.if.days : 0;
    const published = (more: number) =>
      new Date(Date.parse(NOW) + more * 86_400_000).toISOString() as Instant;
    const younger2 = (more: number) =>
      scoreOn({ ...drought, published: published(more) }, strict, now);
    expect(younger2(days)).toBeGreaterThanOrEqual(fresh - 2);
    expect(younger2(days - 1)).toBeLessThan(fresh - 2);
    expect(younger?.score).toBe(younger2(days));
  });

  test('a veto that is not there, before all else', () => {
    const vetoed = withRules([{ effect: 'veto', name: 'Nada de embalses', words: ['embalse'] }]);
    const quiet = withThreshold(1, { ...vetoed, audiences: vetoed.audiences.slice(0, 1) });
    const { veto, whatIfs } = explained(drought, quiet);
    expect(veto).toBe('Nada de embalses');
    expect(whatIfs[0]).toMatchObject({ if: { kind: 'veto', name: veto }, proposed: true });
  });

  test('nothing is said where it takes two things at once', () => {
    const vetoed = withRules([
      { effect: 'veto', words: ['embalse'] },
      { effect: 'veto', words: ['sequía'] },
    ]);
    expect(explained(drought, withThreshold(1, vetoed)).whatIfs).toEqual([]);
  });

  test('a penalty that is not there', () => {
    const harsh = withRules([
      { effect: 'penalty', strength: 3, name: 'Menos agua', words: ['embalse'] },
    ]);
    const strict = withThreshold(scoreOn(drought, desk), harsh);
    expect(explained(drought, strict).whatIfs).toContainEqual({
      if: expect.objectContaining({ kind: 'rule', name: 'Menos agua' }),
      score: scoreOn(drought, desk),
      proposed: true,
    });
  });

  test('a source that is trusted as the best one is, where it is trusted less', () => {
    const on = { ...desk, ledger: ledgerOf(decisions()) };
    const fromB = { ...drought, source: 'b' };
    const asA = scoreOn({ ...drought, source: 'a' }, on);
    expect(scoreOn(fromB, on)).toBeLessThan(asA);
    const { whatIfs } = explained(fromB, withThreshold(asA, on));
    expect(whatIfs).toContainEqual({
      if: { kind: 'trust', like: 'a' },
      score: asA,
      proposed: true,
    });
  });

  test('an audience that read its language, where none does', () => {
    const galician = { ...drought, language: 'gl' };
    const whatIfs = explained(galician, withThreshold(1)).whatIfs;
    expect(kinds(whatIfs)).toEqual(['reads', 'reads']);
  });

  test('for what is good enough: what would keep it out, at most four', () => {
    const { whatIfs, score: points } = explained(drought, withThreshold(2));
    expect(whatIfs.length).toBeLessThanOrEqual(4);
    expect(whatIfs.every(({ proposed }) => !proposed)).toBe(true);
    expect(whatIfs).toContainEqual({
      if: { kind: 'threshold', from: 2, to: points + 1 },
      score: points,
      proposed: false,
    });
  });
});

describe('places of a run', () => {
  const outcomeOf = (
    id: string,
    points: number,
    outcome: ItemOutcome['outcome'],
    source = 'a',
  ): ItemOutcome => ({
    id: id.padStart(12, '0'),
    title: `Nota ${id}`,
    url: `https://a.example/${id}`,
    source,
    outcome,
    score: points,
    audience: 'press',
    language: 'es',
  });
  const small = (more: object): Desk => ({
    ...desk,
    settings: { ...desk.settings, exploration: 0, threshold: 30, ...more } as Desk['settings'],
  });

  test('as many more as it would have taken', () => {
    const report = {
      now: NOW,
      outcomes: [
        outcomeOf('1', 90, 'proposed'),
        outcomeOf('2', 80, 'overBudget'),
        outcomeOf('3', 70, 'overBudget'),
      ],
    };
    expect(placement('3'.padStart(12, '0'), report, small({ budget: 1 }))).toEqual([
      { if: { kind: 'budget', from: 1, to: 3 }, score: 70, proposed: true },
    ]);
  });

  test('of its source', () => {
    const report = {
      now: NOW,
      outcomes: [outcomeOf('1', 90, 'proposed'), outcomeOf('2', 80, 'overCap')],
    };
    expect(placement('2'.padStart(12, '0'), report, small({ capPerSource: 1 }))).toEqual([
      { if: { kind: 'cap', from: 1, to: 2 }, score: 80, proposed: true },
    ]);
  });

  test('are not promised where the choice would be another today', () => {
    const report = { now: NOW, outcomes: [outcomeOf('2', 80, 'overBudget')] };
    expect(placement('2'.padStart(12, '0'), report, small({ budget: 1 }))).toEqual([]);
  });
});

describe('decisions on texts like it', () => {
  test('are the likest first, with who decided and why; copies of one text once', () => {
    const { alike } = explained(drought, { ...desk, ledger: ledgerOf(decisions()) });
    expect(alike[0]).toMatchObject({ kept: true, source: 'a', by: 'Inés', reason: 'nos toca' });
    expect(alike.map(({ likeness }) => likeness)).toEqual(
      alike.map(({ likeness }) => likeness).toSorted((a, b) => b - a),
    );
    expect(alike.length).toBeLessThanOrEqual(5);
  });

  test('do not hold the one that is asked about', () => {
    const ledger = decisions();
    const own = { ...drought, id: ledger[0]?.id ?? '' };
    const { alike } = explained(own, { ...desk, ledger: ledgerOf(ledger) });
    expect(alike.map(({ id }) => id)).not.toContain(own.id);
  });
});

describe('what is asked about', () => {
  const ledger = decisions(2);
  const on = { ...desk, ledger: ledgerOf(ledger) };
  const find = (which: string, from = on) => findItem(which, from);

  test('is found by its id and by its address in any spelling, with what was decided', () => {
    for (const which of [ledger[0]?.id ?? '', 'http://www.a.example/d0/?utm_source=x'])
      expect(find(which)).toMatchObject({
        place: 'ledger',
        recorded: { event: 'keep', by: 'Inés', reason: 'nos toca' },
        decidedSince: '2026-10-01T09:00:00Z',
      });
  });

  test('is found by the path that it had in the folder of a month', () => {
    const candidates = [candidateFixture('d9')];
    for (const which of ['content/candidates/d9.md', 'content/candidates/2026/11/d9.md'])
      expect(find(which, { ...on, candidates })).toMatchObject({
        place: 'candidate',
        file: 'candidates/d9.md',
      });
    expect(find('content/candidates/2026/11/d8.md', { ...on, candidates }).item).toBeUndefined();
  });

  test('is judged without its own decision once it is decided', () => {
    const subject = find(ledger[0]?.id ?? '');
    if (subject.item === undefined) throw new Error('not found');
    expect(explain(subject, on, { now: NOW }).judgedBy).toEqual({
      now: '2026-10-01T09:00:00Z',
      decisions: 0,
      texts: 2,
    });
  });

  test('is not found, and what was meant may be', () => {
    const slip = `${ledger[0]?.id.slice(0, -1)}f`;
    expect(find(slip)).toMatchObject({
      suggestions: [{ title: expect.any(String) }, expect.anything()],
    });
    expect(find('orquesta')).toEqual({
      suggestions: [{ id: ledger[2]?.id, title: ledger[2]?.title }],
    });
    expect(find('zzz')).toEqual({ suggestions: [] });
  });
});

test('in words: what a curator reads says points, words, what would change it and what was decided', () => {
  const on = withThreshold(99, { ...desk, ledger: ledgerOf(decisions()) });
  const text = formatExplanation(explained(drought, on), {
    timeZone: 'UTC',
    titleOf: () => undefined,
    form: 'npm',
    speech: commandWords('en'),
  });
  expect(text).toMatch(/it scores \d+ of 100, for \w+; from 99 on a text may be proposed\./);
  expect(text).toMatch(/\+\d+ {2}\(\+[\d.]+\) +Speaks of /);
  expect(text).toMatch(/It would be proposed if the threshold were \d+ instead of 99/);
  expect(text).toMatch(/\d+ % {2}kept .+\n +a, 2 October 2026 by Inés: “nos toca”/);
});

test('rules by their hits, the idle ones said to be so', () => {
  const on = withRules(
    [
      { effect: 'boost', name: 'Trenes', words: ['tren'] },
      { effect: 'boost', name: 'Pantanos', words: ['embalse'] },
    ],
    { ...desk, ledger: ledgerOf(decisions(4)), topics: [], audiences: desk.audiences.slice(1) },
  );
  const { rules, items, run } = runRuleHits(on, undefined, NOW);
  expect([items, run]).toEqual([4, undefined]);
  expect(rules.map(({ name, hits }) => [name, hits])).toEqual([
    ['Pantanos', 2],
    ['Trenes', 0],
  ]);
});
