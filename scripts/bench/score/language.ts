import { detectLanguage } from '../../../src/text/language.ts';
import type { Row } from './corpora.ts';
import { mean } from './metrics.ts';
import type { Section } from './section.ts';

/** What a feed might wrongly say of texts in a language; of all others, that they are Spanish. */
const MISTAKEN: Readonly<Record<string, string>> = { es: 'en' };

export const language: Section = {
  needs: [],
  run: ({ corpora }) => {
    const rows = [...corpora.values()].flatMap(({ name, rows }) =>
      [...Map.groupBy(titled(rows), ({ declared }) => declared)]
        .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
        .map(([own = '', group]) => accuracy(name, own, group)),
    );
    const notes = [
      'by titles alone; the declaration is that of a feed: right, or wrong (es as en, all others as es)',
    ];
    return [{ title: 'Language: share told rightly', rows, notes }];
  },
};

/** Those whose language somebody wrote down, and that have a title to tell it by. */
function titled(rows: readonly Row[]): Row[] {
  return rows.filter(({ declared, title }) => declared !== undefined && title.trim() !== '');
}

function accuracy(corpus: string, own: string, rows: readonly Row[]) {
  const share = (declared?: string) =>
    mean(rows.map(({ title }) => Number(detectLanguage(title, { declared }) === own)));
  return {
    corpus,
    language: own,
    titles: rows.length,
    undeclared: share(),
    'declared right': share(own),
    'declared wrong': share(MISTAKEN[own] ?? 'es'),
  };
}
