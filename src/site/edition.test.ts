import { describe, expect, test } from 'vitest';
import type { Desk } from '../model/desk/desk.ts';
import {
  candidateFixture,
  deskFixture,
  pickFixture,
  settingsFixture,
  slotFixture,
  sourceFixture,
  topicFixture,
} from '../model/desk/deskFixture.ts';
import type { ItemLine } from '../model/desk/ledger/itemLine.ts';
import type { Day, Instant } from '../model/desk/time.ts';
import type { ItemOutcome } from '../model/run/runReport.ts';
import type { RunOutcomes } from '../model/site/teamKnowledge.ts';
import { edition } from './edition.ts';

const NOW = '2026-11-21T12:00:00+01:00' as Instant;

function line(event: ItemLine['event'], given: Partial<ItemLine> = {}): ItemLine {
  return {
    at: '2026-11-20T09:00:00Z' as Instant,
    id: '0123456789ab',
    event,
    source: 'paper',
    title: 'SECRET ledger title',
    url: 'https://paper.example/dropped',
    language: 'es',
    ...given,
  };
}

const picks = (desk: Desk, name: 'team' | 'public' = 'public', now: Instant = NOW) =>
  edition(desk, name, now).picks.map((pick) => pick.name);

describe('the public edition', () => {
  test.for([
    ['kept some time ago', { kept: '2026-11-10' }, true],
    ['kept today', { kept: '2026-11-21' }, true],
    ['to be published tomorrow', { kept: '2026-11-10', publish: '2026-11-22' }, false],
    ['to be published today', { publish: '2026-11-21' }, true],
    ['to be published in an hour', { publish: '2026-11-21T13:00:00+01:00' }, false],
    ['published an hour ago', { publish: '2026-11-21T11:00:00+01:00' }, true],
    ['expiring today', { expires: '2026-11-21' }, false],
    ['expiring tomorrow', { expires: '2026-11-22' }, true],
    ['harvested and never kept', { kept: undefined, harvested: '2026-11-18T06:00:00Z' }, true],
    ['without any date', { kept: undefined }, true],
  ] as const)('has a pick %s: %o → %s', ([, given, shown]) => {
    expect(picks(deskFixture({ picks: [pickFixture('one', given)] }))).toEqual(
      shown ? ['one'] : [],
    );
  });

  test('follows the desk’s clocks, not those of the machine', () => {
    const desk = deskFixture({ picks: [pickFixture('midnight', { publish: '2026-11-22' })] });
    expect(picks(desk, 'public', '2026-11-21T22:59:59Z' as Instant)).toEqual([]);
    expect(picks(desk, 'public', '2026-11-21T23:00:00Z' as Instant)).toEqual(['midnight']);
  });

  test.for([
    ['approved', { state: 'approved', day: '2026-11-20' }, true],
    ['draft', { state: 'draft', day: '2026-11-20' }, false],
    ['review', { state: 'review', day: '2026-11-20' }, false],
    ['cancelled', { state: 'cancelled', day: '2026-11-20' }, false],
    ['an idea', { state: 'approved' }, false],
    ['a deadline', { state: 'approved', day: '2026-11-20', kind: 'deadline' }, false],
  ] as const)('has a slot that is %s: %o → %s', ([, given, shown]) => {
    const { slots } = edition(deskFixture({ slots: [slotFixture('one', given)] }), 'public', NOW);
    expect(slots.map((slot) => slot.name)).toEqual(shown ? ['one'] : []);
  });

  test('says of a slot to come its title, day and channel, and its text once it is due', () => {
    const slot = slotFixture(
      'later',
      { state: 'approved', at: '2026-11-21T18:00:00+01:00', pick: 'one', campaign: 'water' },
      'SECRET until six',
    );
    const desk = deskFixture({ slots: [slot], picks: [pickFixture('one')] });
    const before = edition(desk, 'public', NOW).slots;
    expect(before).toEqual([
      {
        name: 'later',
        title: 'later',
        day: '2026-11-21',
        channel: 'web',
        kind: 'share',
        state: 'approved',
        text: '',
      },
    ]);
    const [after] = edition(desk, 'public', '2026-11-21T17:00:00Z' as Instant).slots;
    expect(after).toMatchObject({ text: 'SECRET until six', pick: 'one', campaign: 'water' });
  });

  test.for([
    ['of a source that allows an excerpt: cut', { pick: 'one' }, 'Ours.\n\n> one two […]\n>'],
    ['of a pick that is not shown: left out', { pick: 'later' }, 'Ours.\n\n>'],
    ['of nobody knows whom: left out', {}, 'Ours.\n\n>'],
  ] as const)('quotes in a slot what may be quoted, %s', ([, given, text]) => {
    const source = sourceFixture('paper', { permission: { scope: 'excerpt', status: 'none' } });
    const desk = deskFixture({
      settings: settingsFixture({ excerptWords: 2 }),
      sources: [source],
      picks: [
        pickFixture('one', { source: 'paper' }),
        pickFixture('later', { source: 'paper', publish: '2026-12-01' }),
      ],
      slots: [
        slotFixture(
          'out',
          { state: 'approved', day: '2026-11-20', ...given },
          'Ours.\n\n> one two three',
        ),
      ],
    });
    expect(edition(desk, 'public', NOW).slots[0]?.text).toBe(text);
    // The team sees what it wrote.
    expect(edition(desk, 'team', NOW).slots[0]?.text).toContain('three');
  });

  test('keeps the moment of publication for the feed', () => {
    const publish = '2026-11-21T11:00:00+01:00';
    const [pick] = edition(
      deskFixture({ picks: [pickFixture('one', { publish })] }),
      'public',
      NOW,
    ).picks;
    expect(pick).toMatchObject({ day: '2026-11-21', since: publish });
  });

  test('knows nothing of what is the team’s', () => {
    const json = (name: 'team' | 'public') =>
      JSON.stringify(edition(secrets(), name, NOW, { harvest: secretHarvest() }));
    expect(json('public')).not.toMatch(/SECRET|secret/);
    // The same desk, or else the line above could not fail.
    const secret = json('team').match(/SECRET [a-z ]+|secret-[a-z]+/g);
    expect(secret?.length).toBeGreaterThan(20);
    for (const name of ['suggested', 'followed', 'keyphrase', 'mention', 'left out', 'veto']) {
      expect(secret?.some((one) => one.endsWith(name))).toBe(true);
    }
  });

  test('names its own address; the team’s, which stands elsewhere, does not', () => {
    const desk = deskFixture({ settings: settingsFixture({ url: 'https://town.example/' }) });
    expect(edition(desk, 'public', NOW).settings.url).toBe('https://town.example/');
    expect(edition(desk, 'team', NOW).settings.url).toBeUndefined();
  });

  test('speaks only of sources that it has picks from, and of campaigns that a slot shows', () => {
    const campaign = (name: string, start: string) => ({
      name,
      path: `campaigns/${name}.md`,
      data: { title: name, goal: '', start: start as Day, end: '2026-12-31' as Day, channels: [] },
      body: '',
      hash: '',
    });
    const desk = deskFixture({
      sources: [sourceFixture('heard'), sourceFixture('unheard')],
      picks: [pickFixture('one', { source: 'heard' })],
      campaigns: [
        campaign('running', '2026-11-01'),
        campaign('silent', '2026-11-01'),
        campaign('planned', '2026-12-01'),
      ],
      slots: [
        slotFixture('out', { state: 'approved', day: '2026-11-20', campaign: 'running' }),
        slotFixture('draft', { day: '2026-11-20', campaign: 'silent' }),
        slotFixture('next', { state: 'approved', day: '2026-12-20', campaign: 'planned' }),
      ],
    });
    const { sources, campaigns } = edition(desk, 'public', NOW);
    expect(sources.map(({ name }) => name)).toEqual(['heard']);
    expect(campaigns.map(({ name }) => name)).toEqual(['running']);
  });
});

describe('what was taken down', () => {
  const id = '0123456789ab';
  test.for([
    ['by id', pickFixture('gone', { id }), line('takedown', { id })],
    [
      'by address, spelled otherwise',
      pickFixture('gone', { url: 'http://www.paper.example/x/?utm_source=a' }),
      line('takedown', { url: 'https://paper.example/x' }),
    ],
    [
      'whatever came later',
      pickFixture('gone', { id }),
      line('takedown', { id, at: '2020-01-01T00:00:00Z' as Instant }),
    ],
  ] as const)('%s is in neither edition', ([, pick, takedown]) => {
    const desk = deskFixture({
      picks: [pick],
      ledger: [takedown, line('keep', { id: takedown.id, url: takedown.url })],
      slots: [slotFixture('about-it', { pick: 'gone', state: 'approved', day: '2026-11-20' })],
    });
    for (const name of ['team', 'public'] as const) {
      expect(picks(desk, name)).toEqual([]);
      expect(edition(desk, name, NOW).slots).toEqual([]);
    }
  });

  test('is not said to stand elsewhere too', () => {
    const url = 'https://paper.example/gone';
    const alsoIn = [
      { source: 'paper', url },
      { source: 'paper', url: 'https://paper.example/stays' },
    ];
    const desk = deskFixture({
      candidates: [candidateFixture('twin', { alsoIn })],
      picks: [pickFixture('kept', { alsoIn })],
      ledger: [line('takedown', { id, url })],
    });
    const { picks: shown, team } = edition(desk, 'team', NOW);
    expect(shown[0]?.alsoIn).toHaveLength(1);
    expect(team?.waiting[0]?.alsoIn).toEqual([
      { source: 'paper', url: 'https://paper.example/stays' },
    ]);
  });

  test('is not listed among what a harvest left out', () => {
    const url = 'https://paper.example/gone';
    const outcomes = [
      { source: 'paper', title: 'by id', outcome: 'belowThreshold', id, url: `${url}-too` },
      { source: 'paper', title: 'by address', outcome: 'vetoed', id: 'ffffffffffff', url },
      { source: 'paper', title: 'no link', outcome: 'noLink' },
    ] as const satisfies ItemOutcome[];
    const desk = deskFixture({ ledger: [line('takedown', { id, url })] });
    const harvest = { run: 'a-run', now: NOW, outcomes: [...outcomes] };
    const shown = edition(desk, 'team', NOW, { harvest }).team?.harvest?.outcomes;
    expect(shown?.map(({ title }) => title)).toEqual(['no link']);
  });

  test('is no candidate either', () => {
    const desk = deskFixture({
      candidates: [candidateFixture('gone', { id })],
      ledger: [line('takedown', { id })],
    });
    expect(edition(desk, 'team', NOW).team?.waiting).toEqual([]);
  });
});

test('the team’s edition says which picks everybody sees, newest first', () => {
  const desk = deskFixture({
    picks: [
      pickFixture('old', { kept: '2026-10-01', expires: '2026-11-01' }),
      pickFixture('next', { publish: '2026-11-30' }),
      pickFixture('seen', { kept: '2026-11-02' }),
    ],
  });
  const shown = edition(desk, 'team', NOW).picks.map(({ name, team }) => [name, team?.shown]);
  expect(shown).toEqual([
    ['next', 'scheduled'],
    ['seen', 'now'],
    ['old', 'expired'],
  ]);
});

test('counts of a source are of items, each as its last line decides', () => {
  const desk = deskFixture({
    sources: [sourceFixture('paper')],
    ledger: [
      line('proposed'),
      line('drop', { at: '2026-11-20T10:00:00Z' as Instant }),
      line('keep', { at: '2026-11-20T11:00:00Z' as Instant }),
      line('proposed', { id: 'ffffffffffff' }),
      line('proposed', { id: 'ffffffffffff', at: '2026-11-21T09:00:00Z' as Instant }),
    ],
  });
  const [paper] = edition(desk, 'team', NOW).sources;
  expect(paper?.team?.counts).toEqual({ proposed: 2, decided: 1, kept: 1 });
});

/** What a program suggests of an item, for the team: a pick that was a candidate may have it still. */
function suggestions() {
  return {
    suggestedTopics: ['secret-suggested'],
    exploration: true,
    follows: 'secret-followed',
    keyphrases: ['SECRET keyphrase'],
    mentions: [
      { name: 'SECRET mention', sentence: 'SECRET sentence', hint: 'negative', words: ['SECRET'] },
    ],
  };
}

function secretHarvest(): RunOutcomes {
  return {
    run: '20261121t090000z-secret-run',
    now: NOW,
    outcomes: [
      {
        source: 'secret-source',
        title: 'SECRET left out',
        outcome: 'vetoed',
        url: 'https://paper.example/secret-left-out',
        detail: 'SECRET veto',
      },
    ],
  };
}

/** A desk in which everything that is the team's says so. */
function secrets(): Desk {
  const why = [{ signal: 'base', points: 50, terms: ['SECRET why'], evidence: 'SECRET evidence' }];
  const finding = {
    file: 'content/picks/SECRET.md',
    line: 1,
    column: 1,
    code: 'file/name',
    values: { name: 'SECRET name' },
    severity: 'error',
  } as const;
  return deskFixture({
    settings: settingsFixture({ region: 'SECRET', weights: { base: -2.5 }, budget: 7 }),
    sources: [
      sourceFixture(
        'paper',
        {
          title: 'Paper',
          feed: 'https://feeds.secret.example/x',
          state: 'watch',
          permission: {
            scope: 'link',
            status: 'refused',
            by: 'SECRET person',
            evidence: 'SECRET letter',
          },
        },
        'SECRET notes on a source',
      ),
      sourceFixture('secret-source', { title: 'SECRET unheard' }),
    ],
    topics: [
      topicFixture('water', {
        title: { es: 'Agua' },
        terms: { es: ['SECRET term'] },
        exclude: ['SECRET veto'],
      }),
    ],
    audiences: [
      {
        name: 'secret-audience',
        path: 'audiences/secret-audience.md',
        data: {
          title: 'SECRET audience',
          languages: ['es'],
          interests: {},
          avoid: ['SECRET avoid'],
          rules: [],
        },
        body: 'SECRET notes',
        hash: '',
      },
    ],
    channels: [
      {
        name: 'web',
        path: 'channels/web.md',
        data: { title: 'Web', network: 'web', language: 'es', cadence: [], owner: 'SECRET owner' },
        body: 'SECRET channel notes',
        hash: '',
      },
    ],
    campaigns: [
      {
        name: 'open',
        path: 'campaigns/open.md',
        data: {
          title: 'Open',
          goal: 'SECRET goal',
          start: '2026-11-01' as Day,
          end: '2026-12-01' as Day,
          channels: [],
          owner: 'SECRET owner',
        },
        body: 'SECRET plan',
        hash: '',
      },
    ],
    candidates: [
      candidateFixture(
        'secret-candidate',
        { title: 'SECRET candidate', reason: 'SECRET reason', ...suggestions() },
        'SECRET excerpt',
      ),
    ],
    picks: [
      pickFixture(
        'shown',
        {
          source: 'paper',
          keptBy: 'SECRET keeper',
          audience: 'secret-audience',
          score: 50,
          why,
          story: 'secret-story',
          review: '2026-12-01',
          ...suggestions(),
        },
        'Our words.\n\n> SECRET quotation that we may not show',
      ),
      pickFixture('secret-scheduled', { title: 'SECRET scheduled', publish: '2026-12-01' }),
      pickFixture('secret-expired', { title: 'SECRET expired', expires: '2026-11-01' }),
    ],
    slots: [
      slotFixture(
        'out',
        {
          state: 'approved',
          day: '2026-11-20',
          owner: 'SECRET owner',
          due: '2026-11-19',
          tags: ['SECRET tag'],
          pick: 'secret-scheduled',
        },
        'What was said.',
      ),
      slotFixture('to-come', { state: 'approved', day: '2026-12-20' }, 'SECRET text to come'),
      slotFixture(
        'secret-draft',
        { title: 'SECRET draft', day: '2026-11-20' },
        'SECRET draft text',
      ),
      slotFixture('secret-idea', { title: 'SECRET idea' }, 'SECRET idea text'),
      slotFixture('secret-deadline', {
        title: 'SECRET deadline',
        kind: 'deadline',
        state: 'approved',
        day: '2026-11-20',
      }),
    ],
    ledger: [
      line('proposed', { text: 'SECRET ledger text' }),
      line('drop', { reason: 'SECRET reason', by: 'SECRET person' }),
    ],
    quarantine: [{ name: 'secret', path: 'picks/SECRET.md', kind: 'picks', findings: [finding] }],
    findings: [finding],
  });
}

test('the team sees what has to be mended, and no hints', () => {
  const at = { file: 'content/slots/a.md', line: 1, column: 1, values: {} } as const;
  const blank = { ...at, code: 'title/blank', severity: 'warning' } as const;
  const desk = deskFixture({
    findings: [{ ...at, code: 'slot/no-id', severity: 'hint' }, blank],
  });
  expect(edition(desk, 'team', NOW).team?.findings).toEqual([blank]);
});
