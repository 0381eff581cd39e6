import { describe, expect, test } from 'vitest';
import { feedsByRule } from './feedsByRule.ts';

const CHANNEL = 'UCabcdefghijklmnopqrstuv';
const YOUTUBE = 'https://www.youtube.com/feeds/videos.xml';

describe('the feed that a page’s address promises', () => {
  test.for([
    [`https://www.youtube.com/channel/${CHANNEL}`, `${YOUTUBE}?channel_id=${CHANNEL}`],
    [`https://m.youtube.com/channel/${CHANNEL}/videos?view=0`, `${YOUTUBE}?channel_id=${CHANNEL}`],
    ['https://www.youtube.com/playlist?list=PLx_1-2', `${YOUTUBE}?playlist_id=PLx_1-2`],
    ['https://www.youtube.com/watch?v=abc&list=PLx', `${YOUTUBE}?playlist_id=PLx`],
    ['https://youtube.com/user/RiverTrust', `${YOUTUBE}?user=RiverTrust`],
    ['https://bsky.app/profile/river.example', 'https://bsky.app/profile/river.example/rss'],
    ['https://bsky.app/profile/did:plc:abc123', 'https://bsky.app/profile/did:plc:abc123/rss'],
    ['https://www.reddit.com/r/urbanplanning/', 'https://www.reddit.com/r/urbanplanning/.rss'],
    ['https://old.reddit.com/r/water/top/?t=week', 'https://www.reddit.com/r/water/.rss'],
    ['https://www.reddit.com/u/someone', 'https://www.reddit.com/user/someone/.rss'],
    ['https://medium.com/@ana.lagos', 'https://medium.com/feed/@ana.lagos'],
    ['https://medium.com/the-river-desk', 'https://medium.com/feed/the-river-desk'],
    ['https://medium.com/tag/water', 'https://medium.com/feed/tag/water'],
    ['https://river-desk.medium.com/', 'https://river-desk.medium.com/feed'],
    ['https://rivers.substack.com/p/a-letter', 'https://rivers.substack.com/feed'],
    ['https://open.substack.com/pub/agua/p/una-nota?r=1', 'https://agua.substack.com/feed'],
    ['https://substack.com/@rivers', 'https://rivers.substack.com/feed'],
    ['https://github.com/rivers', 'https://github.com/rivers.atom'],
    [
      'https://github.com/rivers/gauges/commits/main',
      'https://github.com/rivers/gauges/commits/main.atom',
    ],
    ['https://codeberg.org/rivers/gauges', 'https://codeberg.org/rivers/gauges/releases.rss'],
    [
      'https://rios.blogspot.com/2026/11/nota.html',
      'https://rios.blogspot.com/feeds/posts/default',
    ],
    ['https://rios.wordpress.com', 'https://rios.wordpress.com/feed/'],
    ['https://rios.tumblr.com/post/1', 'https://rios.tumblr.com/rss'],
    ['https://www.tumblr.com/rios', 'https://rios.tumblr.com/rss'],
    ['https://mastodon.example/@ana', 'https://mastodon.example/@ana.rss'],
    ['https://social.example:8443/@ana/113', 'https://social.example:8443/@ana.rss'],
    ['https://mastodon.example/users/ana', 'https://mastodon.example/@ana.rss'],
    ['https://mastodon.example/@ana@rios.example', 'https://rios.example/@ana.rss'],
    ['https://mastodon.example/tags/agua', 'https://mastodon.example/tags/agua.rss'],
  ] as const)('%s', ([page, feed]) => {
    expect(feedsByRule(page)[0]).toBe(feed);
  });

  test('of a GitHub repository is that of its releases, and then that of its tags', () => {
    const feeds = ['releases', 'tags'].map(
      (name) => `https://github.com/rivers/gauges/${name}.atom`,
    );
    expect(feedsByRule('https://github.com/rivers/gauges')).toEqual(feeds);
    expect(feedsByRule('https://github.com/rivers/gauges.git')).toEqual(feeds);
    expect(feedsByRule('https://github.com/rivers/gauges/releases?page=2')).toEqual(feeds);
  });

  test.for([
    'https://rios.example/',
    'https://rios.example/blog/nota',
    'https://www.youtube.com/@rivers',
    'https://www.youtube.com/channel/short',
    'https://open.substack.com/',
    'https://www.tiktok.com/@rivers',
    'https://www.threads.net/@rivers',
    'https://github.com/topics/water',
    'https://github.com/',
    'https://notreddit.com/r/water',
    'https://fakebsky.app/profile/x',
    'not an address',
  ])('%s promises none', (page) => {
    expect(feedsByRule(page)).toEqual([]);
  });
});
