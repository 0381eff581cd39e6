import type { Mention } from '../model/desk/mention.ts';
import type { NameRules, WatchedName } from '../model/desk/nameRules.ts';
import type { ScoredText } from '../model/run/scoredText.ts';
import { type Phrase, readPhrase } from '../phrases/phrase.ts';
import { hasContext } from './context.ts';
import { hint } from './hint.ts';
import { type Hit, type NameFinder, nameFinder } from './nameFinder.ts';
import { sentencesOf } from './sentences.ts';
import { snippetSpan, snippetText } from './snippet.ts';

/** Names that are given for one item at most, the sure ones first. */
const MAX_MENTIONS = 5;
/** Places of one name that are looked at: a text that says more of it says it again. */
const MAX_PLACES = 40;

/**
 * The names of `rules/names.md` that an item speaks of, one entry a name, in the order in which they stand, those first
 * that are surely meant. Of a name's sentences the one is shown that seems most critical, else most friendly, else the
 * first of the text, else the title.
 *
 * A name with `context` is surely meant where a word of it is near, and then in all of the item: a text seldom uses a
 * word in two senses. That it begins with a capital confirms nothing, since headlines in English give one to every word.
 * Phrases of `excludes` that cannot be read exclude nothing; `failedNameExamples` lists them.
 */
export function findMentions(
  { title, text, language }: Pick<ScoredText, 'title' | 'text' | 'language'>,
  rules: NameRules,
): Mention[] {
  if (rules.names.length === 0) return [];
  const head = title.normalize('NFC');
  const whole = `${head}\n${text.normalize('NFC')}`;
  const places = new Map<WatchedName, Hit[]>();
  for (const hit of finderFor(rules, language)(whole)) {
    const known = places.get(hit.name) ?? [];
    // A name does not begin in the title and end in the text.
    if (hit.start < head.length && hit.end > head.length) continue;
    if (known.length < MAX_PLACES) places.set(hit.name, [...known, hit]);
  }
  if (places.size === 0) return [];
  const sentences = [
    { start: 0, end: head.length },
    ...sentencesOf(whole.slice(head.length + 1)).map(({ start, end }) => ({
      start: start + head.length + 1,
      end: end + head.length + 1,
    })),
  ];
  return [...places]
    .map(([name, hits]) => toMention(name, notExcluded(name, hits, whole)))
    .filter((mention) => mention !== undefined)
    .sort((a, b) => Number(a.unsure ?? false) - Number(b.unsure ?? false))
    .slice(0, MAX_MENTIONS);

  function toMention(name: WatchedName, hits: readonly Hit[]): Mention | undefined {
    const best = hits.map((hit) => toPlace(hit)).sort(byUse)[0];
    if (best === undefined) return undefined;
    const unsure = isAmbiguous(name) && !hits.some((hit) => hasContext(whole, hit, language));
    return {
      name: name.name,
      sentence: best.sentence,
      ...(unsure ? { unsure } : {}),
      ...best.hint,
    };
  }

  function toPlace(hit: Hit): Place {
    const sentence = sentences.find(({ end }) => end >= hit.end) ?? hit;
    const part = snippetSpan(whole, sentence, hit);
    return {
      start: hit.start,
      inTitle: hit.start < head.length,
      sentence: snippetText(whole, sentence, part),
      hint: hint(whole, { part, name: hit, language }),
    };
  }
}

interface Place {
  start: number;
  inTitle: boolean;
  sentence: string;
  hint: Pick<Mention, 'hint' | 'words'>;
}

/** The title stands above the mention already, so a sentence of the text tells more. */
function byUse(a: Place, b: Place): number {
  return (
    HINTS.indexOf(a.hint.hint) - HINTS.indexOf(b.hint.hint) ||
    Number(a.inTitle) - Number(b.inTitle) ||
    a.start - b.start
  );
}
const HINTS: readonly Mention['hint'][] = ['negative', 'positive', undefined];

const isAmbiguous = ({ ambiguous, context }: WatchedName) => ambiguous || context.length > 0;

function notExcluded(name: WatchedName, hits: readonly Hit[], text: string): readonly Hit[] {
  const excluded = name.excludes.flatMap(readable).flatMap((phrase) => phrase.findAll(text));
  return hits.filter(
    (hit) => !excluded.some(({ start, end }) => start < hit.end && end > hit.start),
  );
}

// Rules are read once a run and tried on every item.
const finders = new WeakMap<NameRules, Map<string, NameFinder>>();

function finderFor(rules: NameRules, language: string): NameFinder {
  const known = finders.get(rules) ?? new Map<string, NameFinder>();
  finders.set(rules, known);
  const find = known.get(language) ?? nameFinder(rules.names, language);
  known.set(language, find);
  return find;
}

function readable(source: string): Phrase[] {
  try {
    return [readPhrase(source)];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
