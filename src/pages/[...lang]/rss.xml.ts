import type { APIRoute, GetStaticPaths } from 'astro';
import { rss } from '../../feeds/rss.ts';
import type { Feed } from '../../model/site/feed.ts';
import { feed } from '../../site/feeds.ts';
import { languagePaths, site } from '../_site.ts';

export const getStaticPaths = (async () => {
  const { context } = await site();
  return (await languagePaths()).flatMap(({ params, props: { language } }) => {
    const told = feed(context, language);
    return told ? [{ params, props: { feed: told } }] : [];
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ feed: Feed }> = ({ props }) =>
  new Response(rss(props.feed), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
