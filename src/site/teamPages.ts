import { words } from '../i18n/words.ts';
import { toHtml } from '../markdown/toHtml.ts';
import type { Finding } from '../model/desk/finding.ts';
import type { SiteLanguage } from '../model/desk/text.ts';
import type { Day } from '../model/desk/time.ts';
import type { CandidateCard, InboxPage } from '../model/site/inboxPage.ts';
import type { EditionCandidate, TeamKnowledge } from '../model/site/teamKnowledge.ts';
import { dayOf, daysBetween, isDay } from '../text/time.ts';
import type { Context } from './context.ts';
import { frame } from './frame.ts';
import { leftOut } from './leftOut.ts';

/** Pages that only the team's edition has. */
export function teamPages(site: Context, lang: SiteLanguage) {
  const { team } = site.edition;
  if (!team) return { inbox: [], hidden: [], findings: [] };
  const { addresses } = site;
  const framed = (section: 'inbox' | 'hidden' | 'findings') =>
    frame(site, { lang, section, address: addresses.section(lang, section) });
  const card = candidateCard(site, team, lang);
  const inbox: InboxPage = {
    frame: framed('inbox'),
    waiting: team.waiting.map(card),
    later: team.later.map(card),
  };
  const quarantined = team.quarantine.map(({ path, findings }) => ({
    file: path,
    findings,
  }));
  const away = new Set(quarantined.map(({ file }) => file));
  const others = team.findings.filter((finding: Finding) => !away.has(finding.file));
  return {
    inbox: [inbox],
    hidden: [{ frame: framed('hidden'), ...leftOut(site, team, lang) }],
    findings: [{ frame: framed('findings'), quarantined, others }],
  };
}

function candidateCard(
  site: Context,
  { audiences }: TeamKnowledge,
  lang: SiteLanguage,
): (candidate: EditionCandidate) => CandidateCard {
  const { today, settings } = site.edition;
  const audienceTitles = new Map(audiences.map((audience) => [audience.name, audience.title]));
  const label = words(lang).say('pick.quoteOf');
  return ({
    source,
    audience,
    topics,
    suggestedTopics,
    why,
    follows,
    alsoIn,
    body,
    file,
    language,
    decision,
    reason,
    ...told
  }) => {
    const from = site.placeOf(source, told.url);
    const links = (names: readonly string[]) =>
      names.flatMap((topic) => site.topicLink(lang, topic) ?? []);
    const followed = site.pickLink(follows ?? '');
    const since = dayOf(told.published ?? told.harvested, settings.timeZone);
    return {
      ...told,
      name: told.name,
      lang: language,
      ...(isDay(reason.trim()) ? { returns: reason.trim() as Day, reason: '' } : { reason }),
      author: told.author === from ? undefined : told.author,
      from,
      age: Math.max(0, daysBetween(since, today)),
      audience: audienceTitles.get(audience) ?? audience,
      why: site.told(why),
      topics: links(topics),
      suggestedTopics: links(suggestedTopics.filter((topic) => !topics.includes(topic))),
      ...(followed && { follows: followed }),
      also: alsoIn.map((other) => ({
        title: site.placeOf(other.source, other.url),
        href: other.url,
      })),
      html: toHtml(body, { attribution: { label, title: from, url: told.url, lang: language } }),
      file,
    };
  };
}
