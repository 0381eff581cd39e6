import { words } from '../i18n/words.ts';
import { toHtml } from '../markdown/toHtml.ts';
import type { SiteLanguage } from '../model/desk/text.ts';
import type { EditionPick } from '../model/site/editionPick.ts';
import type { EditionSource } from '../model/site/editionSource.ts';
import type { SourceCard, SourceIndexPage, SourcePage } from '../model/site/sourcePage.ts';
import type { Context } from './context.ts';
import { frame } from './frame.ts';
import { hostOf } from './hostOf.ts';
import { pageParts, pageTitle, paginated } from './paginated.ts';
import { allowance } from './permission.ts';

/** The index of sources and the pages of each. */
export function sourcePages(
  site: Context,
  lang: SiteLanguage,
): { index: SourceIndexPage; pages: SourcePage[] } {
  const { sources, picks } = site.edition;
  const bySource = Map.groupBy(picks, (pick) => pick.source ?? '');
  const withPicks = sources.map((source) => ({ source, picks: bySource.get(source.name) ?? [] }));
  const cards = withPicks.map((one) => sourceCard(site, lang, one.source, one.picks.length));
  return {
    index: sourceIndex(site, lang, cards),
    pages: withPicks.flatMap((one) => pagesOf(site, lang, one.source, one.picks)),
  };
}

function sourceIndex(site: Context, lang: SiteLanguage, cards: SourceCard[]): SourceIndexPage {
  const intro = site.edition.name === 'team' ? 'sources.introTeam' : 'sources.intro';
  return {
    frame: frame(site, {
      lang,
      section: 'sources',
      address: site.addresses.section(lang, 'sources'),
      description: words(lang).say(intro),
    }),
    sources: cards.toSorted((a, b) => a.title.localeCompare(b.title, lang)),
  };
}

function sourceCard(
  { addresses }: Context,
  lang: SiteLanguage,
  { name, title, site, language, team }: EditionSource,
  count: number,
): SourceCard {
  return {
    title,
    href: addresses.section(lang, 'sources', name),
    host: hostOf(site ?? ''),
    language,
    count,
    ...(team && { team: { state: team.state, ...team.counts } }),
  };
}

function pagesOf(
  site: Context,
  lang: SiteLanguage,
  source: EditionSource,
  picks: readonly EditionPick[],
): SourcePage[] {
  const card = sourceCard(site, lang, source, picks.length);
  const address = (to: SiteLanguage) => (page: number) =>
    site.addresses.section(to, 'sources', source.name, ...pageParts(page));
  return paginated(picks, address(lang)).map(({ items, address: here, pagination }) => ({
    frame: frame(site, {
      lang,
      section: 'sources',
      title: pageTitle(lang, source.title, pagination.page),
      address: here,
      alternate: (to) => address(to)(pagination.page),
    }),
    source: card,
    site: source.site,
    topics: source.topics.flatMap((topic) => site.topicLink(lang, topic) ?? []),
    allowance: allowance(source.permission),
    picks: items.map((pick) => ({ ...site.cards.of(pick, lang), from: undefined })),
    pagination,
    ...(source.team && { team: teamPart(source.team) }),
  }));
}

function teamPart({
  file,
  feed,
  important,
  notes,
  permission,
}: NonNullable<EditionSource['team']>): SourcePage['team'] {
  return { file, feed, important, notes: toHtml(notes), permission };
}
