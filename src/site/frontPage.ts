import type { SiteLanguage } from '../model/desk/text.ts';
import type { EditionPick } from '../model/site/editionPick.ts';
import type { FrontAgenda, FrontPage } from '../model/site/frontPage.ts';
import type { TopicCard } from '../model/site/topicCard.ts';
import { cutAtWord } from '../text/clean.ts';
import type { Context } from './context.ts';
import { frame } from './frame.ts';

/** Characters of the lead's note at most. */
const LEAD_NOTE = 420;
/** Picks on the front page beside the lead. */
const LATEST = 8;
const ELSEWHERE = 3;
/** Waiting candidates that the team's front page names. */
const BEST = 3;

/**
 * The front page in a language: first the picks in it, then the newest in the others. The lead is the newest pick that
 * somebody marked as lead, or else the newest.
 */
export function frontPage(
  site: Context,
  lang: SiteLanguage,
  { agenda, topics }: { agenda: FrontAgenda; topics: TopicCard[] },
): FrontPage {
  const { edition, cards, addresses } = site;
  const shown = edition.picks.filter(({ team }) => team === undefined || team.shown === 'now');
  const isOwn = (pick: EditionPick) => cards.languageOf(pick) === lang;
  const own = shown.filter(isOwn);
  const lead =
    own.find((pick) => pick.lead) ?? own[0] ?? shown.find((pick) => pick.lead) ?? shown[0];
  const latest = own.filter((pick) => pick !== lead).slice(0, LATEST);
  const elsewhere = shown.filter((pick) => pick !== lead && !isOwn(pick)).slice(0, ELSEWHERE);
  const toCard = (pick: EditionPick) => cards.of(pick, lang);
  return {
    frame: frame(site, { lang, section: 'front', address: addresses.section(lang, 'front') }),
    ...(lead && { lead: { ...toCard(lead), note: cutAtWord(cards.fullNote(lead), LEAD_NOTE) } }),
    latest: latest.map(toCard),
    elsewhere: elsewhere.map(toCard),
    agenda,
    topics: topics.filter((topic) => topic.count > 0),
    ...(edition.team && { waiting: waiting(site, lang) }),
  };
}

function waiting(
  { edition, addresses, publisherOf }: Context,
  lang: SiteLanguage,
): FrontPage['waiting'] {
  const open = edition.team?.waiting ?? [];
  const inbox = addresses.section(lang, 'inbox');
  return {
    count: open.length,
    best: open.slice(0, BEST).map(({ name, title, url, score, source, language }) => ({
      title,
      href: `${inbox}#candidate-${name}`,
      score,
      lang: language,
      from: publisherOf(source, url),
    })),
  };
}
