import { toHtml } from '../markdown/toHtml.ts';
import type { EditionPick } from '../model/site/editionPick.ts';
import type { PickPage } from '../model/site/pickPage.ts';
import type { Context } from './context.ts';
import { frame } from './frame.ts';
import { hostOf } from './hostOf.ts';

/** Picks on the same topic that a page offers at most. */
const RELATED = 3;

/** A page for each pick, in the pick's own language. */
export function pickPages(site: Context): PickPage[] {
  const { picks, team } = site.edition;
  const audiences = new Map(team?.audiences.map(({ name, title }) => [name, title]));
  const related = relatedPicks(picks);
  const linkTo = (pick: EditionPick | undefined) => pick && site.pickLink(pick.name);
  return picks.map((pick, index) => ({
    ...pickPage(site, pick),
    newer: linkTo(picks[index - 1]),
    older: linkTo(picks[index + 1]),
    related: related(pick).map((other) => site.cards.of(other, site.cards.languageOf(pick))),
    ...(pick.team && { team: teamPart(pick.team, audiences, site) }),
  }));
}

/** The part of a page that depends on its pick alone. */
function pickPage(
  site: Context,
  pick: EditionPick,
): Omit<PickPage, 'newer' | 'older' | 'related' | 'team'> {
  const lang = site.cards.languageOf(pick);
  const publisher = site.publisherOf(pick.source, pick.url);
  const href = site.sourceHref(lang, pick.source ?? '');
  return {
    frame: frame(site, {
      lang,
      title: pick.title,
      description: site.cards.of(pick, lang).note,
      address: site.addresses.pick(pick.path),
    }),
    title: pick.title,
    lang: pick.language,
    url: pick.url,
    host: hostOf(pick.url),
    from: href ? { title: publisher, href } : publisher,
    author: pick.author === publisher ? undefined : pick.author,
    published: pick.published,
    day: pick.day,
    topics: pick.topics.flatMap((topic) => site.topicLink(lang, topic) ?? []),
    html: toHtml(pick.body, { attribution: site.attribution(pick) }),
    quotation: pick.quotation,
    also: pick.alsoIn.map(({ source, url }) => ({
      title: site.publisherOf(source, url),
      href: url,
    })),
  };
}

function teamPart(
  team: NonNullable<EditionPick['team']>,
  audiences: ReadonlyMap<string, string>,
  { linkedReasons }: Context,
): PickPage['team'] {
  const { file, shown, score, why, publish, review, expires, keptBy } = team;
  const audience = audiences.get(team.audience ?? '') ?? team.audience;
  return {
    file,
    shown,
    score,
    why: linkedReasons(why),
    facts: { publish, review, expires, keptBy, audience },
  };
}

/** The newest picks that share a topic with a pick, those that share most first. */
function relatedPicks(picks: readonly EditionPick[]): (pick: EditionPick) => EditionPick[] {
  const newest = new Map<string, EditionPick[]>();
  for (const pick of picks) {
    for (const topic of pick.topics) {
      const found = newest.get(topic) ?? [];
      // A few of each topic are enough to choose from, and keep the cost of a page the same however many picks.
      if (found.length < RELATED * 4) found.push(pick);
      newest.set(topic, found);
    }
  }
  return (pick) => {
    const near = new Set(pick.topics.flatMap((topic) => newest.get(topic) ?? []));
    near.delete(pick);
    const shared = (other: EditionPick) =>
      other.topics.filter((topic) => pick.topics.includes(topic)).length;
    return [...near].toSorted((a, b) => shared(b) - shared(a)).slice(0, RELATED);
  };
}
