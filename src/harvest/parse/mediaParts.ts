import type { RawText } from './rawFeed.ts';
import { present } from './rawFeed.ts';

interface MediaText {
  value?: string | undefined;
  type?: string | undefined;
}

interface MediaElements {
  title?: MediaText | undefined;
  description?: MediaText | undefined;
  keywords?: string[] | undefined;
  thumbnails?: { url?: string | undefined }[] | undefined;
  categories?: { name?: string | undefined; label?: string | undefined }[] | undefined;
  credits?: { value?: string | undefined; role?: string | undefined }[] | undefined;
  player?: { url?: string | undefined } | undefined;
}

interface MediaContent extends MediaElements {
  url?: string | undefined;
  type?: string | undefined;
  medium?: string | undefined;
}

interface Media extends MediaElements {
  groups?: (MediaElements & { contents?: MediaContent[] | undefined })[] | undefined;
  contents?: MediaContent[] | undefined;
}

/** What Media RSS says about an entry, wherever in its groups and contents it says so. */
export function mediaParts(media: Media | undefined) {
  const groups = media?.groups ?? [];
  const contents = [...(media?.contents ?? []), ...groups.flatMap((group) => group.contents ?? [])];
  const all: MediaElements[] = media === undefined ? [] : [media, ...groups, ...contents];
  return {
    titles: all.flatMap(({ title }) => mediaText(title)),
    bodies: all.flatMap(({ description }) => mediaText(description)),
    images: present(
      contents.filter(isImage).map(({ url }) => url),
      all.flatMap(({ thumbnails }) => thumbnails?.map(({ url }) => url) ?? []),
    ),
    players: present(all.map(({ player }) => player?.url)),
    authors: present(
      all.flatMap(
        ({ credits }) =>
          credits?.filter(({ role }) => role === 'author').map(({ value }) => value) ?? [],
      ),
    ),
    categories: present(
      all.flatMap(({ categories }) => categories?.map(({ label, name }) => label ?? name) ?? []),
      all.flatMap(({ keywords }) => keywords ?? []),
    ),
  };
}

function mediaText(text: MediaText | undefined): RawText[] {
  if (text?.value === undefined) return [];
  return [{ value: text.value, kind: text.type === 'html' ? 'html' : 'guess' }];
}

function isImage({ medium, type }: MediaContent): boolean {
  return medium === 'image' || type?.startsWith('image/') === true;
}
