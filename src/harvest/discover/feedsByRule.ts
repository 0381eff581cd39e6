/** A kind of page whose feed's address follows from its own. */
interface Place {
  name: string;
  /** of the page's address without `https://`, `www.`, `m.` and fragment: `youtube.com/channel/UC…?view=0` */
  page: RegExp;
  /** the feeds, the best first; `$1` is what the first brackets of `page` hold */
  feeds: string[];
}

/** The end of a path: nothing more, or a query. */
const END = String.raw`\/?(?:\?.*)?$`;
const place = (name: string, page: string, ...feeds: string[]): Place => ({
  name,
  page: new RegExp(`^${page}`, 'i'),
  feeds,
});

const YOUTUBE = 'https://www.youtube.com/feeds/videos.xml';

/** Read from the top: the first that fits decides. */
const PLACES: readonly Place[] = [
  place(
    'YouTube channel',
    String.raw`youtube\.com\/channel\/(UC[\w-]{22})(?![\w-])`,
    `${YOUTUBE}?channel_id=$1`,
  ),
  place(
    'YouTube playlist',
    String.raw`youtube\.com\/(?:playlist|watch)\?(?:[^#]*&)?list=([\w-]+)`,
    `${YOUTUBE}?playlist_id=$1`,
  ),
  place('YouTube user', String.raw`youtube\.com\/user\/([\w-]+)`, `${YOUTUBE}?user=$1`),
  place(
    'Bluesky profile',
    String.raw`bsky\.app\/profile\/([\w.:-]+)`,
    'https://bsky.app/profile/$1/rss',
  ),
  place(
    'Reddit community',
    String.raw`(?:(?:old|new|np)\.)?reddit\.com\/r\/([\w+]+)`,
    'https://www.reddit.com/r/$1/.rss',
  ),
  place(
    'Reddit user',
    String.raw`(?:(?:old|new|np)\.)?reddit\.com\/u(?:ser)?\/([\w-]+)`,
    'https://www.reddit.com/user/$1/.rss',
  ),
  place('Medium tag', String.raw`medium\.com\/tag\/([\w-]+)`, 'https://medium.com/feed/tag/$1'),
  place('Medium', String.raw`medium\.com\/(@[\w.-]+|[\w-]+)`, 'https://medium.com/feed/$1'),
  place('Medium, own name', String.raw`([\w-]+)\.medium\.com\/`, 'https://$1.medium.com/feed'),
  place('Substack profile', String.raw`substack\.com\/@([\w-]+)`, 'https://$1.substack.com/feed'),
  place(
    'Substack, as its app shares it',
    String.raw`open\.substack\.com\/pub\/([\w-]+)`,
    'https://$1.substack.com/feed',
  ),
  place(
    'Substack',
    String.raw`(?!open\.)([\w-]+)\.substack\.com\/`,
    'https://$1.substack.com/feed',
  ),
  place(
    'GitHub commits',
    String.raw`github\.com\/([\w.-]+\/[\w.-]+)\/commits\/([^?#]+?)${END}`,
    'https://github.com/$1/commits/$2.atom',
  ),
  place(
    'GitHub repository',
    String.raw`github\.com\/(?!(?:orgs|topics|features|marketplace|sponsors|collections)\/)([\w-]+\/[\w.-]+?)(?:\.git)?(?:[/?]|$)`,
    'https://github.com/$1/releases.atom',
    'https://github.com/$1/tags.atom',
  ),
  place(
    'GitHub user',
    String.raw`github\.com\/(?!(?:about|topics|features|marketplace|explore|trending|login)\b)([\w-]+)${END}`,
    'https://github.com/$1.atom',
  ),
  place(
    'Codeberg repository',
    String.raw`codeberg\.org\/([\w.-]+\/[\w.-]+)`,
    'https://codeberg.org/$1/releases.rss',
  ),
  place(
    'Blogger',
    String.raw`([\w-]+)\.blogspot\.com(?:\.\w\w)?\/`,
    'https://$1.blogspot.com/feeds/posts/default',
  ),
  place(
    'WordPress.com',
    String.raw`([\w-]+)\.wordpress\.com${END}`,
    'https://$1.wordpress.com/feed/',
  ),
  place('Tumblr', String.raw`(?!api\.)([\w-]+)\.tumblr\.com\/`, 'https://$1.tumblr.com/rss'),
  place(
    'Tumblr, new address',
    String.raw`tumblr\.com\/([\w-]+)${END}`,
    'https://$1.tumblr.com/rss',
  ),
  // YouTube's own handles look like Mastodon's; their feed is known from the page alone.
  place('YouTube handle', String.raw`youtube\.com\/`),
  place(
    'Networks that look like Mastodon',
    String.raw`(?:tiktok\.com|threads\.(?:net|com)|flipboard\.com)\/`,
  ),
  place(
    'Mastodon, account of another server',
    String.raw`[^/]+\/@([\w.-]+)@([\w.-]+\.[a-z]{2,})${END}`,
    'https://$2/@$1.rss',
  ),
  place(
    'Mastodon account',
    String.raw`([^/]+)\/(?:@|users\/)([\w.-]+)(?:\/(?:with_replies|media|\d+))?${END}`,
    'https://$1/@$2.rss',
  ),
  place('Mastodon tag', String.raw`([^/]+)\/tags\/([^/?#.]+)${END}`, 'https://$1/tags/$2.rss'),
];

/**
 * The feeds that a page has by the rules of its site, as far as its address tells: none if no rule fits. Only a request
 * tells whether they are there.
 */
export function feedsByRule(address: string): string[] {
  const url = URL.parse(address);
  if (url === null) return [];
  const page = `${url.host.replace(/^(?:www|m)\./, '')}${url.pathname}${url.search}`;
  for (const { page: shape, feeds } of PLACES) {
    const found = shape.exec(page);
    if (found === null) continue;
    // Written for people, so https; a server of one's own may have another port, which `host` has kept.
    return feeds.map((feed) => feed.replace(/\$(\d)/g, (_, n: string) => found[Number(n)] ?? ''));
  }
  return [];
}
