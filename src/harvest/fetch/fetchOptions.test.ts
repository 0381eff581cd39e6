import { expect, test } from 'vitest';
import { Settings } from '../../model/settings.ts';
import { fetchOptions } from './fetchOptions.ts';

test('a contact with accents and dashes goes into a header as what a header may hold', () => {
  const settings = Settings.parse({
    name: 'D',
    languages: ['es'],
    timeZone: 'UTC',
    contact: 'Prensa – atención@agua.example\r\nX: y',
  });
  expect(fetchOptions(settings).userAgent).toBe('Criba/0.1 (+Prensa - atencion@agua.exampleX: y)');
});
