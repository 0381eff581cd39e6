import type { SearchRecord } from '../../model/site/searchRecord.ts';
import { type Found, searchEngine } from '../../search/searchEngine.ts';

/** What the page asks; the first question brings the records' address. */
export type Question = { records: string } | { id: number; query: string; limit: number };
/** What the worker answers; `size` once the records are there. */
export type Answer = { size: number } | { failed: true } | { id: number; found: Found[] };

let search: ReturnType<typeof searchEngine> | undefined;

addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  if ('records' in data) postMessage(await loaded(data.records));
  else postMessage({ id: data.id, found: search?.(data.query, data.limit) ?? [] } satisfies Answer);
});

async function loaded(address: string): Promise<Answer> {
  try {
    const response = await fetch(address);
    if (!response.ok) return { failed: true };
    const records: SearchRecord[] = await response.json();
    search = searchEngine(records);
    return { size: records.length };
  } catch {
    return { failed: true };
  }
}
