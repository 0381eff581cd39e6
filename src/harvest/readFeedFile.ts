import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { feedPlace } from '../model/desk/source.ts';
import type { FeedDocument } from '../model/run/document.ts';
import { MAX_FEED_BYTES } from '../model/run/limits.ts';
import { sourceError } from '../model/run/sourceError.ts';

/**
 * Reads a feed that lies in the repository. `source/refused` for a path that is absolute, has `..` in it or leads
 * out of `root` through a link; `source/no-file` if there is no such file.
 * @param site address that relative links are resolved against
 */
export async function readFeedFile(
  path: string,
  { root, site }: { root: string; site?: string | undefined },
): Promise<FeedDocument> {
  if (feedPlace(path) !== 'file') {
    throw sourceError('refused', { why: 'path', url: path });
  }
  const place = await realpath(join(root, path)).catch((cause: unknown) => {
    throw sourceError('noFile', { why: 'missing', url: path }, { cause });
  });
  if (!place.startsWith((await realpath(root)) + sep)) {
    throw sourceError('refused', { why: 'outside', url: path });
  }
  const unreadable = (cause: unknown) => {
    const { code } = cause as NodeJS.ErrnoException;
    throw sourceError('noFile', { why: 'unreadable', url: path, reason: String(code) }, { cause });
  };
  const info = await stat(place).catch(unreadable);
  if (!info.isFile()) throw sourceError('noFile', { why: 'notAFile', url: path });
  if (info.size > MAX_FEED_BYTES)
    throw sourceError('tooLarge', { why: 'body', url: path, most: MAX_FEED_BYTES });
  return { url: site, contentType: '', bytes: await readFile(place).catch(unreadable) };
}
