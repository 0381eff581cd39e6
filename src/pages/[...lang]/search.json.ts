import type { APIRoute, GetStaticPaths } from 'astro';
import type { SiteLanguage } from '../../model/desk/text.ts';
import { searchRecords } from '../../search/searchRecords.ts';
import { searchable } from '../../site/searchable.ts';
import { languagePaths, site } from '../_site.ts';

export const getStaticPaths = languagePaths satisfies GetStaticPaths;

export const GET: APIRoute<{ language: SiteLanguage }> = async ({ props }) => {
  const { context } = await site();
  return Response.json(searchRecords(searchable(context, props.language)));
};
