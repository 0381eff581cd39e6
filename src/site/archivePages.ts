import { words } from '../i18n/words.ts';
import type { SiteLanguage } from '../model/desk/text.ts';
import type { Month } from '../model/desk/time.ts';
import type { ArchivePage } from '../model/site/archivePage.ts';
import type { EditionPick } from '../model/site/editionPick.ts';
import type { PickCard } from '../model/site/pickCard.ts';
import { monthOf } from '../text/time.ts';
import type { Context } from './context.ts';
import { frame } from './frame.ts';
import { pageParts, pageTitle, paginated } from './paginated.ts';

/** Every pick of the edition, the newest first, by month. */
export function archivePages(site: Context, lang: SiteLanguage): ArchivePage[] {
  const { edition, addresses, cards } = site;
  const address = (to: SiteLanguage) => (page: number) =>
    addresses.section(to, 'archive', ...pageParts(page));
  return paginated(edition.picks, address(lang)).map(({ items, address: here, pagination }) => ({
    frame: frame(site, {
      lang,
      section: 'archive',
      title: pageTitle(lang, words(lang).say('section.archive'), pagination.page),
      address: here,
      description: words(lang).say('archive.intro'),
      alternate: (to) => address(to)(pagination.page),
    }),
    months: byMonth(items, (pick) => cards.of(pick, lang)),
    pagination,
  }));
}

function byMonth(
  picks: readonly EditionPick[],
  card: (pick: EditionPick) => PickCard,
): ArchivePage['months'] {
  const months = new Map<Month, PickCard[]>();
  for (const pick of picks) {
    const month = pick.day ? monthOf(pick.day) : (pick.path.slice(0, 7).replace('/', '-') as Month);
    const found = months.get(month);
    if (found) found.push(card(pick));
    else months.set(month, [card(pick)]);
  }
  return [...months].map(([month, found]) => ({ month, picks: found }));
}
