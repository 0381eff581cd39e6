import { clickbait } from './clickbait.ts';
import { copies } from './copies.ts';
import { language } from './language.ts';
import { ranking } from './ranking.ts';
import type { Section } from './section.ts';
import { stream } from './stream.ts';
import { throughput } from './throughput.ts';

/** What `bench:score` measures, in the order in which it is shown. */
export const SECTIONS: Readonly<Record<string, Section>> = {
  ranking,
  stream,
  language,
  clickbait,
  copies,
  throughput,
};
