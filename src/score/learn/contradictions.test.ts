import { describe, expect, test } from 'vitest';
import { deskWith, type HistoryItem, idOf } from './historyFixture.ts';
import { learningReport } from './learningReport.ts';

const LOCK =
  'La comisión de aguas aprueba turnos de riego en Fuentelirio: tres noches por acequia, con guarda y candado, hasta que el caudal suba en otoño y los hortelanos revisen el reparto.';
const lock = (more: Partial<HistoryItem>): HistoryItem => ({
  title: 'Turnos de riego y candado en Fuentelirio',
  text: LOCK,
  day: 3,
  ...more,
});
const others: HistoryItem[] = [
  ['Pan de la abuela', 'Un horno de leña reabre con harina de la comarca y cola los sábados.'],
  ['Two libraries swap keys', 'Readers may now borrow in either town, and return in both.'],
  ['Autobús nocturno', 'La línea nocturna estrena parada junto al hospital viejo.'],
].map(([title = '', text = ''], at) => ({ title, text, day: 5 + at, kept: at === 1 }));
const found = (history: HistoryItem[]) =>
  learningReport(deskWith([...history, ...others])).contradictions;

test('one text that was kept and dropped is a contradiction, given in the order of time with who and why', () => {
  const [only, ...rest] = found([
    lock({ kept: false, by: 'Ana', reason: 'fuera de tema' }),
    lock({ kept: true, day: 4, by: 'Bea', source: 'mar' }),
  ]);
  expect(rest).toEqual([]);
  expect(only).toMatchObject({
    kind: 'copy',
    items: [
      { id: idOf(0), kept: false, by: 'Ana', reason: 'fuera de tema', source: 'rios' },
      { id: idOf(1), kept: true, by: 'Bea', at: '2026-11-04T09:00:00Z', source: 'mar' },
    ],
  });
});

describe('a drop that is no change of mind', () => {
  test.for([
    ['its reason says that it was a copy', { reason: 'duplicada de la del lunes' }, 'duplicate'],
    ['its reason says so in English', { reason: 'we had this, repeated' }, 'duplicate'],
    ['it came after, and nobody said why', {}, 'duplicate'],
    ['it came after, for others', { audience: 'prensa' }, 'copy'],
    ['its reason says something else', { reason: 'nota de prensa' }, 'copy'],
  ] as const)('%s: %o is %s', ([, more, kind]) => {
    const history = [lock({ kept: true }), lock({ kept: false, day: 4, ...more })];
    expect(found(history).map((one) => one.kind)).toEqual([kind]);
  });
});

test.for([
  ['decided alike', lock({ kept: true, day: 4 })],
  ['undecided', lock({ day: 4 })],
  ['of another text', { title: 'Nieve', text: 'Nevó dos días en la sierra.', day: 4, kept: false }],
] as const)('what is %s contradicts nothing', ([, other]) => {
  expect(found([lock({ kept: true }), other])).toEqual([]);
});

test('two texts that share much, and are no copies, are shown as alike with how much', () => {
  const [only] = found([
    lock({ kept: true }),
    lock({
      kept: false,
      day: 4,
      title: 'Turnos de riego, candado y guarda',
      text: 'Acequia por acequia, Fuentelirio prueba turnos de riego: el guarda abre el candado de noche. La alcaldesa calcula el ahorro, un ingeniero jubilado discute las cuentas y la escuela mide el lodo del fondo.',
    }),
  ]);
  expect(only?.kind).toBe('alike');
  expect(only?.likeness).toBeGreaterThan(0.5);
  expect(only?.likeness).toBeLessThan(0.95);
});

test('the notices of two days are two things', () => {
  const notice = (day: number, kept: boolean): HistoryItem => ({
    title: `Pleno del ${day} de marzo`,
    day: 3,
    kept,
    text: `El pleno del ${day} de marzo trata de turnos de riego, acequias, guardas y candados en Fuentelirio.`,
  });
  expect(found([notice(3, true), notice(17, false)])).toEqual([]);
});
