import { describe, expect, test } from 'vitest';
import type { Candidate } from '../model/desk/candidate.ts';
import type { Desk, Entry } from '../model/desk/desk.ts';
import { type DeskParts, deskFixture } from '../model/desk/deskFixture.ts';
import type { ItemLine } from '../model/desk/ledger/itemLine.ts';
import { latestById } from '../model/desk/ledger/latestById.ts';
import type { PickEntry } from '../model/desk/pick.ts';
import type { Instant } from '../model/desk/time.ts';
import { carryOver } from './carryOver.ts';
import { known } from './known.ts';
import { settle } from './settle.ts';
import { undecided } from './undecided.ts';

const ID = '0123456789ab';
const PATH = 'candidates/rain-gardens-012345.md';
const PICK = 'picks/2026/11/rain-gardens-012345.md';
const NOW = '2026-11-21T09:00:00Z' as Instant;
const daysAgo = (days: number) =>
  new Date(Date.parse(NOW) - days * 86_400_000).toISOString() as Instant;

const facts = {
  id: ID,
  title: 'Rain gardens',
  url: 'https://water.example/rain-gardens',
  source: 'water',
  language: 'en',
};

function candidate(
  data: Partial<Candidate> = {},
  entry: Partial<Entry<Candidate>> = {},
): Entry<Candidate> {
  const whole: Candidate = {
    ...facts,
    harvested: daysAgo(3),
    audience: 'residents',
    score: 60,
    why: [{ signal: 'base', points: 60 }],
    topics: [],
    suggestedTopics: [],
    keyphrases: [],
    mentions: [],
    audiences: { residents: 60 },
    alsoIn: [],
    decision: '',
    reason: '',
    ...data,
  };
  return {
    name: 'rain-gardens-012345',
    path: PATH,
    data: whole,
    body: 'My words.',
    hash: 'as-proposed',
    ...entry,
  };
}

function pick(data: Partial<PickEntry> = {}): Entry<PickEntry> {
  return {
    name: 'rain-gardens-012345',
    path: PICK,
    data: { ...facts, topics: [], alsoIn: [], ...data },
    body: 'My words.',
    hash: '',
  };
}

function line(event: ItemLine['event'], days: number, more: Partial<ItemLine> = {}): ItemLine {
  return {
    at: daysAgo(days),
    event,
    ...facts,
    ...(event === 'proposed' && { hash: 'as-proposed', text: 'Soil.' }),
    ...more,
  };
}

const events = (lines: ItemLine[]) =>
  lines.map(({ event, reason }) => (reason ? `${event}: ${reason}` : event));

describe('a candidate that says keep', () => {
  const before = deskFixture({
    candidates: [candidate({ decision: 'keep', reason: 'for spring' })],
    ledger: [line('proposed', 3)],
  });
  const { changes, lines, desk: after } = settle(before, { now: NOW, by: 'Ana' });

  test('moves to the month of its harvest under picks/ and leaves only its decision behind', () => {
    expect(changes).toEqual([
      {
        do: 'move',
        from: PATH,
        hash: 'as-proposed',
        id: ID,
        to: PICK,
        kind: 'picks',
        set: { kept: '2026-11-21', keptBy: 'Ana' },
        remove: [
          'image',
          'comments',
          'audiences',
          'suggestedTopics',
          'exploration',
          'keyphrases',
          'mentions',
          'decision',
          'reason',
        ],
      },
    ]);
  });
  test('leaves a keep line with the reason and who', () => {
    expect(lines).toMatchObject([
      { event: 'keep', reason: 'for spring', by: 'Ana', id: ID, score: 60, at: NOW },
    ]);
  });
  test('is a pick, words and all, in the desk that results', () => {
    expect(after.candidates).toEqual([]);
    expect(after.picks).toMatchObject([
      { body: 'My words.', data: { kept: '2026-11-21', title: 'Rain gardens' } },
    ]);
    expect(after.picks[0]?.data).not.toHaveProperty('decision');
  });
  test('is settled once: the resulting desk gives no change and no line', () => {
    const again = settle(after, { now: '2027-01-01T00:00:00Z' as Instant });
    expect([again.changes, again.lines]).toEqual([[], []]);
  });
});

describe('what settle does with one candidate', () => {
  const remove = [{ do: 'remove', path: PATH, hash: 'as-proposed', id: ID }];
  const rows: [what: string, DeskParts, changes: unknown[], lines: string[]][] = [
    [
      'harvest proposed it and nobody decided: it stays',
      { candidates: [candidate()], ledger: [line('proposed', 3)] },
      [],
      [],
    ],
    [
      'drop: the file goes, the reason stays',
      {
        candidates: [candidate({ decision: 'drop', reason: 'off-topic' })],
        ledger: [line('proposed', 3)],
      },
      remove,
      ['drop: off-topic'],
    ],
    [
      'no file bears its id: somebody deleted it',
      { ledger: [line('proposed', 3)] },
      [],
      ['drop: deleted'],
    ],
    [
      'postponed and then deleted: deleted',
      { ledger: [line('proposed', 9), line('later', 3)] },
      [],
      ['drop: deleted'],
    ],
    [
      'deleted and already remembered: nothing again',
      { ledger: [line('proposed', 3), line('drop', 1)] },
      [],
      [],
    ],
    [
      'a file without the id bears it in its name: not deleted',
      {
        picks: [{ ...pick(), data: { ...pick().data, id: undefined } }],
        ledger: [line('proposed', 3)],
      },
      [],
      [],
    ],
    [
      'a file with the id under another name: kept by hand',
      { picks: [{ ...pick(), name: 'other' }], ledger: [line('proposed', 3)] },
      [],
      ['keep'],
    ],
    [
      'a file that cannot be read bears its name: not deleted',
      {
        quarantine: [{ name: 'rain-gardens-012345', path: PATH, kind: 'candidates', findings: [] }],
        ledger: [line('proposed', 3)],
      },
      [],
      [],
    ],
    [
      'a file that cannot be read bears its id: not deleted',
      {
        quarantine: [
          { name: 'x', path: 'candidates/x.md', kind: 'candidates', id: ID, findings: [] },
        ],
        ledger: [line('proposed', 3)],
      },
      [],
      [],
    ],
    [
      'later: it stays, and the ledger knows',
      {
        candidates: [candidate({ decision: 'later', reason: '2026-12-09' })],
        ledger: [line('proposed', 3)],
      },
      [],
      ['later: 2026-12-09'],
    ],
    [
      'later, already remembered: nothing again',
      {
        candidates: [candidate({ decision: 'later', reason: '2026-12-09' })],
        ledger: [line('proposed', 9), line('later', 3, { reason: '2026-12-09' })],
      },
      [],
      [],
    ],
    [
      'later, for another day: remembered again',
      {
        candidates: [candidate({ decision: 'later', reason: '2027-01-09' })],
        ledger: [line('proposed', 9), line('later', 3, { reason: '2026-12-09' })],
      },
      [],
      ['later: 2027-01-09'],
    ],
    [
      '28 days undecided: it stays',
      { candidates: [candidate()], ledger: [line('proposed', 28)] },
      [],
      [],
    ],
    [
      '29 days undecided and untouched: it expires',
      { candidates: [candidate()], ledger: [line('proposed', 29)] },
      remove,
      ['expire'],
    ],
    [
      'scored again yesterday, 29 days undecided: it expires all the same',
      {
        candidates: [candidate()],
        ledger: [line('proposed', 1), line('proposed', 29, { hash: 'as first proposed' })],
      },
      remove,
      ['expire'],
    ],
    [
      'reopened and proposed anew 9 days ago, and scored again: it waits from then',
      {
        candidates: [candidate()],
        ledger: [
          line('proposed', 60),
          line('expire', 31),
          line('restore', 30),
          line('proposed', 9),
          line('proposed', 2),
        ],
      },
      [],
      [],
    ],
    [
      '29 days undecided but touched: it never expires',
      { candidates: [candidate({}, { hash: 'with a note' })], ledger: [line('proposed', 29)] },
      [],
      [],
    ],
    [
      '29 days after it was postponed: it never expires',
      {
        candidates: [candidate({ decision: 'later' })],
        ledger: [line('proposed', 60), line('later', 58)],
      },
      [],
      [],
    ],
    [
      'decided by its own line, and then reopened: no line closes it',
      { ledger: [line('drop', 9), line('restore', 3)] },
      [],
      [],
    ],
    [
      'a pick that was deleted: nothing, and the ledger still knows it',
      { ledger: [line('proposed', 9), line('keep', 3)] },
      [],
      [],
    ],
    [
      'a takedown: nobody moves it any more',
      {
        candidates: [candidate({ decision: 'keep' })],
        ledger: [line('proposed', 9), line('takedown', 3)],
      },
      [],
      [],
    ],
    [
      'a run that stopped between the new file and the removal: the rest is done',
      {
        candidates: [candidate({ decision: 'keep' })],
        picks: [pick()],
        ledger: [line('proposed', 9), line('keep', 0)],
      },
      remove,
      [],
    ],
    [
      'a run that stopped between the new file and the line: the rest is done',
      {
        candidates: [candidate({ decision: 'keep', reason: 'good' })],
        picks: [pick()],
        ledger: [line('proposed', 9)],
      },
      remove,
      ['keep: good'],
    ],
    [
      'a run that stopped between the line and the removal: the rest is done',
      {
        candidates: [candidate({ decision: 'drop' })],
        ledger: [line('proposed', 9), line('drop', 0)],
      },
      remove,
      [],
    ],
    [
      'a source that published the same story again: no file is rewritten, and it is joined when read',
      {
        candidates: [candidate({ alsoIn: [] })],
        picks: [
          {
            ...pick({ id: 'ffffffffffff', alsoIn: [{ source: 'b', url: facts.url }] }),
            name: 'x-ffffff',
          },
        ],
        ledger: [line('proposed', 3), line('keep', 1, { id: 'ffffffffffff' })],
      },
      [],
      [],
    ],
    [
      'a pick whose drop was taken back: kept',
      { picks: [pick()], ledger: [line('proposed', 9), line('drop', 3), line('restore', 1)] },
      [],
      ['keep'],
    ],
    [
      'a pick made by hand: the ledger knows it from now on',
      { picks: [{ ...pick({ keptBy: 'Ana', source: undefined }), name: 'x' }] },
      [],
      ['keep'],
    ],
    [
      'a file of which the ledger knows nothing, as after a run that was cut short: proposed, late',
      { candidates: [candidate()] },
      [],
      ['proposed'],
    ],
    [
      'put among the picks by hand, its reason still in it: kept, for that reason',
      { picks: [pick({ decision: 'keep', reason: 'for spring' })], ledger: [line('proposed', 3)] },
      [],
      ['keep: for spring'],
    ],
    [
      'a candidate beside its pick, with Windows line ends: the rest of a run is done',
      {
        candidates: [candidate({ decision: 'keep' }, { body: 'My\r\nwords.' })],
        picks: [{ ...pick(), body: 'My\nwords.' }],
        ledger: [line('proposed', 9), line('keep', 0)],
      },
      remove,
      [],
    ],
    ['its merge was reverted, and the ledger with it: as if never proposed', {}, [], []],
  ];
  test.for(rows)('%s', ([, parts, changes, lines]) => {
    const settled = settle(deskFixture(parts), { now: NOW });
    expect(settled.changes).toEqual(changes);
    expect(events(settled.lines)).toEqual(lines);
  });
});

test.for([
  ['with other words', candidate({ decision: 'keep' }, { body: 'Other words.', hash: 'touched' })],
  ['with a reason and no decision', candidate({ reason: 'ask Marta first' }, { hash: 'touched' })],
  ['that says drop', candidate({ decision: 'drop' }, { hash: 'touched' })],
] as const)('a candidate beside its pick, %s, is left to people, with a note', ([, entry]) => {
  const ledger = [line('proposed', 9), line('keep', 3)];
  const { changes, lines, notes } = settle(
    deskFixture({ candidates: [entry], picks: [pick()], ledger }),
    {
      now: NOW,
    },
  );
  expect([changes, lines]).toEqual([[], []]);
  expect(notes).toMatchObject([{ code: 'candidate/already-picked', file: PATH }]);
});

test('a kept candidate whose place is taken by a file that cannot be read is left to people, with a note', () => {
  const quarantine = [
    {
      name: 'rain-gardens-012345',
      path: PICK,
      kind: 'picks' as const,
      findings: [],
    },
  ];
  const { changes, notes } = settle(
    deskFixture({
      candidates: [candidate({ decision: 'keep' })],
      quarantine,
      ledger: [line('proposed', 3)],
    }),
    { now: NOW },
  );
  expect(changes).toEqual([]);
  expect(notes).toMatchObject([{ code: 'candidate/path-taken' }]);
});

test('what was postponed is undecided again on the day that its reason names, or after four weeks', () => {
  const waiting = (reason: string, now: string) =>
    undecided(
      deskFixture({
        candidates: [candidate({ decision: 'later', reason })],
        ledger: [line('later', 0, { at: NOW, reason })],
      }),
      now as Instant,
    ).length;
  expect(waiting('after the summit, 2026-12-09', '2026-12-08T22:59:59Z')).toBe(0);
  expect(waiting('after the summit, 2026-12-09', '2026-12-08T23:00:00Z')).toBe(1);
  expect(waiting('no hurry', '2026-12-18T12:00:00Z')).toBe(0);
  expect(waiting('no hurry', '2026-12-19T12:00:00Z')).toBe(1);
});

describe('an address that comes back in a feed', () => {
  test.for([
    ['proposed', true],
    ['keep', true],
    ['drop', true],
    ['expire', true],
    ['later', true],
    ['takedown', true],
    ['restore', false],
  ] as const)('whose last event is %s is known: %s', ([event, isKnown]) => {
    expect(known(deskFixture({ ledger: [line('proposed', 9), line(event, 1)] })).ids.has(ID)).toBe(
      isKnown,
    );
  });
  test('is not known once its merge was reverted', () => {
    expect(known(deskFixture({})).ids.has(ID)).toBe(false);
  });
  test('is known by the name of a file that cannot be read', () => {
    const quarantine = [
      { name: 'rain-gardens-012345', path: PATH, kind: 'picks' as const, findings: [] },
    ];
    expect(known(deskFixture({ quarantine })).endings.has(ID.slice(0, 6))).toBe(true);
  });
});

describe('a pull request closed unmerged', () => {
  const closed = (decision: Candidate['decision']) =>
    deskFixture({
      candidates: [candidate({ decision, reason: 'why' }, { hash: 'touched' })],
      ledger: [line('proposed', 3)],
    });
  const carry = (here: DeskParts, there: Desk) => carryOver(deskFixture(here), there, { now: NOW });
  const actions = (carried: ReturnType<typeof carryOver>) =>
    carried.changes.map((change) => `${change.do} ${'to' in change ? change.to : change.path}`);

  test.for([
    ['keep', ['proposed', 'keep: why'], [`copy ${PICK}`]],
    ['drop', ['proposed', 'drop: why'], []],
    ['later', ['proposed', 'later: why'], [`copy ${PATH}`]],
    ['', ['proposed', 'expire: pull request closed'], []],
  ] as const)('with a file that says "%s" leaves %j', ([decision, lines, done]) => {
    const carried = carry({}, closed(decision));
    expect(events(carried.lines)).toEqual(lines);
    expect(actions(carried)).toEqual(done);
  });
  test.for([
    ['keep', ['keep: why'], [`remove ${PATH}`, `copy ${PICK}`]],
    ['drop', ['drop: why'], [`remove ${PATH}`]],
    ['', [], []],
  ] as const)('that says "%s" of what waits here too decides it', ([decision, lines, done]) => {
    const carried = carry(
      { candidates: [candidate()], ledger: [line('proposed', 3)] },
      closed(decision),
    );
    expect(events(carried.lines)).toEqual(lines);
    expect(actions(carried)).toEqual(done);
    expect(carried.notes).toEqual([]);
  });
  test.for(['keep', 'drop', 'later'] as const)(
    'that says "%s" of what a person has touched here leaves it to people',
    (decision) => {
      const carried = carry(
        { candidates: [candidate({}, { hash: 'with a note' })], ledger: [line('proposed', 3)] },
        closed(decision),
      );
      expect([carried.changes, carried.lines]).toEqual([[], []]);
      expect(carried.notes).toMatchObject([{ code: 'closed/touched', file: PATH }]);
    },
  );
  test('knows an item that bears another id there, since the rules of addresses were others', () => {
    const other = { id: 'ffffffffffff', url: 'http://www.water.example/rain-gardens/' };
    const there = deskFixture({
      candidates: [candidate({ decision: 'keep', ...other })],
      ledger: [line('proposed', 3, other)],
    });
    const decided = carry({ ledger: [line('proposed', 3), line('drop', 1)] }, there);
    expect([decided.changes, decided.lines]).toEqual([[], []]);
    const waits = carry({ candidates: [candidate()], ledger: [line('proposed', 3)] }, there);
    expect(actions(waits)).toEqual([`remove ${PATH}`, `copy ${PICK}`]);
    expect(waits.changes[0]).toMatchObject({ id: ID });
  });
  test('changes nothing about an item that has been decided here', () => {
    expect(carry({ ledger: [line('proposed', 3), line('drop', 1)] }, closed('keep'))).toEqual({
      changes: [],
      lines: [],
      notes: [],
    });
  });
  test('names a file that cannot be read over there, and takes it for nothing', () => {
    const there = deskFixture({
      quarantine: [{ name: 'rain-gardens-012345', path: PATH, kind: 'candidates', findings: [] }],
      ledger: [line('proposed', 3)],
    });
    const carried = carry({}, there);
    expect(carried.lines).toEqual([]);
    expect(carried.notes).toMatchObject([{ code: 'closed/unreadable', file: PATH }]);
  });
  test('brings along a pick that was made by hand there', () => {
    expect(
      actions(carry({}, deskFixture({ picks: [{ ...pick({ id: undefined }), name: 'x' }] }))),
    ).toEqual([`copy ${PICK}`]);
  });
});

describe('one id with several lines', () => {
  const waits = (ledger: ItemLine[]) => settle(deskFixture({ ledger }), { now: NOW }).lines.length;
  test('goes by the last, in whatever order the files are read', () => {
    const lines = [line('proposed', 5), line('drop', 4), line('restore', 3), line('proposed', 2)];
    expect(waits(lines)).toBe(1);
    expect(waits(lines.toReversed())).toBe(1);
    expect(waits([...lines, line('drop', 1)])).toBe(0);
  });
  test('of the same instant keeps rather than drops', () => {
    for (const lines of [
      [line('keep', 1), line('drop', 1)],
      [line('drop', 1), line('keep', 1)],
    ]) {
      expect(latestById(lines).get(ID)?.event).toBe('keep');
    }
  });
  test('is taken down for good by a takedown, whatever follows', () => {
    expect(
      known(deskFixture({ ledger: [line('takedown', 5), line('restore', 1)] })).ids.has(ID),
    ).toBe(true);
  });
});

describe('candidates in the folders of months', () => {
  const OLD = 'candidates/2026/11/rain-gardens-012345.md';
  const OLDER = 'candidates/2026/10/rain-gardens-012345.md';
  const ledger = [line('proposed', 3), line('proposed', 2, { hash: 'of another harvest' })];
  const settled = (...candidates: Entry<Candidate>[]) =>
    settle(deskFixture({ candidates, ledger }), { now: NOW });
  const done = ({ changes }: ReturnType<typeof settle>) =>
    changes.map((change) =>
      'to' in change ? `${change.do} ${change.from} ${change.to}` : `${change.do} ${change.path}`,
    );

  test.for([
    ['untouched', 'as-proposed'],
    ['touched', 'touched'],
  ])('move up as they are: %s', ([, hash = '']) => {
    const before = deskFixture({ candidates: [candidate({}, { path: OLD, hash })], ledger });
    const { changes, lines, notes, desk } = settle(before, { now: NOW });
    expect(changes).toEqual([{ do: 'rename', from: OLD, to: PATH, hash, id: ID }]);
    expect([lines, notes]).toEqual([[], []]);
    expect(desk.candidates).toMatchObject([{ path: PATH, hash }]);
    expect(settle(desk, { now: NOW }).changes).toEqual([]);
  });
  test('go where they were decided to go, at once', () => {
    expect(done(settled(candidate({ decision: 'keep' }, { path: OLD })))).toEqual([
      `move ${OLD} ${PICK}`,
    ]);
    expect(done(settled(candidate({ decision: 'drop' }, { path: OLD })))).toEqual([
      `remove ${OLD}`,
    ]);
  });
  test('become picks of the month of their harvest, in the time zone of the desk', () => {
    const harvested = '2026-10-31T23:30:00Z' as Instant;
    expect(done(settled(candidate({ decision: 'keep', harvested })))).toEqual([
      `move ${PATH} ${PICK}`,
    ]);
  });
  test('are given up if the same item is there and nobody touched them, or if they are the same byte for byte', () => {
    const here = candidate({}, { hash: 'touched' });
    const there = candidate({}, { path: OLD });
    expect(done(settled(here, there))).toEqual([`remove ${OLD}`]);
    expect(done(settled(here, { ...here, path: OLD }))).toEqual([`remove ${OLD}`]);
  });
  test('stay, with a note that names both, if they have words of their own and the place is taken', () => {
    const { changes, notes } = settled(candidate(), candidate({}, { path: OLD, hash: 'touched' }));
    expect(changes).toEqual([]);
    expect(notes).toMatchObject([{ code: 'candidate/path-taken', file: OLD }]);
    expect(JSON.stringify(notes)).toContain(PATH);
  });
  test('stay if a file that cannot be read has their place', () => {
    const quarantine = [
      { name: 'rain-gardens-012345', path: PATH, kind: 'candidates' as const, findings: [] },
    ];
    const before = deskFixture({ candidates: [candidate({}, { path: OLD })], quarantine, ledger });
    const { changes, notes } = settle(before, { now: NOW });
    expect(changes).toEqual([]);
    expect(notes).toMatchObject([{ code: 'candidate/path-taken', file: OLD }]);
  });
  test('of two months: the one that somebody touched moves up, and the other is given up', () => {
    const files = [
      candidate({}, { path: OLDER, hash: 'of another harvest' }),
      candidate({}, { path: OLD, hash: 'touched' }),
    ];
    expect(done(settled(...files))).toEqual([`remove ${OLDER}`, `rename ${OLD} ${PATH}`]);
  });
});

describe('two files of one item', () => {
  const TWIN = 'candidates/rain-in-gardens-012345.md';
  const twin = (data: Partial<Candidate> = {}, hash = 'of another harvest') =>
    candidate(data, { path: TWIN, name: 'rain-in-gardens-012345', hash });
  const ledger = [line('proposed', 3), line('proposed', 2, { hash: 'of another harvest' })];
  const settled = (...candidates: Entry<Candidate>[]) =>
    settle(deskFixture({ candidates, ledger }), { now: NOW });

  test.for([
    ['keep', ['move', 'remove']],
    ['drop', ['remove', 'remove']],
    ['later', ['remove']],
  ] as const)(
    'of which one says "%s": one that nobody touched goes with it',
    ([decision, does]) => {
      const first = candidate({ decision }, { hash: 'touched' });
      for (const files of [
        [first, twin()],
        [twin(), first],
      ]) {
        const { changes, lines, notes, desk } = settled(...files);
        expect(changes.map((change) => change.do).sort()).toEqual(does);
        expect(changes).toContainEqual(expect.objectContaining({ do: 'remove', path: TWIN }));
        expect(events(lines)).toEqual([decision]);
        expect(notes).toEqual([]);
        expect(settle(desk, { now: NOW }).changes).toEqual([]);
      }
    },
  );
  test.for(['keep', 'drop', 'later'] as const)(
    'of which one says "%s" and the other has words: that stays, with a note that names both',
    (decision) => {
      const { changes, lines, notes } = settled(
        candidate({ decision }, { hash: 'touched' }),
        twin({}, 'with words'),
      );
      expect(changes).not.toContainEqual(expect.objectContaining({ path: TWIN }));
      expect(events(lines)).toEqual([decision]);
      expect(notes).toMatchObject([{ code: 'candidate/same-item', file: TWIN }]);
      expect(JSON.stringify(notes)).toContain(PATH);
    },
  );
  test('that say different things are left to people, each with a note', () => {
    const { changes, lines, notes } = settled(
      candidate({ decision: 'keep' }, { hash: 'touched' }),
      twin({ decision: 'drop' }, 'also touched'),
    );
    expect([changes, lines]).toEqual([[], []]);
    expect(notes).toMatchObject([
      { code: 'candidate/decided-twice', file: PATH },
      { code: 'candidate/decided-twice', file: TWIN },
    ]);
  });
  test('that both say drop go, with one line', () => {
    const { changes, lines } = settled(
      candidate({ decision: 'drop' }, { hash: 'touched' }),
      twin({ decision: 'drop' }, 'also touched'),
    );
    expect(changes).toHaveLength(2);
    expect(events(lines)).toEqual(['drop']);
  });
  test('that nobody has decided on both wait, and expire with one line', () => {
    expect(settled(candidate(), twin()).changes).toEqual([]);
    const { changes, lines } = settle(
      deskFixture({
        candidates: [candidate(), twin()],
        ledger: [line('proposed', 40), line('proposed', 39, { hash: 'of another harvest' })],
      }),
      { now: NOW },
    );
    expect(changes).toHaveLength(2);
    expect(events(lines)).toEqual(['expire']);
  });
  test('of which one was dropped on another branch: the other goes too, if nobody touched it', () => {
    const dropped = [line('proposed', 3), line('drop', 1)];
    const settledAs = (hash: string) =>
      settle(deskFixture({ candidates: [candidate({}, { hash })], ledger: dropped }), { now: NOW });
    expect(settledAs('as-proposed').changes).toMatchObject([{ do: 'remove', path: PATH }]);
    expect(settledAs('touched').changes).toEqual([]);
  });
});

test('a candidate that says keep beside a pick of its page without an id is left to people: there is no second pick', () => {
  const { id: _, ...nameless } = pick({ url: 'http://www.water.example/rain-gardens/' }).data;
  const other = { ...pick(), path: 'picks/2026/10/by-hand.md', name: 'by-hand', data: nameless };
  const kept = candidate({ decision: 'keep' }, { hash: 'touched' });
  const ledger = [line('proposed', 3)];
  const before = deskFixture({ candidates: [kept], picks: [other], ledger });
  const { changes, lines, notes } = settle(before, { now: NOW });
  expect([changes, lines]).toEqual([[], []]);
  expect(notes).toMatchObject([{ code: 'candidate/nameless-pick', file: PATH }]);
  expect(JSON.stringify(notes)).toContain('picks/2026/10/by-hand.md');
  const mended = deskFixture({ picks: [{ ...other, data: { ...nameless, id: ID } }], ledger });
  expect(events(settle(mended, { now: NOW }).lines)).toEqual(['keep']);
});

test('a closed branch that has a folder a month gives its files to candidates/ and to the month of their harvest', () => {
  const OLD = 'candidates/2026/11/rain-gardens-012345.md';
  const ledger = [line('proposed', 3)];
  const carried = (decision: Candidate['decision']) =>
    carryOver(
      deskFixture(),
      deskFixture({
        candidates: [candidate({ decision }, { path: OLD, hash: 'touched' })],
        ledger,
      }),
      { now: NOW },
    ).changes;
  expect(carried('later')).toMatchObject([{ do: 'copy', from: OLD, to: PATH }]);
  expect(carried('keep')).toMatchObject([{ do: 'copy', from: OLD, to: PICK }]);
});
