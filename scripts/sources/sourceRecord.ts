import type { Source } from '../../src/model/desk/source.ts';

/** A source as `--json` gives it, whichever part tells of it. @param folder the desk's */
export function sourceRecord(
  { name, path, data }: { name: string; path: string; data: { [K in keyof Source]?: unknown } },
  folder: string,
): object {
  const { title, site, feed, language, topics, state } = data;
  const file = `${folder}/${path}`;
  return { kind: 'source', source: name, file, title, site, feed, language, topics, state };
}
