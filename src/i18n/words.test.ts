import { describe, expect, test } from 'vitest';
import { testTexts } from '../../tests/support/texts.ts';
import type { SiteLanguage } from '../model/desk/text.ts';
import type { Day, Instant, Month } from '../model/desk/time.ts';
import { type Key, TEXTS, words } from './words.ts';

const languages = Object.keys(TEXTS) as SiteLanguage[];
const keys = Object.keys(TEXTS.es) as Key[];

describe('each text', () => {
  testTexts(TEXTS);
  test('that is part of an address is safe in one, and unlike the others', () => {
    for (const lang of languages) {
      const parts = keys
        .filter((key) => key.startsWith('path.'))
        .map((key) => words(lang).say(key));
      expect(new Set(parts).size).toBe(parts.length);
      for (const part of parts) expect(part).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    }
  });
});

describe('a language says', () => {
  test('one and many', () => {
    expect(words('es').say('picks.count', { n: 1 })).toBe('1 selección');
    expect(words('es').say('picks.count', { n: 0 })).toBe('0 selecciones');
    expect(words('en').say('picks.count', { n: 12_345 })).toBe('12,345 picks');
  });
  test('a value as it is, whatever is in it', () => {
    expect(words('en').say('search.none', { query: '{n} $& <b>' })).toContain('“{n} $& <b>”');
  });
  test('a day that is the same day everywhere', () => {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Madrid']) {
      expect(words('es', zone).day('2026-11-21' as Day)).toBe('21 de noviembre de 2026');
      expect(words('en', zone).day('2026-11-21' as Day, 'weekday')).toMatch(
        /^Saturday,? 21 November 2026$/,
      );
      expect(words('es', zone).month('2026-11' as Month)).toBe('noviembre de 2026');
    }
  });
  test('a day without its year only beside another of that year', () => {
    const day = '2026-11-21' as Day;
    const { day: say } = words('es');
    expect(say(day, 'short', '2026-01-02' as Day)).toBe('21 nov');
    expect(say(day, 'short', '2027-01-02' as Day)).toBe('21 nov 2026');
    expect(say(day, 'short')).toBe('21 nov 2026');
    expect(say(day, 'weekday', '2026-11' as Month)).toBe('sábado, 21 de noviembre');
    expect(say(day, 'weekday', '2025-11' as Month)).toBe('sábado, 21 de noviembre de 2026');
    expect(say(day, 'long', day)).toBe('21 de noviembre de 2026');
  });
  test('a moment on the desk’s clocks', () => {
    const moment = '2026-11-20T23:30:00Z' as Instant;
    expect(words('es', 'Europe/Madrid').time(moment)).toBe('00:30');
    expect(words('en', 'Europe/Madrid').moment(moment)).toContain('21 Nov 2026');
  });
  test('weekdays from Monday', () => {
    expect(words('es').weekday(1)).toBe('lunes');
    expect(words('en').weekday(7)).toBe('Sunday');
  });
  test('lists, and languages by name', () => {
    expect(words('es').list(['a', 'b', 'c'])).toBe('a, b y c');
    expect(words('en').list(['a', 'b', 'c'])).toBe('a, b and c');
    expect(words('es').either(['a', 'b', 'c'])).toBe('a, b o c');
    expect(words('en').either(['a', 'b'])).toBe('a or b');
    expect(words('es').list(['agua', 'incendios'], (item) => `«${item}»`)).toBe(
      '«agua» e «incendios»',
    );
    expect(words('en').language('es')).toBe('Spanish');
    expect(words('en').language('en-us-uk')).toBe('en-us-uk');
  });
});

test('a time zone has a name that people use', () => {
  expect(words('es').zone('Europe/Madrid')).toBe('hora de Europa central');
  expect(words('en').zone('Europe/Madrid')).toBe('Central European Time');
  expect(words('en').zone('Etc/UTC')).toBe('Etc/UTC');
});
