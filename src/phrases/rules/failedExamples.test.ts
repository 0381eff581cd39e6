import { describe, expect, test } from 'vitest';
import type { Desk } from '../../model/desk/desk.ts';
import {
  audienceFixture,
  deskFixture,
  pickFixture,
  sourceFixture,
  topicFixture,
} from '../../model/desk/deskFixture.ts';
import { failedExamples } from './failedExamples.ts';

const failed = (parts: Partial<Desk>) => failedExamples(deskFixture(parts));

/** Where in the header something is wrong, and what, for one rule of a topic of a desk in Spanish and English. */
const reported = (rule: object) =>
  failed({
    topics: [topicFixture('agua', { rules: [{ effect: 'boost', ...rule }] })],
  }).map(({ at, code }) => `${at.join('.')} ${code}`);

const NOT_HIT = 'rules.0.matches.0 rule/example-not-hit';
const HIT = 'rules.0.misses.0 rule/example-hit';

describe('an example', () => {
  test.for([
    ['that it must match is hit', { phrase: 'bono', matches: ['El bono'] }, []],
    ['that it must match is not hit', { phrase: 'bono', matches: ['El abono'] }, [NOT_HIT]],
    ['that it must not match is not hit', { phrase: 'bono', misses: ['El abono'] }, []],
    ['that it must not match is hit', { phrase: 'bono', misses: ['El bono'] }, [HIT]],
    [
      'is read in its own language',
      { words: ['tenancies'], matches: ['The tenancy of a small farm ends today'] },
      [],
    ],
    [
      'is read in the language of the rule',
      { words: ['tenancies'], language: 'en', matches: ['tenancy'] },
      [],
    ],
    [
      'is read in the language that it gives',
      { words: ['tenancies'], matches: [{ text: 'tenancy', language: 'en' }] },
      [],
    ],
    [
      'that gives another language',
      { phrase: 'a', language: 'en', matches: [{ text: 'a', language: 'es' }] },
      [NOT_HIT],
    ],
    [
      'that gives no source is as the rule wants it',
      { phrase: 'a', source: 'x', matches: ['a'] },
      [],
    ],
    [
      'that gives another source',
      { phrase: 'a', source: 'x', matches: [{ text: 'a', source: 'y' }] },
      [NOT_HIT],
    ],
    ['that gives an author', { author: 'redacción', misses: [{ author: 'La Redacción' }] }, [HIT]],
    ['that gives an age', { olderThan: 30, matches: [{ age: 31 }], misses: [{ age: 30 }] }, []],
    ['that gives too low an age', { olderThan: 30, matches: [{ age: 29 }] }, [NOT_HIT]],
    [
      'without text, of a rule that asks for some',
      { phrase: 'a', source: 'x', matches: [{ source: 'x' }] },
      [NOT_HIT],
    ],
  ] as const)('%s', ([, rule, expected]) => {
    expect(reported(rule)).toEqual(expected);
  });

  test('that is hit is told by what', () => {
    const rule = { effect: 'veto', phrase: 'bono', misses: ['Un Bono'] };
    expect(failed({ audiences: [audienceFixture('v', { rules: [rule] })] })).toEqual([
      {
        path: 'audiences/v.md',
        at: ['rules', 0, 'misses', 0],
        code: 'rule/example-hit',
        values: { by: { code: 'hit/by', values: { terms: 'Bono' } } },
        severity: 'warning',
      },
    ]);
  });
});

describe('a rule is told of', () => {
  test.for([
    ['whose phrase cannot be read', { phrase: '(a|' }, ['rules.0.phrase rule/phrase-unreadable']],
    [
      'whose phrase cannot be read, though not of its examples',
      { phrase: '(a|', matches: ['a'] },
      ['rules.0.phrase rule/phrase-unreadable'],
    ],
    ['whose author cannot be read', { author: '(a|' }, ['rules.0.author rule/phrase-unreadable']],
    [
      'with a word that says nothing',
      { words: ['agua', 'para'] },
      ['rules.0.words.1 rule/word-says-nothing'],
    ],
  ] as const)('%s', ([, rule, expected]) => {
    expect(reported(rule)).toEqual(expected);
  });

  test('in the short lists, whose phrases cannot be read', () => {
    const faults = failed({
      topics: [topicFixture('t', { exclude: ['a', '(b|'] })],
      audiences: [audienceFixture('v', { avoid: ['(b|'] })],
    });
    expect(faults).toMatchObject([
      { path: 'topics/t.md', at: ['exclude', 1], code: 'rule/phrase-unreadable' },
      { path: 'audiences/v.md', at: ['avoid', 0], code: 'rule/phrase-unreadable' },
    ]);
  });

  test('of a source that asks for another source', () => {
    const rules = [
      { effect: 'veto', source: 'b', phrase: 'x', matches: [] },
      { effect: 'veto', source: 'a', phrase: 'x' },
    ];
    expect(failed({ sources: [sourceFixture('a', { rules })] })).toMatchObject([
      { at: ['rules', 0, 'source'], code: 'rule/another-source' },
    ]);
  });
});

describe('a term of a topic', () => {
  const topic = topicFixture('agua', {
    terms: { es: ['embalse', { term: 'agua', weight: 2 }, 'agua potable'], en: ['agua'] },
  });
  const picks = (count: number, withTerm: number) =>
    Array.from({ length: count }, (_, index) =>
      pickFixture(`p${index}`, { title: 'x' }, index < withTerm ? 'Las aguas' : 'Otra cosa'),
    );
  test.for([
    ['in 16 of 50 texts is too common', 50, 16, ['terms.es.1']],
    ['in 15 of 50 texts is not', 50, 15, []],
    ['in all of 49 texts is not told of yet', 49, 49, []],
  ] as const)('%s', ([, texts, withTerm, expected]) => {
    const faults = failed({ topics: [topic], picks: picks(texts, withTerm) });
    expect(faults.map(({ at }) => at.join('.'))).toEqual(expected);
  });
  test('is told with its share', () => {
    expect(failed({ topics: [topic], picks: picks(60, 30) })[0]).toMatchObject({
      code: 'topic/term-too-common',
      severity: 'hint',
      values: { term: 'agua', percent: 50, language: 'es' },
    });
  });
});
