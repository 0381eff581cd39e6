import { Audience } from '../../model/desk/audience.ts';
import type { Desk } from '../../model/desk/desk.ts';
import { LedgerLine } from '../../model/desk/ledger.ts';
import { Settings } from '../../model/desk/settings.ts';
import { Topic } from '../../model/desk/topic.ts';

/** An item of a small history: on which day it was proposed and decided, and how. */
export interface HistoryItem {
  title: string;
  text: string;
  /** of November 2026 */
  day: number;
  kept?: boolean;
  language?: string;
  source?: string;
  audience?: string;
  by?: string;
  reason?: string;
  published?: string;
  /** false: no `proposed` line, as when somebody brought it in by hand */
  proposed?: boolean;
}

/** For the tests of this folder: a desk of one topic and two audiences, with a history. Ids go by the order of the history. */
export function deskWith(history: readonly HistoryItem[]): Desk {
  const topic = Topic.parse({
    title: { es: 'Agua' },
    terms: { es: ['embalse', 'sequía'], en: ['reservoir', 'drought'] },
  });
  const audience = (title: string) =>
    Audience.parse({ title, languages: ['es', 'en'], interests: { agua: 1 } });
  const folders = {
    sources: [],
    channels: [],
    campaigns: [],
    candidates: [],
    picks: [],
    slots: [],
    quarantine: [],
    findings: [],
  };
  const rest = { path: '', body: '', hash: '' };
  const desk: Partial<Desk> = {
    ...folders,
    settings: Settings.parse({
      name: 'Mesa',
      languages: ['es', 'en'],
      timeZone: 'Europe/Madrid',
      contact: 'a@b.example',
    }),
    about: '',
    topics: [{ name: 'agua', data: topic, ...rest }],
    audiences: ['vecindario', 'prensa'].map((name) => ({ name, data: audience(name), ...rest })),
    ledger: history.flatMap(linesOf),
  };
  return desk as Desk;
}

export function idOf(number: number): string {
  return String(number).padStart(12, '0');
}

function linesOf(
  { title, text, day, kept, language = 'es', source = 'rios', ...more }: HistoryItem,
  number: number,
): LedgerLine[] {
  const { audience = 'vecindario', by, reason, published, proposed = true } = more;
  const date = `2026-11-${String(day).padStart(2, '0')}`;
  const common = { id: idOf(number), source, title, language, audience };
  const url = `https://rios.example/${number}`;
  const lines: object[] = [];
  if (proposed)
    lines.push({ ...common, url, at: `${date}T06:00:00Z`, event: 'proposed', text, published });
  if (kept !== undefined)
    lines.push({
      ...common,
      url,
      at: `${date}T09:00:00Z`,
      event: kept ? 'keep' : 'drop',
      by,
      reason,
    });
  return lines.map((line) => LedgerLine.parse(JSON.parse(JSON.stringify(line))));
}
