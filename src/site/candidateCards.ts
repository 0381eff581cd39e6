import { words } from '../i18n/words.ts';
import { toHtml } from '../markdown/toHtml.ts';
import type { SiteLanguage } from '../model/desk/text.ts';
import type { Day } from '../model/desk/time.ts';
import type { CandidateCard } from '../model/site/inboxPage.ts';
import type { EditionCandidate, TeamKnowledge } from '../model/site/teamKnowledge.ts';
import { dayOf, daysBetween, isDay } from '../text/time.ts';
import type { Context } from './context.ts';

/** Candidates as the inbox shows them in a language. */
export function candidateCards(
  site: Context,
  { audiences }: TeamKnowledge,
  lang: SiteLanguage,
): (candidate: EditionCandidate) => CandidateCard {
  const titles = new Map(audiences.map((audience) => [audience.name, audience.title]));
  return (candidate) => {
    const { name, title, url, score, exploration, keyphrases, mentions, file, comments } =
      candidate;
    const from = site.publisherOf(candidate.source, url);
    return {
      name,
      title,
      url,
      lang: candidate.language,
      from,
      author: candidate.author === from ? undefined : candidate.author,
      published: candidate.published,
      harvested: candidate.harvested,
      age: ageInDays(candidate, site),
      audience: titles.get(candidate.audience) ?? candidate.audience,
      score,
      why: site.linkedReasons(candidate.why),
      ...linksOf(candidate, site, lang),
      exploration,
      keyphrases,
      mentions,
      html: htmlOf(candidate, from, lang),
      file,
      comments,
      ...reasonOrDay(candidate.reason),
    };
  };
}

function ageInDays({ published, harvested }: EditionCandidate, { edition }: Context): number {
  const day = dayOf(published ?? harvested, edition.settings.timeZone);
  return Math.max(0, daysBetween(day, edition.today));
}

function linksOf(
  { topics, suggestedTopics, follows, alsoIn }: EditionCandidate,
  site: Context,
  lang: SiteLanguage,
): Pick<CandidateCard, 'topics' | 'suggestedTopics' | 'follows' | 'also'> {
  const topicLinks = (names: readonly string[]) =>
    names.flatMap((topic) => site.topicLink(lang, topic) ?? []);
  return {
    topics: topicLinks(topics),
    suggestedTopics: topicLinks(suggestedTopics.filter((topic) => !topics.includes(topic))),
    follows: site.pickLink(follows ?? ''),
    also: alsoIn.map(({ source, url }) => ({ title: site.publisherOf(source, url), href: url })),
  };
}

function htmlOf(
  { body, url, language }: EditionCandidate,
  publisher: string,
  lang: SiteLanguage,
): string {
  const label = words(lang).say('pick.quoteOf');
  return toHtml(body, { attribution: { label, title: publisher, url, lang: language } });
}

/** The reason for `later` may be a day: from that day on the candidate is undecided again. */
function reasonOrDay(reason: string): Pick<CandidateCard, 'reason' | 'returns'> {
  const day = reason.trim();
  return isDay(day) ? { reason: '', returns: day as Day } : { reason };
}
