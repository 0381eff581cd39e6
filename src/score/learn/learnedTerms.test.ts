import { expect, test } from 'vitest';
import { ledgerOf } from '../../model/desk/ledger/ledger.ts';
import { deskWith, type HistoryItem } from './historyFixture.ts';
import { learningReport } from './learningReport.ts';

const kept: HistoryItem[] = [
  ['La ordenanza del pozo', 'Las ordenanzas dicen quién riega, y las vecinas las leen.'],
  ['Ordenanzas para copiar', 'Un pueblo publica sus ordenanzas y las explica.'],
  ['Otra ordenanza más', 'Las ordenanzas del valle caben en un folio.'],
  ['Bylaws worth copying', 'A village prints its bylaws on a single sheet.'],
  ['Bylaws, again', 'The bylaws of a valley, read aloud.'],
  ['What bylaws leave out', 'Nobody reads bylaws that leave out the price.'],
].map(([title = '', text = ''], at) => ({
  title,
  text,
  kept: true,
  day: 2 + at,
  language: at < 3 ? 'es' : 'en',
}));
const dropped: HistoryItem[] = [
  ['Sorteo de entradas', 'Participa en el sorteo y gana dos entradas.'],
  ['Gran sorteo de primavera', 'Los sorteos vuelven a la plaza.'],
  ['Bases del sorteo', 'Sorteo ante notario, con bases en la web.'],
  ['A raffle for readers', 'The raffle closes on Friday night.'],
  ['Raffle winners', 'Here are the raffle winners of the year.'],
  ['One more raffle', 'Another raffle, another prize to win.'],
].map(([title = '', text = ''], at) => ({
  title,
  text,
  kept: false,
  day: 10 + at,
  language: at < 3 ? 'es' : 'en',
}));

test('the word of what was kept speaks for, the word of what was dropped against, in both languages', () => {
  const [all] = learningReport(deskWith([...kept, ...dropped])).terms;
  expect(all?.towards.map(({ word }) => word)).toEqual(
    expect.arrayContaining(['ordenanzas', 'bylaws']),
  );
  expect(all?.against.map(({ word }) => word)).toEqual(
    expect.arrayContaining(['sorteo', 'raffle']),
  );
});

test('a word stands in the form that most texts have, with the texts that hold it in any form', () => {
  const [all] = learningReport(deskWith([...kept, ...dropped])).terms;
  expect(all?.towards.find(({ word }) => word.startsWith('ordenanza'))).toMatchObject({
    word: 'ordenanzas',
    kept: 3,
    dropped: 0,
  });
  expect(all?.against.find(({ word }) => word.startsWith('sorteo'))).toMatchObject({
    word: 'sorteo',
    kept: 0,
    dropped: 3,
  });
});

test('a word of one text alone, a number and a word that both sides have alike are left out', () => {
  const both = [...kept, ...dropped].map((one) => ({
    ...one,
    text: `${one.text} Valdenoria 2026`,
  }));
  const [all] = learningReport(deskWith(both)).terms;
  const words = [...(all?.towards ?? []), ...(all?.against ?? [])].map(({ word }) => word);
  expect(words.length).toBeGreaterThan(3);
  for (const word of ['folio', 'notario', '2026', 'valdenoria']) expect(words).not.toContain(word);
});

test('an audience has words of its own once it has decisions enough on both sides', () => {
  const own = [...kept, ...dropped].map((one, at) => ({
    ...one,
    audience: at < 1 ? 'prensa' : 'vecindario',
  }));
  const { terms } = learningReport(deskWith(own));
  expect(terms.map(({ audience, kept, dropped }) => [audience, kept, dropped])).toEqual([
    [undefined, 6, 6],
    ['vecindario', 5, 6],
    ['prensa', 1, 0],
  ]);
  expect(terms[1]?.towards.length).toBeGreaterThan(0);
  expect(terms[2]?.towards).toEqual([]);
});

test('the order of ledger lines changes nothing', () => {
  const desk = deskWith([...kept, ...dropped]);
  const turned = { ...desk, ledger: ledgerOf(desk.ledger.items.toReversed()) };
  expect(learningReport(turned)).toEqual(learningReport(desk));
});
