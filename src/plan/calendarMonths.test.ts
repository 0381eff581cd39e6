import { describe, expect, test } from 'vitest';
import type { Day, Instant } from '../model/desk/time.ts';
import type { Edition } from '../model/site/edition.ts';
import type { EditionSlot } from '../model/site/editionSlot.ts';
import { agenda, calendarMonths } from './calendarMonths.ts';
import { calendarSlots, slotDay } from './calendarSlots.ts';

function slot(name: string, given: Partial<EditionSlot> = {}): EditionSlot {
  return { name, title: name, channel: 'web', kind: 'share', state: 'draft', text: '', ...given };
}

function editionOf(slots: EditionSlot[], weekStart: 'monday' | 'sunday' = 'monday'): Edition {
  return {
    name: 'team',
    now: '2026-11-21T12:00:00+01:00' as Instant,
    today: '2026-11-21' as Day,
    settings: {
      name: '',
      description: '',
      languages: ['es'],
      timeZone: 'Europe/Madrid',
      weekStart,
      contact: '',
    },
    about: '',
    picks: [],
    topics: [],
    sources: [],
    channels: [
      { name: 'mail', title: 'Mail', language: 'es', network: 'newsletter' },
      { name: 'web', title: 'Web', language: 'en', network: 'web' },
    ],
    campaigns: [
      { name: 'water', title: 'Water', start: '2026-11-30' as Day, end: '2027-01-02' as Day },
    ],
    slots,
  };
}

const on = (day: string) => ({ day: day as Day });
const at = (moment: string) => ({ at: moment as Instant });
const read = (slots: EditionSlot[]) => calendarSlots(editionOf(slots), new Map());

describe('a slot', () => {
  test.for([
    ['a day stays the day', { day: '2026-11-21' }, '2026-11-21'],
    ['late in UTC is the next day in Madrid', { at: '2026-11-20T23:30:00Z' }, '2026-11-21'],
    ['written in another zone', { at: '2026-11-20T18:30:00-05:00' }, '2026-11-21'],
    ['just before clocks go back', { at: '2026-10-24T22:30:00Z' }, '2026-10-25'],
    ['an idea has none', {}, undefined],
  ] as const)('%s', ([, given, day]) => {
    expect(slotDay(given as Partial<EditionSlot>, 'Europe/Madrid')).toBe(day);
  });

  test('says of a quotation whose words it is', () => {
    const attribution = { label: 'Cita de', title: 'Paper', url: 'https://paper.example/' };
    const links = new Map([['one', { title: 'One', href: '/one/', lang: 'es', attribution }]]);
    const [found] = calendarSlots(editionOf([slot('a', { pick: 'one', text: '> theirs' })]), links);
    expect(found?.html).toContain(
      'Cita de <a href="https://paper.example/" rel="noopener">Paper</a>',
    );
  });

  test('speaks its channel’s language, and the desk’s where the channel is not known', () => {
    const found = read([slot('a'), slot('b', { channel: 'mail' }), slot('c', { channel: 'gone' })]);
    expect(found.map(({ lang }) => lang)).toEqual(['en', 'es', 'es']);
  });
  test('has its headings under the title that the page gives it', () => {
    const text = '# Uno';
    const [idea, dated] = read([slot('a', { text }), slot('b', { text, ...on('2026-11-21') })]);
    expect([idea?.html.trim(), dated?.html.trim()]).toEqual(['<h4>Uno</h4>', '<h5>Uno</h5>']);
  });
  test('is shown with the names of its channel and campaign, and in order', () => {
    const [first, second, third] = read([
      slot('c', at('2026-11-20T18:00:00+01:00')),
      slot('b', at('2026-11-20T08:00:00Z')),
      slot('a', { ...on('2026-11-20'), channel: 'mail', campaign: 'water' }),
    ]);
    expect([first?.name, second?.name, third?.name]).toEqual(['a', 'b', 'c']);
    expect(first).toMatchObject({ channel: 'Mail', hue: 1, campaign: 'Water' });
    expect(second).toMatchObject({ channel: 'Web', hue: 2 });
  });
});

describe('the calendar', () => {
  const months = (slots: EditionSlot[]) =>
    calendarMonths(editionOf(slots), read(slots)).map(({ month }) => month);

  test('has this month and those beside it', () => {
    expect(months([])).toEqual(['2026-10', '2026-11', '2026-12']);
  });
  test('has no gap between its months', () => {
    expect(months([slot('x', on('2026-08-30')), slot('y', on('2027-02-01'))])).toEqual([
      '2026-08',
      '2026-09',
      '2026-10',
      '2026-11',
      '2026-12',
      '2027-01',
      '2027-02',
    ]);
  });
  test('does not fill centuries for one far slot', () => {
    expect(months([slot('x', on('2199-01-01'))])).toEqual([
      '2026-10',
      '2026-11',
      '2026-12',
      '2199-01',
    ]);
  });
  test('has a campaign in every month that it touches', () => {
    const found = calendarMonths(
      editionOf([slot('x', on('2027-02-01'))]),
      read([slot('x', on('2027-02-01'))]),
    );
    expect(found.filter(({ campaigns }) => campaigns.length > 0).map(({ month }) => month)).toEqual(
      ['2026-11', '2026-12', '2027-01'],
    );
  });
  test('has the channels of each month', () => {
    const slots = [
      slot('x', on('2026-11-05')),
      slot('y', { ...on('2026-11-06'), channel: 'mail' }),
    ];
    const november = calendarMonths(editionOf(slots), read(slots)).find(
      ({ month }) => month === '2026-11',
    );
    expect(november?.channels).toEqual([
      { title: 'Mail', hue: 1 },
      { title: 'Web', hue: 2 },
    ]);
  });
});

describe('the agenda', () => {
  const from = '2026-11-21' as Day;
  const names = (slots: EditionSlot[], limit = 9) => {
    const { past, days } = agenda(read(slots), { from, limit });
    return [past, days.flatMap((day) => day.slots.map(({ name }) => name))];
  };
  test('is of what comes, today too, and is not cancelled', () => {
    const slots = [
      slot('gone', on('2026-11-20')),
      slot('off', { ...on('2026-11-22'), state: 'cancelled' }),
      slot('now', on('2026-11-21')),
      slot('next', on('2026-11-23')),
      slot('idea'),
    ];
    expect(names(slots)).toEqual([false, ['now', 'next']]);
    expect(names(slots, 1)).toEqual([false, ['now']]);
  });
  test('is of what came out in the last two weeks where nothing comes, newest first', () => {
    const approved = (name: string, day: string, given: Partial<EditionSlot> = {}) =>
      slot(name, { ...on(day), state: 'approved', ...given });
    const slots = [
      approved('old', '2026-11-06'),
      approved('a', '2026-11-07'),
      approved('b', '2026-11-08'),
      slot('draft', on('2026-11-09')),
      approved('due', '2026-11-10', { kind: 'deadline' }),
      approved('c', '2026-11-20'),
    ];
    expect(names(slots)).toEqual([true, ['c', 'b', 'a']]);
    expect(names(slots, 2)).toEqual([true, ['c', 'b']]);
    expect(names([approved('old', '2026-11-06')])).toEqual([false, []]);
    expect(names([])).toEqual([false, []]);
  });
});
