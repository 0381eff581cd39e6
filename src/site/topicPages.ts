import { words } from '../i18n/words.ts';
import { ownWords } from '../markdown/ownWords.ts';
import { toHtml } from '../markdown/toHtml.ts';
import type { SiteLanguage } from '../model/desk/text.ts';
import type { EditionPick } from '../model/site/editionPick.ts';
import type { EditionTopic } from '../model/site/editionTopic.ts';
import type { PickCard } from '../model/site/pickCard.ts';
import type { TopicBranch, TopicCard } from '../model/site/topicCard.ts';
import type { TopicIndexPage, TopicPage } from '../model/site/topicPage.ts';
import { cutAtWord } from '../text/clean.ts';
import type { Context } from './context.ts';
import { frame } from './frame.ts';
import { pageParts, pageTitle, paginated } from './paginated.ts';

/** Characters of a position in a list at most. */
const NOTE = 160;

/** The index of topics, the pages of each, and all of them as cards. A topic's picks are also those of the topics within it. */
export function topicPages(
  site: Context,
  lang: SiteLanguage,
): { index: TopicIndexPage; pages: TopicPage[]; cards: TopicCard[] } {
  const { topics, picks } = site.edition;
  const byTopic = picksByTopic(picks, topics);
  const cards = new Map(
    topics.map((topic) => {
      const count = byTopic.get(topic.name)?.length ?? 0;
      return [topic.name, topicCard(site, lang, topic, count)];
    }),
  );
  return {
    index: topicIndex(site, lang, cards),
    pages: topics.flatMap((topic) =>
      pagesOf(site, lang, topic, { cards, picks: byTopic.get(topic.name) ?? [] }),
    ),
    cards: [...cards.values()],
  };
}

/** The cards of topics by name. */
type TopicCards = ReadonlyMap<string, TopicCard>;

function topicCard(
  site: Context,
  lang: SiteLanguage,
  { name, position }: EditionTopic,
  count: number,
): TopicCard {
  return {
    ...(site.topicLink(lang, name) ?? { title: name, href: '' }),
    count,
    note: cutAtWord(ownWords(position), NOTE),
    noteLang: positionLanguage(site, lang),
  };
}

/** Positions are written in the desk's first language. */
function positionLanguage(site: Context, lang: SiteLanguage): SiteLanguage {
  return site.languages[0] ?? lang;
}

function topicIndex(site: Context, lang: SiteLanguage, cards: TopicCards): TopicIndexPage {
  const { topics } = site.edition;
  const roots = new Set(rootTopics(topics));
  const branch = ({ name }: EditionTopic): TopicBranch[] => {
    const card = cards.get(name);
    const within = childrenOf(name, topics).filter((child) => !roots.has(child));
    return card ? [{ ...card, children: within.flatMap(branch) }] : [];
  };
  return {
    frame: frame(site, {
      lang,
      section: 'topics',
      address: site.addresses.section(lang, 'topics'),
      description: words(lang).say('topics.intro'),
    }),
    topics: [...roots].flatMap(branch),
  };
}

function pagesOf(
  site: Context,
  lang: SiteLanguage,
  topic: EditionTopic,
  { cards, picks }: { cards: TopicCards; picks: readonly EditionPick[] },
): TopicPage[] {
  const { title = topic.name, note = '' } = cards.get(topic.name) ?? {};
  const address = (to: SiteLanguage) => (page: number) =>
    site.addresses.section(to, 'topics', topic.name, ...pageParts(page));
  const children = childrenOf(topic.name, site.edition.topics);
  return paginated(picks, address(lang)).map(({ items, address: here, pagination }) => ({
    frame: frame(site, {
      lang,
      section: 'topics',
      title: pageTitle(lang, title, pagination.page),
      description: note,
      address: here,
      alternate: (to) => address(to)(pagination.page),
    }),
    title,
    html: pagination.page === 1 ? toHtml(topic.position) : '',
    htmlLang: positionLanguage(site, lang),
    parent: site.topicLink(lang, topic.parent ?? ''),
    children: children.flatMap((child) => cards.get(child.name) ?? []),
    picks: items.map((pick) => withoutLinkTo(address(lang)(1), site.cards.of(pick, lang))),
    pagination,
  }));
}

/** A card on the page of a topic, which need not link to that page. */
function withoutLinkTo(address: string, pick: PickCard): PickCard {
  return { ...pick, topics: pick.topics.filter((link) => link.href !== address) };
}

function childrenOf(name: string, topics: readonly EditionTopic[]): EditionTopic[] {
  return topics.filter((topic) => topic.parent === name);
}

/** Topics without a known parent, and those in a circle of parents, so that none goes missing. */
function rootTopics(topics: readonly EditionTopic[]): EditionTopic[] {
  const parents = new Map(topics.map((topic) => [topic.name, topic.parent]));
  return topics.filter(
    ({ name, parent }) =>
      parent === undefined || !parents.has(parent) || withAncestors(parent, parents).includes(name),
  );
}

function picksByTopic(
  picks: readonly EditionPick[],
  topics: readonly EditionTopic[],
): Map<string, EditionPick[]> {
  const parents = new Map(topics.map((topic) => [topic.name, topic.parent]));
  const found = new Map<string, EditionPick[]>(topics.map((topic) => [topic.name, []]));
  for (const pick of picks) {
    const names = new Set(pick.topics.flatMap((topic) => withAncestors(topic, parents)));
    for (const name of names) found.get(name)?.push(pick);
  }
  return found;
}

/** A topic, its parent, and so on up; a circle is gone through once. */
function withAncestors(topic: string, parents: ReadonlyMap<string, string | undefined>): string[] {
  const names = new Set<string>();
  for (let name: string | undefined = topic; name && !names.has(name); name = parents.get(name))
    names.add(name);
  return [...names];
}
