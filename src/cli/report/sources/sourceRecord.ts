import type { Source } from '../../../model/desk/source.ts';

/** A source that is there, or one that is to be written. */
export interface SourceFile {
  name: string;
  path: string;
  data: { [K in keyof Source]?: unknown };
}

/** A source as `--json` gives it, whichever command it is. @param folder the desk's */
export function sourceRecord({ name, path, data }: SourceFile, folder: string): object {
  const { title, site, feed, language, topics, state } = data;
  const file = `${folder}/${path}`;
  return { kind: 'source', source: name, file, title, site, feed, language, topics, state };
}
