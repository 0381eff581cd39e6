import { describe, expect, test } from 'vitest';
import { deskWith, newsItem } from '../../tests/support/townNews.ts';
import { buildCorpus } from '../words/corpus.ts';
import { groupCopies } from './groupCopies.ts';

type Text = readonly [title: string, text: string];

/** Whether the texts are taken for copies of one another. */
function areCopies(a: Text, b: Text, language = 'es'): boolean {
  const items = [a, b].map(([title, text], at) =>
    newsItem(`s${at}`, title, text, { language, url: `https://s${at}.example/x` }),
  );
  const corpus = buildCorpus(deskWith(), [...items, ...NOISE]);
  const docs = corpus.docs.filter(({ id }) => items.some((item) => item.id === id));
  return groupCopies(docs, corpus).length === 1;
}

/** What else a feed brings: it tells how rare words are. */
const NOISE = [
  [
    'El pleno aprueba la ordenanza de ruidos',
    'El pleno municipal aprobó ayer la ordenanza por mayoría.',
  ],
  [
    'Abierto el plazo de matrícula de la escuela de música',
    'La matrícula puede hacerse hasta el viernes.',
  ],
  [
    'Obras de mejora en el mercado',
    'El ayuntamiento mejora el mercado municipal con fondos propios.',
  ],
  ['Library opens on Saturdays', 'The council opens the town library on Saturdays until noon.'],
].map(([title = '', text = ''], at) => newsItem(`noise${at}`, title, text));

const BRIDGE: Text = [
  'El puente de Almoraya reabre tras ocho meses de obras',
  'El puente que une los dos barrios de Almoraya reabrió ayer al tráfico después de ocho meses de obras y 1.200 ' +
    'metros cuadrados de tablero nuevo. La alcaldesa, Elena Robles, agradeció la paciencia del vecindario y anunció ' +
    'que el carril para bicicletas se pintará en primavera. Los comercios de la ribera, que calculan haber perdido un ' +
    'tercio de sus ventas, piden ahora una campaña que devuelva a la clientela. El presupuesto final superó en un 9 % ' +
    'lo previsto por el hallazgo de una tubería que no figuraba en los planos.',
];
const [TITLE, TEXT] = BRIDGE;

describe('a copy is found', () => {
  test.for([
    ['in capitals', [TITLE.toUpperCase(), TEXT.toUpperCase()]],
    ['without punctuation', [TITLE, TEXT.replace(/[.,%]/g, ' ')]],
    ['with figures written otherwise', [TITLE, TEXT.replace('1.200', '1200')]],
    [
      'with a name added to title and text',
      [`${TITLE} - Diario Ribera`, `ALMORAYA, 3 Mar. (AGENCIA SUR) - ${TEXT}`],
    ],
    ['cut to half', [TITLE, TEXT.slice(0, TEXT.length / 2)]],
    [
      'with a tenth of its words left out',
      [
        TITLE,
        TEXT.split(' ')
          .filter((_, at) => at % 10 !== 4)
          .join(' '),
      ],
    ],
    ['under a new title', ['Almoraya recupera su puente', TEXT]],
    [
      'under a title that names others of the text',
      ['Elena Robles agradece la paciencia con el puente', TEXT],
    ],
  ] as const)('%s', ([, copy]) => {
    expect(areCopies(BRIDGE, copy)).toBe(true);
  });

  test('of a title alone, and in English', () => {
    const title = 'Council fixes the lift of the old market hall at last';
    expect(areCopies([title, ''], [`${title} | Valley Post`, ''], 'en')).toBe(true);
  });
});

describe('what is alike and speaks of different things is no copy:', () => {
  const report = (firm: string, quarter: string, profit: string): Text => [
    `${firm} gana ${profit} millones en el ${quarter} trimestre`,
    `La empresa ${firm} comunicó hoy un beneficio de ${profit} millones de euros en el ${quarter} trimestre, según la ` +
      'información remitida al regulador. El consejo de administración propondrá repartir un dividendo a cuenta.',
  ];
  const WEEKEND = 'Qué ver este fin de semana en los cines de verano de la comarca';
  const works = (town: string): Text => [
    `${town} asfalta las calles del centro`,
    `El Ayuntamiento de ${town} asfalta desde hoy las calles del centro, que estarán cortadas hasta el viernes.`,
  ];
  test.for([
    [
      'the days of two meetings',
      ['Pleno del 3 de marzo', 'Orden del día del pleno.'],
      ['Pleno del 7 de abril', 'Orden del día del pleno.'],
    ],
    [
      'two quarters of a firm',
      report('Aguas del Tesín', 'segundo', '12'),
      report('Aguas del Tesín', 'tercer', '14'),
    ],
    [
      'one quarter of two firms',
      report('Aguas del Tesín', 'tercer', '12'),
      report('Harinas Cerromolar', 'tercer', '8'),
    ],
    ['two towns', works('Villarrobla'), works('Peñafrías')],
    [
      'two versions',
      ['Publicada la versión v1.2 del padrón digital', ''],
      ['Publicada la versión v1.3 del padrón digital', ''],
    ],
    [
      'one title over two measurements',
      [
        'Nivel del embalse',
        'El embalse de la comarca está hoy al 45 % de su capacidad, según la confederación.',
      ],
      [
        'Nivel del embalse',
        'El embalse de la comarca está hoy al 41 % de su capacidad, según la confederación.',
      ],
    ],
    [
      'one title over two texts',
      [WEEKEND, 'Un documental sobre trashumancia y dos estrenos infantiles.'],
      [WEEKEND, 'Vuelve el ciclo de clásicos restaurados con coloquio.'],
    ],
  ] as const)('%s', ([, a, b]) => {
    expect(areCopies(a, b)).toBe(false);
  });

  test('a digest and what it sums up; an excerpt and its whole text are one', () => {
    const rest =
      'Además, los regantes de Cerromolar limpiaron acequias, presas y caminos con la ayuda de un centenar de ' +
      'voluntarios. La escuela de música abre matrícula de piano, violín y percusión, y la biblioteca estrena sala de ' +
      'lectura con enchufes, mesas amplias y ventanales. En Peñafrías preparan la feria del membrillo, y en ' +
      'Villarrobla un taller enseña a podar olivos centenarios. El polideportivo cambia las calderas por bombas de ' +
      'calor. Una exposición recuerda a las maestras rurales, y el coro busca tenores, sopranos y un pianista. La ' +
      'oficina de turismo edita un mapa de fuentes, lavaderos y molinos restaurados por jubilados.';
    expect(areCopies(BRIDGE, ['El puente de Almoraya y otras noticias', `${TEXT} ${rest}`])).toBe(
      false,
    );
    expect(areCopies([TITLE, TEXT.slice(0, 170)], [TITLE, `${TEXT} ${rest}`])).toBe(true);
  });
});

test('groups hold copies of one text, and leave out what has none', () => {
  const texts: Text[] = [
    BRIDGE,
    [TITLE.toUpperCase(), TEXT],
    ['Pleno del 3 de marzo', 'Orden del día del pleno.'],
    ['Pleno del 7 de abril', 'Orden del día del pleno.'],
    [`${TITLE} - Diario Ribera`, TEXT.slice(0, 300)],
  ];
  const items = texts.map(([title, text], at) =>
    newsItem(`s${at}`, title, text, { id: `00000000000${at}` }),
  );
  const corpus = buildCorpus(deskWith(), items);
  const wanted = [['000000000000', '000000000001', '000000000004']];
  expect(groupCopies(corpus.docs, corpus)).toEqual(wanted);
  expect(groupCopies(corpus.docs.toReversed(), corpus)).toEqual(wanted);
});

test('what names no day does not make the notices of two days one', () => {
  const text =
    'La alcaldía convoca al pleno para debatir los presupuestos, la ordenanza de terrazas y los ruegos del público.';
  const titles = [
    'Convocado el pleno ordinario del 3 de marzo',
    'Convocado el pleno ordinario del 7 de abril',
    'Convocado el pleno ordinario',
  ];
  const items = titles.map((title, at) =>
    newsItem(`s${at}`, title, text, { id: `00000000000${at}` }),
  );
  const corpus = buildCorpus(deskWith(), items);
  const groups = groupCopies(corpus.docs, corpus);
  expect(groups.map((ids) => ids.length)).toEqual([2]);
  expect(groups[0]).toContain('000000000002');
});
