import { describe, expect, test } from 'vitest';
import { type Reason, SIGNALS } from '../model/desk/why.ts';
import { reasonSentence, signedPoints } from './reason.ts';
import { words } from './words.ts';

const water = ['agua', 'recibo'];
const TABLE: [Reason, string, string][] = [
  [
    { signal: 'base', points: 8 },
    'Punto de partida de todo lo que llega.',
    'Where everything that arrives begins.',
  ],
  [
    { signal: 'profile', points: 40, terms: water },
    'Habla de «agua» y «recibo».',
    'Speaks of “agua” and “recibo”.',
  ],
  [
    { signal: 'profile', points: 0 },
    'No usa las palabras de nuestros temas.',
    'Does not use the words of our topics.',
  ],
  [
    { signal: 'semantic', points: 5, terms: water },
    'Se parece a los textos de nuestros temas, por «agua» y «recibo».',
    'Reads like texts on our topics, for “agua” and “recibo”.',
  ],
  [
    { signal: 'semantic', points: 5 },
    'Se parece a los textos de nuestros temas.',
    'Reads like texts on our topics.',
  ],
  [
    { signal: 'semantic', points: -5, terms: ['fútbol'] },
    'Se aleja de los textos de nuestros temas, por «fútbol».',
    'Reads unlike texts on our topics, for “fútbol”.',
  ],
  [
    { signal: 'semantic', points: -5, terms: [] },
    'Se aleja de los textos de nuestros temas.',
    'Reads unlike texts on our topics.',
  ],
  [
    { signal: 'learned', points: 9, terms: water, evidence: '1430' },
    'Palabras como las que solemos guardar: «agua» y «recibo». Lo enseñan 1430 decisiones.',
    'Words like those that we tend to keep: “agua” and “recibo”. Learned from 1,430 decisions.',
  ],
  [
    { signal: 'learned', points: 9, evidence: '1' },
    'Se parece a lo que solemos guardar. Lo enseña 1 decisión.',
    'Reads like what we tend to keep. Learned from 1 decision.',
  ],
  [
    { signal: 'learned', points: -9, terms: ['sorteo'] },
    'Palabras como las que solemos descartar: «sorteo».',
    'Words like those that we tend to drop: “sorteo”.',
  ],
  [
    { signal: 'learned', points: -9, evidence: 'many' },
    'Se parece a lo que solemos descartar.',
    'Reads like what we tend to drop.',
  ],
  [
    { signal: 'trust', points: 5, evidence: '12/15' },
    'Guardamos 12 de 15 piezas de esta fuente.',
    'We kept 12 of 15 items from this source.',
  ],
  [
    { signal: 'trust', points: 0, evidence: '0/0' },
    'De esta fuente no hemos decidido nada todavía.',
    'We have decided nothing from this source yet.',
  ],
  [
    { signal: 'trust', points: 0 },
    'De esta fuente no hemos decidido nada todavía.',
    'We have decided nothing from this source yet.',
  ],
  [
    { signal: 'freshness', points: -2, evidence: '4' },
    'Llegó 4 días después de publicarse.',
    'Arrived 4 days after it was published.',
  ],
  [
    { signal: 'freshness', points: 0, evidence: '0' },
    'Llegó el mismo día en que se publicó.',
    'Arrived on the day it was published.',
  ],
  [
    { signal: 'freshness', points: -9 },
    'No se sabe cuándo se publicó.',
    'Nobody knows when it was published.',
  ],
  [
    { signal: 'novelty', points: -6, evidence: 'a-pick-0a1b2c' },
    'Se parece a algo que ya guardamos: «Un recibo más claro».',
    'Resembles something that we already kept: “Un recibo más claro”.',
  ],
  [
    { signal: 'novelty', points: -6, evidence: 'withdrawn-0a1b2c' },
    'Se parece a algo que ya guardamos.',
    'Resembles something that we already kept.',
  ],
  [
    { signal: 'novelty', points: 6 },
    'No se parece a nada que hayamos guardado hace poco.',
    'Resembles nothing that we kept lately.',
  ],
  [
    { signal: 'story', points: 6, evidence: '3' },
    'Lo cuentan 3 medios distintos.',
    'Told by 3 different publishers.',
  ],
  [{ signal: 'story', points: 6 }, 'Lo cuentan varios medios.', 'Told by several publishers.'],
  [
    { signal: 'tone', points: -4, evidence: 'es-gancho', terms: ['no te lo vas a creer'] },
    'El título choca con nuestra regla de tono «es-gancho», por «no te lo vas a creer».',
    'The title goes against our tone rule “es-gancho”, for “no te lo vas a creer”.',
  ],
  [
    { signal: 'tone', points: -4, evidence: 'es-gancho' },
    'El título choca con nuestra regla de tono «es-gancho».',
    'The title goes against our tone rule “es-gancho”.',
  ],
  [
    { signal: 'tone', points: -4 },
    'El título choca con una de nuestras reglas de tono.',
    'The title goes against one of our tone rules.',
  ],
  [
    { signal: 'rule', points: 7, evidence: 'Obras en el barrio', terms: ['zanja'] },
    'Lo sube nuestra regla «Obras en el barrio», por «zanja».',
    'Our rule “Obras en el barrio” lifts it, for “zanja”.',
  ],
  [
    { signal: 'rule', points: 7, evidence: 'Obras en el barrio' },
    'Lo sube nuestra regla «Obras en el barrio».',
    'Our rule “Obras en el barrio” lifts it.',
  ],
  [
    { signal: 'rule', points: -7, evidence: 'Sorteos', terms: ['sorteo'] },
    'Lo baja nuestra regla «Sorteos», por «sorteo».',
    'Our rule “Sorteos” lowers it, for “sorteo”.',
  ],
  [
    { signal: 'rule', points: -7, evidence: 'Sorteos' },
    'Lo baja nuestra regla «Sorteos».',
    'Our rule “Sorteos” lowers it.',
  ],
  [{ signal: 'rule', points: 7 }, 'Lo sube una de nuestras reglas.', 'One of our rules lifts it.'],
  [
    { signal: 'rule', points: -7 },
    'Lo baja una de nuestras reglas.',
    'One of our rules lowers it.',
  ],
  [
    { signal: 'rest', points: 1 },
    'El resto de los motivos, juntos.',
    'All other reasons together.',
  ],
];
const titles = new Map([['a-pick-0a1b2c', 'Un recibo más claro']]);
const titleOf = (name: string) => titles.get(name);

describe('a reason', () => {
  test.for(TABLE)('%o', ([reason, es, en]) => {
    expect(reasonSentence(reason, words('es'), titleOf)).toBe(es);
    expect(reasonSentence(reason, words('en'), titleOf)).toBe(en);
  });
  test('of each signal has its sentence', () => {
    expect(new Set(TABLE.map(([{ signal }]) => signal))).toEqual(new Set(SIGNALS));
  });
  test('names a pick as its file where nobody says how it is called', () => {
    const reason: Reason = { signal: 'novelty', points: -6, evidence: 'a-pick-0a1b2c' };
    expect(reasonSentence(reason, words('en'))).toContain('“a-pick-0a1b2c”');
  });
  test('holds what an item says as it is, whatever stands in it', () => {
    const reason: Reason = { signal: 'rule', points: 1, evidence: '{terms}', terms: ['$&', '{n}'] };
    expect(reasonSentence(reason, words('en'))).toBe(
      'Our rule “{terms}” lifts it, for “$&” and “{n}”.',
    );
  });
  test('has its points with a sign', () => {
    expect([3, -3, 0].map(signedPoints)).toEqual(['+3', '−3', '0']);
  });
});
