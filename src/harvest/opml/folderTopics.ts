import { hash } from 'node:crypto';
import type { Change, Desk } from '../../model/desk/desk.ts';
import { fillIn } from '../../model/desk/kind.ts';
import { asciiWords } from '../../model/desk/slug.ts';
import { SiteLanguage } from '../../model/desk/text.ts';
import { TOPICS } from '../../model/desk/topic.ts';
import { cutAtWord } from '../../text/clean.ts';
import { freeName } from '../newSource.ts';

export type NewTopic = Extract<Change, { do: 'create' }> & { name: string; title: string };

/** Folders that readers make by themselves, and that say nothing of what is in them. */
const SAYS_NOTHING = new Set(
  (
    'all default feeds feed folder general import imported inbox my-feeds my-subscriptions none other rss ' +
    'rss-feeds subscriptions uncategorized uncategorised unfiled unsorted ' +
    'importadas mis-suscripciones otros por-defecto sin-categoria sin-clasificar suscripciones todas todos varios'
  ).split(' '),
);
const MAX_TITLE = 120;

export interface FolderTopics {
  /**
   * The topics that feeds in these folders are about; makes those that the desk lacks.
   * @param language of the feeds: what a new topic looks for are the words of its feeds
   */
  of(folders: readonly string[][], language: string): string[];
  /** topics that the desk lacked, in the order in which they were met */
  made: NewTopic[];
}

/**
 * Folders of a list as topics. A folder that is called as a topic of the desk is that topic: by its name or its title in
 * any language, whatever its accents and capitals. Any other becomes a topic whose one term is the folder's name, in the
 * languages of its feeds, within the topic of the folder around it.
 */
export function folderTopics(desk: Pick<Desk, 'settings' | 'topics' | 'quarantine'>): FolderTopics {
  const [first = 'es'] = desk.settings.languages;
  const { byTitle, taken } = topicNames(desk);
  const made = new Map<string, NewTopic>();
  const { template } = TOPICS;
  const make = (title: string, parent: string | undefined): string => {
    const name = freeName(nameOf(title), taken);
    taken.add(name);
    byTitle.set(folded(title), name);
    const data = fillIn(template, { title: { [first]: title }, terms: {}, parent });
    const path = `topics/${name}.md`;
    made.set(name, { do: 'create', kind: 'topics', name, path, title, data, body: template.body });
    return name;
  };
  const topicOf = (folder: string, parent: string | undefined, language: string): string => {
    const title = cutAtWord(folder, MAX_TITLE);
    const name = byTitle.get(folded(title)) ?? make(title, parent);
    const topic = made.get(name);
    if (topic !== undefined) topic.data.terms = withTerm(topic, language);
    return name;
  };
  return {
    get made() {
      return [...made.values()].map((topic) => withAnyTerm(topic, first));
    },
    of(folders, language) {
      const topics = folders.map((path) =>
        path
          .filter((folder) => !SAYS_NOTHING.has(folded(folder).replaceAll(' ', '-')))
          .reduce<string | undefined>(
            (parent, folder) => topicOf(folder, parent, language),
            undefined,
          ),
      );
      return [...new Set(topics.filter((topic) => topic !== undefined))];
    },
  };
}

/** The desk's topics by what folders may call them, and the names that are taken. A topic that cannot be read is there all the same. */
function topicNames({ topics, quarantine }: Pick<Desk, 'topics' | 'quarantine'>): {
  byTitle: Map<string, string>;
  taken: Set<string>;
} {
  const quarantined = quarantine.filter(({ kind }) => kind === 'topics');
  const names = [...quarantined, ...topics].map(({ name }) => name);
  const byTitle = new Map([
    ...quarantined.map(({ name }) => [folded(name), name] as const),
    ...topics.flatMap(({ name, data }) =>
      Object.values(data.title).map((title) => [folded(title), name] as const),
    ),
    // A name counts more than a title that is the same.
    ...topics.map(({ name }) => [folded(name), name] as const),
  ]);
  return { byTitle, taken: new Set(names) };
}

/** A topic needs a term: if none of its feeds is in a language that terms can be in, its title in the desk's first. */
function withAnyTerm(topic: NewTopic, language: string): NewTopic {
  if (Object.keys(topic.data.terms as object).length > 0) return topic;
  return { ...topic, data: { ...topic.data, terms: { [language]: [topic.title] } } };
}

/** A topic's terms with its title as one in this language, if a topic can have terms in it. */
function withTerm({ title, data }: NewTopic, language: string): object {
  const terms = data.terms as object;
  const spoken = SiteLanguage.safeParse(language);
  return spoken.success ? { ...terms, [spoken.data]: [title] } : terms;
}

/** A title as titles are compared: without accents, capitals, and brackets or stops around it; `C` is not `C++`. */
function folded(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\p{Pd}_]+/gu, ' ')
    .replace(/^[\s([{¡¿]+|[\s)\]}.,:;!?]+$/g, '');
}

/** The name of a topic's file; a title without a letter of a-z has one made from its hash. */
function nameOf(title: string): string {
  return asciiWords(title) || `topic-${hash('sha256', title.toLowerCase()).slice(0, 6)}`;
}
