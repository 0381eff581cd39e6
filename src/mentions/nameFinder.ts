import type { WatchedName } from '../model/desk/nameRules.ts';
import type { Span } from '../phrases/phrase.ts';
import { primarySubtag } from '../text/primarySubtag.ts';
import { foldAlike, lowerAlike } from './foldAlike.ts';

/** A place where a name stands, whatever it means there. */
export interface Hit extends Span {
  name: WatchedName;
}

/** Finds all names in a text in NFC, from left to right; where two overlap, the one that begins first, then the longer. */
export type NameFinder = (text: string) => Hit[];

/**
 * One pass over the text for all names, and another for those whose case counts, both in linear time: the pattern is
 * made of escaped letters only, in a tree, so that a place costs what the longest spelling costs and not what all do.
 * @param language of the text; names that ask for other languages are left out. `und` leaves none out
 */
export function nameFinder(names: readonly WatchedName[], language: string): NameFinder {
  const read = names.filter(({ languages }) => isRead(languages, language));
  const finders = [
    finderOf(
      read.filter(({ exact }) => !exact),
      (text) => lowerAlike(foldAlike(text)),
    ),
    finderOf(
      read.filter(({ exact }) => exact),
      foldAlike,
    ),
  ];
  return (text) => withoutOverlaps(finders.flatMap((find) => find(text)));
}

function isRead(languages: readonly string[], language: string): boolean {
  if (languages.length === 0 || language === 'und') return true;
  return languages.some((one) => primarySubtag(one) === primarySubtag(language));
}

function finderOf(names: readonly WatchedName[], fold: (text: string) => string): NameFinder {
  const bySpelling = new Map<string, WatchedName[]>();
  for (const name of names) {
    for (const spelling of new Set([name.name, ...name.aliases].map((one) => keyOf(one, fold)))) {
      bySpelling.set(spelling, [...(bySpelling.get(spelling) ?? []), name]);
    }
  }
  if (bySpelling.size === 0) return () => [];
  const pattern = patternOf([...bySpelling.keys()]);
  return (text) =>
    [...fold(text).matchAll(pattern)].flatMap(({ 0: found, index: start }) =>
      (bySpelling.get(oneLine(found)) ?? []).map((name) => ({
        name,
        start,
        end: start + found.length,
      })),
    );
}

const keyOf = (spelling: string, fold: (text: string) => string) =>
  fold(oneLine(spelling.normalize('NFC')));

const oneLine = (text: string) => text.trim().replace(/\s+/g, ' ');

/** Whole words; of spellings that begin alike, the longest that is there. */
function patternOf(spellings: readonly string[]): RegExp {
  const root: Branch = { ends: false, next: new Map() };
  for (const spelling of spellings) {
    let branch = root;
    for (const letter of spelling) {
      const next = branch.next.get(letter) ?? { ends: false, next: new Map() };
      branch.next.set(letter, next);
      branch = next;
    }
    branch.ends = true;
  }
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${toPattern(root)}(?![\\p{L}\\p{M}\\p{N}])`, 'gu');
}

/** Spellings by their letters: what several begin with is written once, and read once at each place of a text. */
interface Branch {
  /** a spelling is complete here */
  ends: boolean;
  next: Map<string, Branch>;
}

function toPattern({ ends, next }: Branch): string {
  const ways = [...next].map(([letter, branch]) => toLetter(letter) + toPattern(branch));
  if (ways.length === 0) return '';
  return `(?:${ways.join('|')})${ends ? '?' : ''}`;
}

const toLetter = (letter: string) => (letter === ' ' ? '\\s{1,4}' : RegExp.escape(letter));

/** Names that share a spelling share its place. */
function withoutOverlaps(hits: Hit[]): Hit[] {
  const kept: Hit[] = [];
  for (const hit of hits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    const same = last?.start === hit.start && last.end === hit.end;
    if (last === undefined || same || hit.start >= last.end) kept.push(hit);
  }
  return kept;
}
