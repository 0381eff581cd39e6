import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PLACES = ['Almoraya', 'Tejavana', 'Guadalén', 'Peñarrubia', 'Valdelagua', 'Riofrío'];
const SUBJECTS = [
  'La sequía vacía el embalse de',
  'Nuevo plan de riego para',
  'El agua potable vuelve a',
  'Cierran las fuentes de',
  'La sequía llega a las huertas de',
  'Reparan la presa del embalse de',
];

/**
 * Writes feeds about water into a folder, as a publisher's server would hold them, each item with a story of its own
 * but for one that all of them carry. The same numbers give the same feeds.
 */
export function writeWaterFeeds(
  folder: string,
  { feeds, items, day = '18' }: { feeds: number; items: number; day?: string },
): string[] {
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: feeds }, (_, feed) => {
    const name = `feed-${feed}.xml`;
    const entries = Array.from({ length: items }, (_, n) => entry(feed, n, day));
    writeFileSync(
      join(folder, name),
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Agua ${feed}</title><link>https://agua-${feed}.example/</link><language>es</language>${entries.join('')}${shared(feed)}</channel></rss>`,
    );
    return name;
  });
}

function entry(feed: number, n: number, day: string): string {
  const place = PLACES[(feed + n) % PLACES.length];
  const subject = SUBJECTS[n % SUBJECTS.length];
  const hour = String((feed * 5 + n) % 24).padStart(2, '0');
  const text = `Vecinas y vecinos de ${place} hablan de la sequía y del embalse, aviso ${feed}-${n}. ${'El riego espera. '.repeat((feed * 7 + n * 3) % 11)}`;
  return `<item><title>${subject} ${place} (${feed}.${n})</title><link>https://agua-${feed}.example/${n}?utm_source=rss</link><guid isPermaLink="false">${feed}-${n}</guid><pubDate>Wed, ${day} Nov 2026 ${hour}:00:00 +0100</pubDate><description>${text}</description></item>`;
}

/** A story that every feed carries, each with a different length. */
function shared(feed: number): string {
  return `<item><title>Decreto de sequía para toda la cuenca</title><link>https://boletin.example/decreto</link><pubDate>Tue, 17 Nov 2026 08:00:00 +0100</pubDate><description>El decreto regula el agua potable y el embalse. ${'Texto del decreto. '.repeat(feed + 1)}</description></item>`;
}
