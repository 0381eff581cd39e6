import { guesses, htmls, present, type RawEntry, type RawFeed, type RawText } from './rawFeed.ts';
import type { FeedOf } from './withFeedsmith.ts';

type JsonFeed = FeedOf<'json'>;
type JsonItem = NonNullable<JsonFeed['items']>[number];

export function fromJson(feed: JsonFeed): RawFeed {
  const feedAuthors = present(feed.authors?.map(({ name }) => name));
  return {
    format: 'json',
    title: feed.title,
    language: feed.language,
    entries: (feed.items ?? []).map((item) => fromJsonItem(item, feedAuthors)),
  };
}

function fromJsonItem(item: JsonItem, feedAuthors: string[]): RawEntry {
  const files = item.attachments ?? [];
  return {
    titles: guesses(item.title),
    links: present(item.url, item.external_url),
    permalinks: present(item.id),
    files: present(files.map(({ url }) => url)),
    bases: [],
    bodies: [
      ...htmls(item.content_html),
      ...present(item.content_text, item.summary).map(
        (value): RawText => ({ value, kind: 'text' }),
      ),
    ],
    authors: present(
      item.authors?.map(({ name }) => name),
      feedAuthors,
    ),
    dates: present(item.date_published, item.date_modified),
    images: present(
      item.image,
      item.banner_image,
      files.filter(({ mime_type }) => mime_type?.startsWith('image/')).map(({ url }) => url),
    ),
    comments: [],
    categories: present(item.tags),
    language: item.language,
  };
}
