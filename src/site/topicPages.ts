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

/** What the pages of topics show, a topic's picks being also those of the topics within it. */
export function topicPages(site: Context, lang: SiteLanguage) {
  const { edition, addresses } = site;
  const told = site.languages[0] ?? lang;
  const byTopic = picksByTopic(edition.picks, edition.topics);
  const picksOf = (topic: EditionTopic) => byTopic.get(topic.name) ?? [];
  const card = (topic: EditionTopic): TopicCard => ({
    ...(site.topicLink(lang, topic.name) ?? { title: topic.name, href: '' }),
    count: picksOf(topic).length,
    note: cutAtWord(ownWords(topic.position), NOTE),
    noteLang: told,
  });
  const withoutTopic = (pick: PickCard, name: string): PickCard => {
    const own = addresses.section(lang, 'topics', name);
    return { ...pick, topics: pick.topics.filter((link) => link.href !== own) };
  };
  const within = (name: string) => edition.topics.filter((topic) => topic.parent === name);
  const tops = new Set(topTopics(edition.topics));
  const branch = (topic: EditionTopic): TopicBranch => ({
    ...card(topic),
    children: within(topic.name)
      .filter((child) => !tops.has(child))
      .map(branch),
  });

  const index: TopicIndexPage = {
    frame: frame(site, {
      lang,
      section: 'topics',
      address: addresses.section(lang, 'topics'),
      description: words(lang).say('topics.intro'),
    }),
    topics: [...tops].map(branch),
  };
  return { index, pages: edition.topics.flatMap(pagesOf), cards: edition.topics.map(card) };

  function pagesOf(topic: EditionTopic): TopicPage[] {
    const { title, note } = card(topic);
    const address = (to: SiteLanguage) => (page: number) =>
      addresses.section(to, 'topics', topic.name, ...pageParts(page));
    return paginated(picksOf(topic), address(lang)).map(({ items, address: here, pagination }) => ({
      frame: frame(site, {
        lang,
        section: 'topics',
        title: pageTitle(lang, title, pagination.page),
        description: note,
        address: here,
        twin: (to) => address(to)(pagination.page),
      }),
      title,
      html: pagination.page === 1 ? toHtml(topic.position) : '',
      htmlLang: told,
      parent: site.topicLink(lang, topic.parent ?? ''),
      children: within(topic.name).map(card),
      picks: items.map((pick) => withoutTopic(site.cards.of(pick, lang), topic.name)),
      pagination,
    }));
  }
}

/** Topics within no other that is known, and those within themselves by way of others, so that none goes missing. */
function topTopics(topics: readonly EditionTopic[]): EditionTopic[] {
  const parents = new Map(topics.map((topic) => [topic.name, topic.parent]));
  return topics.filter(({ name, parent }) => {
    const above = new Set<string>();
    for (let next = parent; next && !above.has(next); next = parents.get(next)) above.add(next);
    return parent === undefined || !parents.has(parent) || above.has(name);
  });
}

function picksByTopic(
  picks: readonly EditionPick[],
  topics: readonly EditionTopic[],
): Map<string, EditionPick[]> {
  const parents = new Map(topics.map((topic) => [topic.name, topic.parent]));
  const found = new Map<string, EditionPick[]>(topics.map((topic) => [topic.name, []]));
  for (const pick of picks) {
    const names = new Set<string>();
    for (const topic of pick.topics) {
      for (
        let name: string | undefined = topic;
        name && !names.has(name);
        name = parents.get(name)
      ) {
        names.add(name);
      }
    }
    for (const name of names) found.get(name)?.push(pick);
  }
  return found;
}
