import { expect, test } from 'vitest';
import { Candidate } from './candidate.ts';
import { LEFT_BEHIND, PickEntry } from './pick.ts';

test('a pick has the keys of a candidate and its own, in the order in which they are written', () => {
  expect(Object.keys(PickEntry.shape).join(' ')).toBe(
    'id title url source author language published harvested kept keptBy publish review expires lead topics ' +
      'audience story follows alsoIn score why license image comments audiences suggestedTopics exploration ' +
      'keyphrases mentions decision reason',
  );
});

test('every key of a candidate is kept or left behind', () => {
  expect(Object.keys(PickEntry.shape)).toEqual(
    expect.arrayContaining(Object.keys(Candidate.shape)),
  );
  expect(LEFT_BEHIND).toContain('decision');
  expect(LEFT_BEHIND).not.toContain('why');
});

test('a pick needs a title and an address, and says nothing of what a person left out', () => {
  const pick = { title: 'Rain', url: 'https://water.example/rain' };
  expect(PickEntry.parse(pick)).toEqual({ ...pick, topics: [], alsoIn: [] });
  expect(PickEntry.parse(pick)).not.toHaveProperty('decision');
  expect(PickEntry.safeParse({ title: 'Rain' }).success).toBe(false);
});
