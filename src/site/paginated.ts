import { words } from '../i18n/words.ts';
import type { SiteLanguage } from '../model/desk/text.ts';
import type { Pagination } from '../model/site/pagination.ts';

/** Picks on a page of a list. */
const PER_PAGE = 50;

/**
 * A list cut into pages, at least one, the first at the list's own address.
 * @param address of a page, 1 being the first
 */
export function paginated<T>(
  items: readonly T[],
  address: (page: number) => string,
): { items: T[]; address: string; pagination: Pagination }[] {
  const pages = Math.max(1, Math.ceil(items.length / PER_PAGE));
  return Array.from({ length: pages }, (_, index) => {
    const page = index + 1;
    return {
      items: items.slice(index * PER_PAGE, page * PER_PAGE),
      address: address(page),
      pagination: {
        page,
        pages,
        total: items.length,
        ...(page > 1 && { newer: address(page - 1) }),
        ...(page < pages && { older: address(page + 1) }),
      },
    };
  });
}

/** What a page of a list is called: the first as the list, the others with their number. */
export function pageTitle(lang: SiteLanguage, title: string, page: number): string {
  return page === 1 ? title : words(lang).say('page.numbered', { title, page });
}

/** The parts of an address that a page of a list adds: none for the first. */
export function pageParts(page: number): string[] {
  return page === 1 ? [] : [String(page)];
}
