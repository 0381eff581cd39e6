import { parseFeed } from 'feedsmith';
import { feedparserItems } from '../../src/harvest/parse/readWithFeedparser.ts';
import { visibleText } from '../../src/text/visibleText.ts';

/** Readers of feeds that are not ours. */
export const WITNESSES = ['feedparser', 'feedsmith'] as const;
export type Witness = (typeof WITNESSES)[number];

/** Titles of the entries that each finds in a document; undefined if it refuses the document. */
export async function readByWitness(
  text: string,
  url: string,
): Promise<Record<Witness, string[] | undefined>> {
  const read = await feedparserItems(text, url);
  return {
    feedparser: read?.items.map(({ title }) => plainTitle(title)),
    feedsmith: feedsmithTitles(text),
  };
}

/** A title as readers of feeds can agree on it: words, without markup and spacing. */
export function plainTitle(title: unknown): string {
  return typeof title === 'string' ? visibleText(title).replace(/\s+/g, '') : '';
}

function feedsmithTitles(text: string): string[] | undefined {
  try {
    const { feed } = parseFeed(text);
    const entries = 'entries' in feed ? feed.entries : 'items' in feed ? feed.items : undefined;
    return (entries ?? []).map(({ title }) =>
      plainTitle(typeof title === 'object' ? title.value : title),
    );
  } catch {
    return undefined;
  }
}
