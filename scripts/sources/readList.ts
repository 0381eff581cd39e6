import { readFileSync, statSync } from 'node:fs';
import { CribaError } from '../../src/model/run/error.ts';

const MAX_LIST_BYTES = 20 * 1024 * 1024;

/** The bytes of the list that a person names, and the name. @throws CribaError if it is not one readable file */
export function readList(rest: readonly string[]): { name: string; bytes: Uint8Array } {
  const [name, ...more] = rest;
  if (name === undefined || more.length > 0) {
    throw new CribaError('usage/file', 'import needs the name of one file.', {
      hint: 'npm run sources -- import subscriptions.opml',
    });
  }
  try {
    if (statSync(name).size <= MAX_LIST_BYTES) return { name, bytes: readFileSync(name) };
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EISDIR') {
      throw new CribaError('opml/unreadable-file', `${name} is a folder.`, {
        hint: 'Give the path of the list in it, often called subscriptions.opml.',
        cause,
      });
    }
    throw new CribaError('opml/unreadable-file', `${name} cannot be read.`, {
      hint: 'Give the path of a file as your reader has exported it, often called subscriptions.opml.',
      cause,
    });
  }
  throw new CribaError('opml/too-large', `${name} is larger than 20 MiB.`, {
    hint: 'A list of some thousand feeds has less than one: see what else is in it.',
  });
}
