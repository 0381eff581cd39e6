import { describe, expect, test } from 'vitest';
import { candidateFixture, deskFixture, pickFixture } from '../model/desk/deskFixture.ts';
import { ItemLine } from '../model/desk/ledger/itemLine.ts';
import { proposedLine } from '../model/desk/ledger/proposedLine.ts';
import { remembered } from '../model/run/rememberedText.ts';
import { choose } from './choose.ts';
import type { Scored } from './scored.ts';
import { scoredTexts } from './scoredTexts.ts';
import { item, NOW } from './scoringFixture.ts';

const read = item('Lluvia', 'Llueve sobre los embalses.', {
  author: 'Ada Ríos',
  license: 'https://creativecommons.org/licenses/by/4.0/',
  categories: ['Agua', 'Embalses'],
});
const { html: _, ...text } = read;
const facts = { ...read, score: 40, audience: 'vecindario' };
const line = proposedLine(facts, { at: NOW, text: remembered(read) });
const file = { ...facts, why: [{ signal: 'base', points: 40 }], decision: '', reason: '' };
const { html, categories, text: body, address, ...header } = file;

describe('what was scored is scored again as it was', () => {
  test('from its line in the ledger, whatever came after', () => {
    const { fromLine } = scoredTexts(deskFixture({ ledger: [line] }));
    expect(fromLine(line)).toEqual(text);
    const drop = ItemLine.parse({ ...identityOf(line), event: 'drop', at: NOW });
    expect(fromLine(drop)).toEqual(text);
  });

  test('from its file, which need not repeat what its line remembers', () => {
    const { author, license, published, ...bare } = header;
    const entry = candidateFixture('lluvia', bare, '> Llueve sobre…');
    expect(scoredTexts(deskFixture({ ledger: [line] })).fromFile(entry)).toEqual(text);
    const pick = pickFixture('lluvia', identityOf(line), '> Llueve sobre…');
    const fromPick = scoredTexts(deskFixture({ ledger: [line] })).fromPick(pick);
    expect(fromPick).toMatchObject({ author, license, published, categories, text: body });
  });

  test('from its file alone, as far as that says it', () => {
    const entry = candidateFixture('lluvia', header, `> ${body}`);
    expect(scoredTexts(deskFixture()).fromFile(entry)).toEqual({ ...text, categories: [] });
  });

  test('but by what people corrected in its file', () => {
    const entry = candidateFixture('lluvia', { ...header, author: 'Eva Ríos' });
    const { fromFile } = scoredTexts(deskFixture({ ledger: [line] }));
    expect(fromFile(entry)).toEqual({ ...text, author: 'Eva Ríos' });
  });

  test('from the report of the run that did not propose it', () => {
    const scored: Scored = {
      item: read,
      score: 0,
      audience: 'vecindario',
      why: [],
      audiences: {},
      topics: [],
      suggestedTopics: [],
      veto: 'author "Ada"',
      relevance: 0,
      base: 0,
      contributions: [],
    };
    const stories = { stories: [], of: () => undefined, novelty: () => ({ left: 1 }) };
    const trust = () => ({ kept: 0, decided: 0, advantage: 0 });
    const desk = deskFixture();
    const { outcomes } = choose({ scored: [scored], stories, context: { trust } }, desk);
    const [outcome] = outcomes;
    if (outcome === undefined) throw new Error('no outcome');
    expect(scoredTexts(desk).fromOutcome(outcome, NOW)).toEqual(text);
  });
});

function identityOf({ id, source, title, url, language }: ItemLine) {
  return { id, source, title, url, language };
}
