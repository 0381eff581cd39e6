import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { size } from '../../tests/support/size.ts';
import { deskWith, NOW, newsItem } from '../../tests/support/townNews.ts';
import { Candidate } from '../model/desk/candidate.ts';
import type { Desk } from '../model/desk/desk.ts';
import { entryFixture } from '../model/desk/deskFixture.ts';
import { ledgerOf } from '../model/desk/ledger/ledger.ts';
import { PickEntry } from '../model/desk/pick.ts';
import type { Instant } from '../model/desk/time.ts';
import type { Item } from '../model/run/item.ts';
import { buildCorpus } from '../words/corpus.ts';
import { findStories, type StoryFinding } from './findStories.ts';

const at = (day: number, hour = 8) =>
  `2026-11-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00Z` as Instant;

function find(
  items: readonly Item[],
  desk: Desk = deskWith(),
  trust = (_: string) => 0,
): StoryFinding {
  return findStories(items, desk, buildCorpus(desk, items), { now: NOW, trust });
}

/** The stories as sets of ids. */
const setsOf = ({ stories }: StoryFinding) => stories.map(({ items }) => items.toSorted()).sort();

const together = (found: StoryFinding, a: Item, b: Item) => found.of(a.id) === found.of(b.id);

const BRIDGE =
  'El puente que une los dos barrios de Almoraya reabrió ayer al tráfico después de ocho meses de obras. La alcaldesa, ' +
  'Elena Robles, agradeció la paciencia del vecindario y anunció un carril para bicicletas. Los comercios de la ribera ' +
  'piden ahora una campaña que devuelva a la clientela perdida durante las obras del puente.';
const bridge = newsItem(
  'eco-del-valle',
  'El puente de Almoraya reabre tras ocho meses de obras',
  BRIDGE,
);
const copy = newsItem(
  'la-comarca',
  'El puente de Almoraya reabre tras ocho meses de obras - La Comarca',
  `(AGENCIA) ${BRIDGE}`,
);
const retold = newsItem(
  'radio-serena',
  'Los comercios de la ribera celebran la vuelta del tráfico al puente de Almoraya',
  'Con música y descuentos recibieron los comerciantes de la ribera a los primeros coches que cruzaron el puente de ' +
    'Almoraya, cerrado desde marzo. La alcaldesa Robles prometió ayudas para quienes más ventas perdieron con las obras.',
  { published: at(20, 18) },
);
const music = newsItem(
  'radio-serena',
  'Abierto el plazo de matrícula de la escuela de música',
  'La escuela municipal de música admite alumnado nuevo de piano, violín y percusión hasta el 30 de noviembre.',
);
const library = newsItem(
  'boletin-local',
  'The town library opens on Saturdays',
  'From next month the library will open on Saturday mornings, after a petition of students and parents.',
  { language: 'en' },
);
const NEWS = [bridge, copy, retold, music, library];

test('copies and other reports of one event are one story, and all else stands alone', () => {
  const found = find(NEWS);
  expect(setsOf(found)).toEqual(
    [[bridge.id, copy.id, retold.id].toSorted(), [music.id], [library.id]].sort(),
  );
  expect(found.of(retold.id)).toMatchObject({ lead: bridge.id, copies: [copy.id], publishers: 2 });
  expect(found.of(music.id)).toEqual({
    lead: music.id,
    items: [music.id],
    copies: [],
    repeats: [],
    publishers: 1,
  });
  expect(found.of('ffffffffffff')).toBeUndefined();
});

describe('what is reported', () => {
  test('more than 72 hours after the last report is another story', () => {
    const late = { ...retold, published: at(24) };
    expect(together(find([bridge, copy, late]), bridge, late)).toBe(false);
  });
  test('in another language is another story', () => {
    // Of these two, words are compared as they stand.
    const [galician, portuguese] = [
      { ...bridge, language: 'gl' },
      { ...retold, language: 'pt' },
    ];
    expect(together(find([galician, portuguese]), bridge, retold)).toBe(false);
    expect(together(find([galician, { ...portuguese, language: 'gl' }]), bridge, retold)).toBe(
      true,
    );
  });
  test('of two events in one template is two stories', () => {
    const [a, b] = ['3 de marzo', '7 de abril'].map((day, index) =>
      newsItem(
        `s${index}`,
        `Pleno del ${day}`,
        'Orden del día: presupuestos, ordenanza de terrazas, ruegos y preguntas.',
      ),
    ) as [Item, Item];
    expect(together(find([a, b, ...NEWS]), a, b)).toBe(false);
  });
  test('in few words and again after days is a series', () => {
    const notice = (day: number) =>
      newsItem('la-comarca', 'Corte de agua programado en el centro', '', {
        published: at(day),
        url: `https://la-comarca.example/${day}`,
      });
    const [first, same, later] = [notice(10), notice(11), notice(17)];
    const found = find([first, same, later]);
    expect([together(found, first, same), together(found, first, later)]).toEqual([true, false]);
  });
});

describe('independent publishers are counted:', () => {
  const ONE = [
    'Incendio en el almacén de harinas de Cerromolar',
    'Las llamas arrasaron de madrugada el almacén de harinas de Cerromolar; los bomberos tardaron cinco horas.',
  ] as const;
  const TWO = [
    'Un incendio destruye sin causar heridos la harinera de Cerromolar',
    'Del almacén solo quedan los muros. Nadie sufrió daños, y los bomberos buscan ahora el origen de las llamas.',
  ] as const;
  const story = (source: string, host: string, [title, text]: readonly [string, string]) =>
    newsItem(source, title, text, { url: `https://${host}/${source}/${text.length}` });
  test.for([
    [
      'two papers in words of their own',
      [story('a', 'a.example', ONE), story('b', 'b.example', TWO)],
      2,
    ],
    ['one text in two papers', [story('a', 'a.example', ONE), story('b', 'b.example', ONE)], 1],
    [
      'two feeds of one paper',
      [story('a', 'www.paper.example', ONE), story('b', 'fire.paper.example', TWO)],
      1,
    ],
    [
      'one feed that gathers two papers',
      [story('a', 'a.example', ONE), story('a', 'b.example', TWO)],
      1,
    ],
    [
      "a paper's own words, and an agency's text there and elsewhere",
      [story('a', 'a.example', ONE), story('b', 'b.example', ONE), story('c', 'a.example', TWO)],
      2,
    ],
  ] as const)('%s', ([, items, publishers]) => {
    const found = find(items);
    expect(found.stories.map((story) => story.publishers)).toEqual([publishers]);
  });
});

describe('the leading item is', () => {
  const teaser = (source: string) => ({ ...newsItem(source, bridge.title, BRIDGE.slice(0, 130)) });
  const full = (source: string, more = '') => newsItem(source, bridge.title, BRIDGE + more);
  test.for([
    [
      'of the source in the better state',
      [full('boletin-local'), full('eco-del-valle')],
      'eco-del-valle',
    ],
    [
      'of the source that is trusted more',
      [full('la-comarca'), full('radio-serena')],
      'radio-serena',
    ],
    [
      'no teaser where the whole text is at hand',
      [teaser('eco-del-valle'), full('boletin-local')],
      'boletin-local',
    ],
  ] as const)('%s', ([, items, source]) => {
    const found = find(items, deskWith(), (name) => (name === 'radio-serena' ? 1 : 0));
    expect(found.stories.map(({ lead }) => items.find(({ id }) => id === lead)?.source)).toEqual([
      source,
    ]);
  });
  test('the fullest of one source', () => {
    const longer = full('la-comarca', ' La obra ha costado dos millones.');
    expect(find([full('la-comarca'), longer]).stories).toMatchObject([{ lead: longer.id }]);
  });
});

describe('what the desk has', () => {
  const pick = (more: Record<string, unknown> = {}) =>
    entryFixture(
      `picks/2026/11/el-puente-${bridge.id.slice(0, 6)}.md`,
      PickEntry.parse({
        id: bridge.id,
        title: bridge.title,
        url: bridge.url,
        source: bridge.source,
        language: 'es',
        published: at(20),
        harvested: at(20, 9),
        kept: '2026-11-20',
        ...more,
      }),
      `Por fin.\n\n> ${BRIDGE}`,
    );
  const candidate = (more: Record<string, unknown> = {}) =>
    entryFixture(
      `candidates/el-puente-${bridge.id.slice(0, 6)}.md`,
      Candidate.parse({
        id: bridge.id,
        title: bridge.title,
        url: bridge.url,
        source: bridge.source,
        language: 'es',
        published: at(20),
        harvested: at(20, 9),
        audience: 'x',
        score: 50,
        why: [],
        ...more,
      }),
      `> ${BRIDGE}`,
    );

  test('as a pick is followed by a new report, and repeated by a copy', () => {
    const found = find([copy, retold, music], deskWith({ picks: [pick()] }));
    expect(found.of(retold.id)).toMatchObject({
      follows: pick().name,
      repeats: [copy.id],
      copies: [copy.id],
      publishers: 2,
    });
    expect(found.of(music.id)?.follows).toBeUndefined();
  });
  test('as an undecided candidate waits', () => {
    const found = find([retold], deskWith({ candidates: [candidate()] }));
    expect(found.of(retold.id)).toMatchObject({ waiting: candidate().name, repeats: [] });
    expect(found.of(retold.id)?.follows).toBeUndefined();
  });
  test('as another place of a candidate is repeated, whatever its text', () => {
    const alsoIn = [{ source: 'radio-serena', url: `${music.url}?utm_source=x` }];
    const found = find([music], deskWith({ candidates: [candidate({ alsoIn })] }));
    expect(found.of(music.id)).toMatchObject({ repeats: [music.id], waiting: candidate().name });
  });
  test('under the id of an item is that item, and nothing it follows', () => {
    const found = find([bridge], deskWith({ candidates: [candidate()] }));
    expect(found.of(bridge.id)).toEqual({
      lead: bridge.id,
      items: [bridge.id],
      copies: [],
      repeats: [],
      publishers: 1,
    });
  });

  describe('leaves of an item', () => {
    const left = (item: Item, more: Record<string, unknown> = {}) =>
      find([item, music], deskWith({ picks: [pick(more)] })).novelty(item.id);
    test('nothing that a copy would add', () => {
      expect(left(copy).left).toBeLessThan(0.2);
      expect(left(copy).pick).toBe(pick().name);
    });
    test('something that a new report adds', () => {
      expect(left(retold).left).toBeGreaterThan(left(copy).left);
      expect(left(retold).left).toBeLessThan(1);
    });
    test('all of one that is about something else', () => {
      expect(left({ ...music, id: '0'.repeat(12) })).toEqual({ left: 1 });
    });
    test.for([
      ['kept more than 60 days ago', { kept: '2026-09-21' }, 1],
      ['kept after that day', { kept: '2026-11-22' }, 1],
      [
        'harvested more than 60 days ago, and kept since',
        { harvested: at(1).replace('-11-', '-08-') },
        0,
      ],
    ] as const)('%s: as if it were not there, or there', ([, more, whole]) => {
      expect(Math.floor(left(copy, more).left)).toBe(whole);
    });
  });
});

describe('a line of rules/stories.md', () => {
  test.for([
    ['ids', (a: Item, b: Item) => `${a.id} = ${b.id}`],
    [
      'addresses',
      (a: Item, b: Item) => `${a.url}?utm_medium=mail = ${b.url.replace('https:', 'http:')}`,
    ],
    [
      'names of files',
      (a: Item, b: Item) => `candidates/x-${a.id.slice(0, 6)}.md y-${b.id.slice(0, 6)}`,
    ],
  ] as const)('joins and splits by %s', ([, line]) => {
    const joined = find(NEWS, deskWith({ stories: { join: [line(music, library)] } }));
    expect(together(joined, music, library)).toBe(true);
    const split = find(NEWS, deskWith({ stories: { split: [line(bridge, copy)] } }));
    expect(together(split, bridge, copy)).toBe(false);
  });
  test('holds for an id whose address has another id by the rules of today', () => {
    const old = {
      at: NOW,
      id: 'aaaaaaaaaaaa',
      event: 'drop',
      source: 'x',
      title: 'x',
      language: 'es',
      url: music.url,
    } as const;
    const desk = deskWith({
      ledger: ledgerOf([old]),
      stories: { join: [`aaaaaaaaaaaa = ${library.id}`] },
    });
    expect(together(find(NEWS, desk), music, library)).toBe(true);
  });
  test('joins what stands on two lines, by what they share', () => {
    const stories = { join: [`${music.id} = ${library.id}`, `${library.id} = ${bridge.id}`] };
    expect(together(find(NEWS, deskWith({ stories })), music, bridge)).toBe(true);
  });
  test('that splits wins over lines that join, and those further up hold', () => {
    const stories = {
      join: [`${music.id} = ${library.id}`, `${library.id} = ${bridge.id}`],
      split: [`${music.id} | ${bridge.id}`],
    };
    const found = find(NEWS, deskWith({ stories }));
    expect([together(found, music, library), together(found, library, bridge)]).toEqual([
      true,
      false,
    ]);
  });
  test('about items that are not here does nothing', () => {
    const desk = deskWith({
      stories: { join: [`aaaaaaaaaaaa = ${music.id}`], split: ['x-bbbbbb | y-cccccc'] },
    });
    expect(setsOf(find(NEWS, desk))).toEqual(setsOf(find(NEWS)));
  });
});

describe('whatever the items,', () => {
  const RUNS = size({ small: 20, middle: 60, whole: 500 });
  const words = [
    'puente',
    'Almoraya',
    'pleno',
    'marzo',
    '3',
    '7',
    'obras',
    'música',
    'Cerromolar',
    'agua',
    'feria',
    'Robles',
  ];
  const text = fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 })
    .map((list) => list.join(' '));
  const items = fc
    .array(fc.tuple(text, text, fc.integer({ min: 1, max: 20 }), fc.constantFrom('es', 'en')), {
      minLength: 2,
      maxLength: 25,
    })
    .map((list) =>
      list.map(([title, body, day, language], index) =>
        newsItem(`s${index % 4}`, title, body, {
          language,
          published: at(day),
          url: `https://s${index % 4}.example/${index}`,
        }),
      ),
    );
  const shuffled = (list: Item[]) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }));
  const pairs = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 4 });
  const line = (list: readonly Item[], [a, b]: [number, number]) => {
    const [one, other] = [list[a % list.length], list[b % list.length]] as [Item, Item];
    return one === other ? [] : [`${one.id} = ${other.id}`];
  };

  test('their order changes nothing', () => {
    fc.assert(
      fc.property(items.chain(shuffled), ([list, other]) => {
        expect(find(other).stories).toEqual(find(list).stories);
      }),
      { numRuns: RUNS },
    );
  });
  test('each is in one story, led by one of its own', () => {
    fc.assert(
      fc.property(items, (list) => {
        const { stories, of } = find(list);
        expect(stories.flatMap((story) => story.items).toSorted()).toEqual(
          list.map(({ id }) => id).toSorted(),
        );
        for (const story of stories) {
          expect(story.items[0]).toBe(story.lead);
          expect(story.copies).not.toContain(story.lead);
          for (const id of story.items) expect(of(id)).toBe(story);
        }
      }),
      { numRuns: RUNS },
    );
  });
  test('what a person split shares no story', () => {
    fc.assert(
      fc.property(items, pairs, pairs, (list, joins, splits) => {
        const stories = {
          join: joins.flatMap((pair) => line(list, pair)),
          split: splits.flatMap((pair) => line(list, pair)),
        };
        const found = find(list, deskWith({ stories }));
        for (const [a, b] of splits) {
          const [one, other] = [list[a % list.length], list[b % list.length]] as [Item, Item];
          expect(one === other || !together(found, one, other)).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
  });
  test('what a person joined shares a story', () => {
    fc.assert(
      fc.property(items, pairs, (list, joins) => {
        const found = find(
          list,
          deskWith({ stories: { join: joins.flatMap((pair) => line(list, pair)) } }),
        );
        for (const [a, b] of joins) {
          expect(
            together(found, list[a % list.length] as Item, list[b % list.length] as Item),
          ).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
  });
});
