import { describe, expect, test } from 'vitest';
import { Audience } from '../model/desk/audience.ts';
import { Candidate } from '../model/desk/candidate.ts';
import type { Desk, Entry } from '../model/desk/desk.ts';
import { entryFixture } from '../model/desk/deskFixture.ts';
import { ItemLine } from '../model/desk/ledger/itemLine.ts';
import { ledgerOf } from '../model/desk/ledger/ledger.ts';
import { NameRules } from '../model/desk/nameRules.ts';
import type { Instant } from '../model/desk/time.ts';
import { rescore } from './rescore.ts';
import { desk, NOW } from './scoringFixture.ts';

const HARVEST = '2026-11-18T06:00:00Z' as Instant;
const TEXT = 'Sin lluvia desde junio, el embalse guarda agua potable para dos meses.';

function proposed(id: string, title: string, text = TEXT, at = HARVEST) {
  const facts = { id, title, url: `https://a.example/${id}`, source: 'a', language: 'es' };
  const data = Candidate.parse({
    ...facts,
    published: '2026-11-17T06:00:00Z',
    harvested: at,
    audience: 'press',
    score: 50,
    why: [{ signal: 'base', points: 50 }],
    audiences: { press: 50 },
  });
  return {
    file: entryFixture(`candidates/${id}.md`, data, `> ${text}`),
    line: ItemLine.parse({ ...facts, at, event: 'proposed', text, hash: 'as proposed' }),
  };
}

const one = proposed('00000000000a', 'La sequía vacía el embalse');
const two = proposed(
  '00000000000b',
  'La vivienda y el alquiler',
  'Sube el alquiler de la vivienda.',
);
const both: Desk = {
  ...desk,
  candidates: [one.file, two.file],
  ledger: ledgerOf([one.line, two.line]),
};
const all = ({ candidates }: Desk) => new Set(candidates);

/** The desk after what a rescoring wants is done. */
function applied(before: Desk, { changes, lines }: ReturnType<typeof rescore>): Desk {
  const sets = new Map(
    changes.flatMap((change) => (change.do === 'edit' ? [[change.id, change] as const] : [])),
  );
  const candidates = before.candidates.map((file): Entry<Candidate> => {
    const data: Record<string, unknown> = { ...file.data, ...sets.get(file.data.id)?.set };
    for (const key of sets.get(file.data.id)?.remove ?? []) delete data[key];
    return { ...file, data: Candidate.parse(data) };
  });
  return { ...before, candidates, ledger: ledgerOf([...before.ledger.items, ...lines]) };
}

describe('scored again', () => {
  test('a candidate gets a new score, reasons that add up to it, and a line of its own', () => {
    const { rescored, changes, lines } = rescore(both, all(both), { now: NOW });
    expect(rescored.map(({ changed }) => changed)).toEqual([true, true]);
    const [change] = changes;
    const set = change?.do === 'edit' ? change.set : {};
    const { score, why } = Candidate.pick({ score: true, why: true }).parse({
      score: set.score,
      why: set.why,
    });
    expect(score).not.toBe(50);
    expect(why.reduce((sum, { points }) => sum + points, 0)).toBe(score);
    expect(lines).toMatchObject([
      { at: NOW, event: 'proposed', id: one.line.id, score, text: TEXT },
      { at: NOW, event: 'proposed', id: two.line.id },
    ]);
  });

  test('a second time changes nothing', () => {
    const after = applied(both, rescore(both, all(both), { now: NOW }));
    const again = rescore(after, all(after), { now: '2026-12-21T09:00:00Z' as Instant });
    expect(again).toMatchObject({ changes: [], lines: [] });
    expect(again.rescored.map(({ changed }) => changed)).toEqual([false, false]);
  });

  test('what was decided, published and proposed since has no part in it', () => {
    const later = proposed('00000000000c', 'Otra sequía', TEXT, '2026-11-19T06:00:00Z' as Instant);
    const decision = ItemLine.parse({
      ...two.line,
      event: 'drop',
      at: '2026-11-20T06:00:00Z',
      text: undefined,
      hash: undefined,
    });
    const pick = entryFixture('picks/2026/11/p.md', { ...one.file.data, kept: NOW });
    const since: Desk = {
      ...both,
      candidates: [one.file, later.file],
      picks: [{ ...pick, data: { ...pick.data, id: '00000000000d' } } as Desk['picks'][number]],
      ledger: ledgerOf([...both.ledger.items, later.line, decision]),
    };
    const [before] = rescore(both, new Set([one.file]), { now: NOW }).changes;
    const [after] = rescore(since, new Set([one.file]), { now: NOW }).changes;
    expect(after).toEqual(before);
  });

  test('the order of files and lines changes nothing', () => {
    const turned = {
      ...both,
      candidates: [...both.candidates].reverse(),
      ledger: ledgerOf(both.ledger.items.toReversed()),
    };
    expect(rescore(turned, all(turned), { now: NOW })).toEqual(
      rescore(both, all(both), { now: NOW }),
    );
  });

  test('what a person touched is not looked at', () => {
    const { rescored } = rescore(both, new Set([two.file]), { now: NOW });
    expect(rescored.map(({ entry: { name } }) => name)).toEqual([two.file.name]);
  });

  test('a rule that came since moves it by name', () => {
    const known = applied(both, rescore(both, all(both), { now: NOW }));
    const boost = { effect: 'boost', name: 'Pantanos', words: ['embalse'] };
    const ruled = withRules(known, [boost]);
    const [first] = rescore(ruled, all(ruled), { now: NOW }).rescored;
    expect(first?.score).toBeGreaterThan(known.candidates[0]?.data.score ?? 100);
    expect(first?.pointChanges[0]).toMatchObject({ signal: 'rule', evidence: 'Pantanos' });
  });
});

describe('a candidate that would no longer be proposed', () => {
  test('is named with its veto, and stays', () => {
    const ruled = withRules(both, [{ effect: 'veto', name: 'Nada de agua', words: ['embalse'] }]);
    const { rescored, changes } = rescore(ruled, all(ruled), { now: NOW });
    expect(rescored[0]).toMatchObject({ now: 'vetoed', veto: 'Nada de agua' });
    expect(changes.every((change) => change.do === 'edit')).toBe(true);
  });

  test('is named where it is under the threshold', () => {
    const strict = { ...both, settings: { ...both.settings, threshold: 100 } };
    const { rescored } = rescore(strict, all(strict), { now: NOW });
    expect(rescored.map(({ now }) => now)).toEqual(['belowThreshold', 'belowThreshold']);
  });

  test('stays as it is where nobody reads its language any more', () => {
    const audiences = desk.audiences.map((one) => ({
      ...one,
      data: { ...one.data, languages: ['en'] },
    }));
    const { rescored, changes } = rescore({ ...both, audiences }, all(both), { now: NOW });
    expect(rescored.map(({ now, score }) => [now, score])).toEqual([
      ['otherLanguage', 50],
      ['otherLanguage', 50],
    ]);
    expect(changes).toEqual([]);
  });
});

test('a mention that stood beyond what the ledger remembers of the text stays', () => {
  const long = proposed('00000000000e', 'El embalse', `${TEXT} `.repeat(40).slice(0, 1_200));
  const mention = { name: 'Aguas del Valle', sentence: 'Lo dijo Aguas del Valle.' };
  const file = { ...long.file, data: { ...long.file.data, mentions: [mention] } };
  const whole = { ...desk, candidates: [file], ledger: ledgerOf([long.line]) };
  const names = NameRules.parse({ names: [{ name: 'Aguas del Valle' }] });
  const watching = { ...whole, rules: { ...desk.rules, names } };
  const setOf = (given: Desk) => {
    const [change] = rescore(given, all(given), { now: NOW }).changes;
    return change?.do === 'edit' ? change : undefined;
  };
  expect(setOf(watching)?.set.mentions).toEqual([mention]);
  expect(setOf(whole)?.remove).toContain('mentions');
});

function withRules(given: Desk, rules: object[]): Desk {
  return {
    ...given,
    audiences: given.audiences.map((one) => ({
      ...one,
      data: Audience.parse({ ...one.data, rules }),
    })),
  };
}
