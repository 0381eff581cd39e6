import type { SiteLanguage } from '../model/desk/text.ts';
import type { PickCard } from '../model/site/pickCard.ts';
import type { Context } from './context.ts';

/** What search in a language looks through: every pick as a card in it, its note not shortened. */
export function searchable({ edition, cards }: Context, lang: SiteLanguage): PickCard[] {
  return edition.picks.map((pick) => ({ ...cards.of(pick, lang), note: cards.fullNote(pick) }));
}
