import type { APIRoute, GetStaticPaths } from 'astro';
import { rss } from '../../feeds/rss.ts';
import type { Feed } from '../../model/site/feed.ts';
import { feed } from '../../site/feed.ts';
import { languagePaths, site } from '../_site.ts';

export const getStaticPaths = (async () => {
  const { context } = await site();
  return (await languagePaths()).flatMap(({ params, props: { language } }) => {
    const found = feed(context, language, 'rss.xml');
    return found ? [{ params, props: { feed: found } }] : [];
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ feed: Feed }> = ({ props }) =>
  new Response(rss(props.feed), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
