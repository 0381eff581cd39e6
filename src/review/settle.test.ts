import { describe, expect, test } from 'vitest';
import type { Candidate } from '../model/candidate.ts';
import type { Desk, Entry } from '../model/desk.ts';
import type { LedgerLine } from '../model/ledger.ts';
import type { PickEntry } from '../model/pick.ts';
import { Settings } from '../model/settings.ts';
import type { Instant } from '../model/time.ts';
import { carryOver } from './carryOver.ts';
import { known } from './known.ts';
import { settle, undecided } from './settle.ts';

const ID = '0123456789ab';
const PATH = 'candidates/2026/11/rain-gardens-012345.md';
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
    path: PATH.replace('candidates', 'picks'),
    data: { ...facts, topics: [], alsoIn: [], ...data },
    body: 'My words.',
    hash: '',
  };
}

function line(
  event: LedgerLine['event'],
  days: number,
  more: Partial<LedgerLine> = {},
): LedgerLine {
  return {
    at: daysAgo(days),
    event,
    ...facts,
    ...(event === 'proposed' && { hash: 'as-proposed', text: 'Soil.' }),
    ...more,
  };
}

function desk(parts: Partial<Desk>): Desk {
  const settings = Settings.parse({
    name: 'D',
    languages: ['en'],
    timeZone: 'Europe/Madrid',
    contact: 'x',
  });
  const empty = {
    sources: [],
    topics: [],
    audiences: [],
    channels: [],
    campaigns: [],
    slots: [],
    quarantine: [],
    findings: [],
  };
  return { settings, about: '', ...empty, candidates: [], picks: [], ledger: [], ...parts };
}

const events = (lines: LedgerLine[]) =>
  lines.map(({ event, reason }) => (reason ? `${event}: ${reason}` : event));

describe('a candidate that says keep', () => {
  const before = desk({
    candidates: [candidate({ decision: 'keep', reason: 'for spring' })],
    ledger: [line('proposed', 3)],
  });
  const { changes, lines, desk: after } = settle(before, { now: NOW, by: 'Ana' });

  test('moves to the same path under picks/ and leaves only its decision behind', () => {
    expect(changes).toEqual([
      {
        do: 'move',
        from: PATH,
        to: 'picks/2026/11/rain-gardens-012345.md',
        kind: 'picks',
        set: { kept: '2026-11-21', keptBy: 'Ana' },
        remove: ['decision', 'reason', 'audiences', 'image', 'comments'],
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
  const remove = [{ do: 'remove', path: PATH }];
  const rows: [what: string, Partial<Desk>, changes: unknown[], lines: string[]][] = [
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
      'put off and then deleted: deleted',
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
          { name: 'x', path: 'candidates/2026/11/x.md', kind: 'candidates', id: ID, findings: [] },
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
      '29 days undecided but touched: it never expires',
      { candidates: [candidate({}, { hash: 'with a note' })], ledger: [line('proposed', 29)] },
      [],
      [],
    ],
    [
      '29 days after it was put off: it never expires',
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
      'a source that published the same story again: no file is rewritten',
      {
        candidates: [candidate()],
        picks: [{ ...pick({ id: 'ffffffffffff' }), name: 'x-ffffff' }],
        ledger: [line('proposed', 3)],
      },
      [],
      [],
    ],
    ['its merge was reverted: as if never proposed', {}, [], []],
  ];
  test.for(rows)('%s', ([, parts, changes, lines]) => {
    const settled = settle(desk(parts), { now: NOW });
    expect(settled.changes).toEqual(changes);
    expect(events(settled.lines)).toEqual(lines);
  });
});

test('a candidate whose item is a pick with other words is left to people, with a note', () => {
  const { changes, notes } = settle(
    desk({ candidates: [candidate({}, { body: 'Other words.' })], picks: [pick()] }),
    { now: NOW },
  );
  expect(changes).toEqual([]);
  expect(notes).toMatchObject([{ code: 'candidate/already-picked', file: PATH }]);
});

test('what was put off is undecided again on the day that its reason names, or after four weeks', () => {
  const waiting = (reason: string, now: string) =>
    undecided(
      desk({
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
    expect(known(desk({ ledger: [line('proposed', 9), line(event, 1)] })).ids.has(ID)).toBe(
      isKnown,
    );
  });
  test('is not known once its merge was reverted', () => {
    expect(known(desk({})).ids.has(ID)).toBe(false);
  });
  test('is known by the name of a file that cannot be read', () => {
    const quarantine = [
      { name: 'rain-gardens-012345', path: PATH, kind: 'picks' as const, findings: [] },
    ];
    expect(known(desk({ quarantine })).endings.has(ID.slice(0, 6))).toBe(true);
  });
});

describe('a pull request closed unmerged', () => {
  const closed = (decision: Candidate['decision']) =>
    desk({ candidates: [candidate({ decision, reason: 'why' })], ledger: [line('proposed', 3)] });
  test.for([
    ['keep', ['proposed', 'keep: why'], ['picks/2026/11/rain-gardens-012345.md']],
    ['drop', ['proposed', 'drop: why'], []],
    ['later', ['proposed', 'later: why'], [PATH]],
    ['', ['proposed', 'expire: pull request closed'], []],
  ] as const)('with a file that says "%s" leaves %j', ([decision, lines, created]) => {
    const carried = carryOver(desk({}), closed(decision), { now: NOW });
    expect(events(carried.lines)).toEqual(lines);
    expect(carried.changes.map((change) => change.do === 'create' && change.path)).toEqual(created);
  });
  test('changes nothing about an item that the desk knows already', () => {
    expect(carryOver(desk({ ledger: [line('drop', 1)] }), closed('keep'), { now: NOW })).toEqual({
      changes: [],
      lines: [],
    });
  });
});

describe('one id with several lines', () => {
  const waits = (ledger: LedgerLine[]) => settle(desk({ ledger }), { now: NOW }).lines.length;
  test('goes by the last, in whatever order the files are read', () => {
    const lines = [line('proposed', 5), line('drop', 4), line('restore', 3), line('proposed', 2)];
    expect(waits(lines)).toBe(1);
    expect(waits(lines.toReversed())).toBe(1);
    expect(waits([...lines, line('drop', 1)])).toBe(0);
  });
  test('of the same instant keeps rather than drops', () => {
    const both = desk({ ledger: [line('keep', 1), line('drop', 1)] });
    expect(known(both).ids.has(ID)).toBe(true);
    expect(settle(both, { now: NOW }).lines).toEqual([]);
  });
  test('is taken down for good by a takedown, whatever follows', () => {
    expect(known(desk({ ledger: [line('takedown', 5), line('restore', 1)] })).ids.has(ID)).toBe(
      true,
    );
  });
});
