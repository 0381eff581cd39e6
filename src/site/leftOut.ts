import type { SiteLanguage } from '../model/desk/text.ts';
import type { Outcome } from '../model/run/outcome.ts';
import type { ItemOutcome } from '../model/run/runReport.ts';
import type { HiddenPage, LeftOutcome, LeftOutItem } from '../model/site/hiddenPage.ts';
import type { RunOutcomes, TeamKnowledge } from '../model/site/teamKnowledge.ts';
import { dayOf } from '../text/time.ts';
import type { Context } from './context.ts';

/** Items of a group on the page at most, so that a phone can open the page of a large harvest. */
export const SHOWN = 200;

/** First what a person is most likely to want back. `proposed` and `known` were not left out. */
const ORDER = [
  'overBudget',
  'overCap',
  'flood',
  'vetoed',
  'sameStory',
  'belowThreshold',
  'otherLanguage',
  'duplicate',
  'tooOld',
  'future',
  'noLink',
] as const satisfies readonly LeftOutcome[];

/** What the newest harvest did not propose, by outcome, the best of each first. */
export function leftOut(
  site: Context,
  team: TeamKnowledge,
  lang: SiteLanguage,
): Omit<HiddenPage, 'frame'> {
  const { threshold, harvest } = team;
  if (!harvest) return { threshold, groups: [] };
  const { now, outcomes } = harvest;
  const byOutcome = Map.groupBy(outcomes, ({ outcome }) => outcome);
  const count = (outcome: Outcome) => byOutcome.get(outcome)?.length ?? 0;
  const toItem = leftOutItem(site, { ...team, harvest }, lang);
  const groups = ORDER.filter((outcome) => count(outcome) > 0).map((outcome) => ({
    outcome,
    count: count(outcome),
    items: (byOutcome.get(outcome) ?? []).toSorted(bestFirst).slice(0, SHOWN).map(toItem),
  }));
  const left = groups.reduce((sum, group) => sum + group.count, 0);
  const [proposed, known] = [count('proposed'), count('known')];
  return {
    threshold,
    harvest: {
      at: now,
      day: dayOf(now, site.edition.settings.timeZone),
      total: outcomes.length,
      proposed,
      known,
      leftOut: left,
    },
    groups,
  };
}

function leftOutItem(
  site: Context,
  team: TeamKnowledge & { harvest: RunOutcomes },
  lang: SiteLanguage,
): (item: ItemOutcome) => LeftOutItem {
  const { timeZone } = site.edition.settings;
  const audiences = new Map(team.audiences.map(({ name, title }) => [name, title]));
  const linkTo = linkByName(site, team, lang);
  return ({ title, url, source, outcome, score, audience, why, language, published, detail }) => {
    const veto = outcome === 'vetoed' ? detail : undefined;
    const behind = outcome === 'vetoed' || !detail ? undefined : linkTo(detail);
    return {
      title: title.trim(),
      ...(url !== undefined && { url }),
      ...(language !== undefined && { lang: language }),
      from: site.publisherOf(source, url ?? '') || source,
      ...(published && { published: dayOf(published, timeZone) }),
      ...(audience !== undefined && { audience: audiences.get(audience) ?? audience }),
      ...(score !== undefined && { score }),
      why: site.linkedReasons(why ?? []),
      ...(veto !== undefined && { veto }),
      ...(behind && { behind }),
    };
  };
}

/** Links to what a report names as preferred: an item by its id; a pick, a candidate or a source by the name of its file. */
function linkByName(
  site: Context,
  { waiting, later, harvest }: TeamKnowledge & { harvest: RunOutcomes },
  lang: SiteLanguage,
): (name: string) => LeftOutItem['behind'] {
  const items = new Map(harvest.outcomes.map((item) => [item.id, item]));
  const candidates = new Map([...waiting, ...later].map((one) => [one.name, one]));
  const sources = new Map(site.edition.sources.map((source) => [source.name, source.title]));
  const inbox = site.addresses.section(lang, 'inbox');
  return (name) => {
    const item = items.get(name);
    if (item?.url) return { title: item.title || item.url, href: item.url, lang: item.language };
    const pick = site.pickLink(name);
    if (pick) return pick;
    const candidate = candidates.get(name);
    if (candidate) {
      const { title, language } = candidate;
      return { title, href: `${inbox}#candidate-${name}`, lang: language };
    }
    const source = sources.get(name);
    return source === undefined ? undefined : { title: source, href: site.sourceHref(lang, name) };
  };
}

/** By score, then by age, then by what the order of files and feeds does not change. */
function bestFirst(a: ItemOutcome, b: ItemOutcome): number {
  return (
    (b.score ?? -1) - (a.score ?? -1) || timeOf(b) - timeOf(a) || (orderOf(a) < orderOf(b) ? -1 : 1)
  );
}

function timeOf({ published }: ItemOutcome): number {
  return Date.parse(published ?? '') || 0;
}

function orderOf({ id, source, title, url }: ItemOutcome): string {
  return [id, source, title, url].join(' ');
}
