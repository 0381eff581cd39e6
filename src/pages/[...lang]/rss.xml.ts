import type { APIRoute, GetStaticPaths } from 'astro';
import type { SiteLanguage } from '../../model/text.ts';
import { rss } from '../../publish/rss.ts';
import { feed } from '../../site/feeds.ts';
import { languagePaths, site } from '../_site.ts';

export const getStaticPaths = languagePaths satisfies GetStaticPaths;

export const GET: APIRoute<{ language: SiteLanguage }> = async ({ props }) => {
  const { context } = await site();
  return new Response(rss(feed(context, props.language)), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
};
