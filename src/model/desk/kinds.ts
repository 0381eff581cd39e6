import type { z } from 'astro/zod';
import { AUDIENCES } from './audience.ts';
import { CAMPAIGNS } from './campaign.ts';
import { CANDIDATES } from './candidate.ts';
import { CHANNELS } from './channel.ts';
import { PICKS } from './pick.ts';
import { SLOTS } from './slot.ts';
import { SOURCES } from './source.ts';
import { TOPICS } from './topic.ts';

/** Every kind of content that a desk holds, in the order in which its folders are read and named. */
export const KINDS = [
  SOURCES,
  TOPICS,
  AUDIENCES,
  CHANNELS,
  CAMPAIGNS,
  CANDIDATES,
  PICKS,
  SLOTS,
] as const;

/** A kind of content, by its folder. */
export type Kind = (typeof KINDS)[number]['folder'];

type Descriptor<K extends Kind> = Extract<(typeof KINDS)[number], { folder: K }>;

/** What the header of a file of this kind says, once it is read. */
export type Content<K extends Kind> = z.infer<Descriptor<K>['schema']>;

export const FOLDERS: readonly Kind[] = KINDS.map(({ folder }) => folder);

/** The descriptor of a kind. */
export function kindOf<K extends Kind>(folder: K): Descriptor<K> {
  return KINDS.find((kind) => kind.folder === folder) as Descriptor<K>;
}

/** A value for each kind, under the name of its folder. */
export function byKind<T extends Record<Kind, unknown>>(
  make: <K extends Kind>(folder: K) => T[K],
): T {
  return Object.fromEntries(FOLDERS.map((folder) => [folder, make(folder)])) as T;
}
