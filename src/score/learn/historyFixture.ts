import type { Desk } from '../../model/desk/desk.ts';
import { audienceFixture, deskFixture, topicFixture } from '../../model/desk/deskFixture.ts';
import { ItemLine } from '../../model/desk/ledger/itemLine.ts';

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

/** For the tests of this folder: a desk of one topic and two audiences, with a history. Ids go by the order of the items. */
export function deskWith(history: readonly HistoryItem[]): Desk {
  const terms = { es: ['embalse', 'sequía'], en: ['reservoir', 'drought'] };
  return deskFixture({
    topics: [topicFixture('agua', { title: { es: 'Agua' }, terms })],
    audiences: ['vecindario', 'prensa'].map((name) =>
      audienceFixture(name, { languages: ['es', 'en'], interests: { agua: 1 } }),
    ),
    ledger: history.flatMap(linesOf),
  });
}

export function idOf(number: number): string {
  return String(number).padStart(12, '0');
}

function linesOf(
  { title, text, day, kept, language = 'es', source = 'rios', ...more }: HistoryItem,
  number: number,
): ItemLine[] {
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
  return lines.map((line) => ItemLine.parse(JSON.parse(JSON.stringify(line))));
}
