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

/** What the pages of sources show. */
export function sourcePages(site: Context, lang: SiteLanguage) {
  const { edition, addresses } = site;
  const picks = Map.groupBy(edition.picks, (pick) => pick.source ?? '');
  const picksOf = (source: EditionSource): EditionPick[] => picks.get(source.name) ?? [];
  const intro = edition.name === 'team' ? 'sources.introTeam' : 'sources.intro';
  const index: SourceIndexPage = {
    frame: frame(site, {
      lang,
      section: 'sources',
      address: addresses.section(lang, 'sources'),
      description: words(lang).say(intro),
    }),
    sources: edition.sources.map(card).toSorted((a, b) => a.title.localeCompare(b.title, lang)),
  };
  return { index, pages: edition.sources.flatMap(pagesOf) };

  function card(source: EditionSource): SourceCard {
    const { name, title, language, team } = source;
    const shown = picksOf(source).length;
    return {
      title,
      href: addresses.section(lang, 'sources', name),
      host: hostOf(source.site ?? ''),
      language,
      count: shown,
      ...(team && { team: { state: team.state, ...team.counts } }),
    };
  }

  function pagesOf(source: EditionSource): SourcePage[] {
    const { title, site: home, topics, permission, team } = source;
    const address = (to: SiteLanguage) => (page: number) =>
      addresses.section(to, 'sources', source.name, ...pageParts(page));
    return paginated(picksOf(source), address(lang)).map(
      ({ items, address: here, pagination }) => ({
        frame: frame(site, {
          lang,
          section: 'sources',
          title: pageTitle(lang, title, pagination.page),
          address: here,
          twin: (to) => address(to)(pagination.page),
        }),
        source: card(source),
        site: home,
        topics: topics.flatMap((topic) => site.topicLink(lang, topic) ?? []),
        allowance: allowance(permission),
        picks: items.map((pick) => ({ ...site.cards.of(pick, lang), from: undefined })),
        pagination,
        ...(team && {
          team: {
            file: team.file,
            feed: team.feed,
            important: team.important,
            notes: toHtml(team.notes),
            permission: team.permission,
          },
        }),
      }),
    );
  }
}
