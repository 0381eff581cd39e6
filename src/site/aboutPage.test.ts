import { expect, test } from 'vitest';
import { deskFixture, settingsFixture } from '../model/desk/deskFixture.ts';
import type { Instant } from '../model/desk/time.ts';
import { aboutPage } from './aboutPage.ts';
import { context } from './context.ts';
import { edition } from './edition.ts';

const NOW = '2026-11-21T12:00:00+01:00' as Instant;

test('who we are is said in the desk’s first language on the page of each', () => {
  const settings = settingsFixture({ contact: 'desk@town.example' });
  const desk = deskFixture({ settings, about: 'Somos *tres*.' });
  const page = aboutPage(context(edition(desk, 'public', NOW), '/'), 'en');
  expect(page).toMatchObject({ htmlLang: 'es', contact: 'desk@town.example' });
  expect(page.html).toContain('Somos <em>tres</em>.');
  expect(page.frame).toMatchObject({ address: '/en/about/', title: 'About us' });
});
