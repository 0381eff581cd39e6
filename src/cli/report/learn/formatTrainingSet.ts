import type { Desk } from '../../../model/desk/desk.ts';
import type { Instant } from '../../../model/desk/time.ts';
import type { TrainingSet } from '../../../score/learn/trainingSet.ts';
import { dayOf } from '../../../text/time.ts';
import { count } from '../../command/count.ts';
import { wrap } from '../table.ts';

/** Decisions in a language below which what is learned comes from the others for the most part. */
const FEW = 10;

/** Decisions that it takes at least. */
export interface MinimumDecisions {
  /** to learn words */
  words: number;
  /** to test the history */
  figures: number;
}

/** What there was to learn from, and what cannot be said yet. */
export function formatTrainingSet(
  trainingSet: TrainingSet,
  { settings }: Pick<Desk, 'settings'>,
  fewest: MinimumDecisions,
): string[] {
  const { decided, kept, dropped, from, to } = trainingSet;
  const day = (at: string) => dayOf(at as Instant, settings.timeZone);
  const head =
    decided === 0 || from === undefined || to === undefined
      ? 'Nothing has been kept or dropped yet.'
      : `${count(decided, 'decision')}, ${day(from)} to ${day(to)}: ${kept} kept, ${dropped} dropped${inLanguages(trainingSet)}.`;
  return [
    'What the team decided',
    ...[head, ...remarks(trainingSet, fewest)].flatMap((text) => wrap(text)),
  ];
}

function remarks(trainingSet: TrainingSet, fewest: MinimumDecisions): string[] {
  const { decided, stories, undecided, byHand, withoutText, unheard, languages } = trainingSet;
  const merged = decided - stories;
  return [
    ...(merged > 0
      ? [`Copies of one text count once: they come to ${count(stories, 'decision')}.`]
      : []),
    ...(undecided > 0
      ? [
          `${count(undecided, 'item')} that nobody kept or dropped (waiting, postponed, expired) ${undecided === 1 ? 'is' : 'are'} no refusal and ${undecided === 1 ? 'teaches' : 'teach'} nothing.`,
        ]
      : []),
    ...(byHand > 0
      ? [
          `${count(byHand, 'pick')} made by hand ${byHand === 1 ? 'was' : 'were'} never proposed: the archive knows the words, and there is no decision to learn from.`,
        ]
      : []),
    ...(withoutText > 0
      ? [
          `Of ${count(withoutText, 'more decision')} the ledger remembers no text: they count for their source, and teach no word.`,
        ]
      : []),
    ...ofLanguages(languages, unheard),
    ...tooFew(trainingSet, fewest),
  ];
}

function ofLanguages(languages: TrainingSet['languages'], unheard: readonly string[]): string[] {
  const known = Object.entries(languages);
  if (known.length === 0) return [];
  const heard = known.filter(([, times]) => times >= FEW).map(([name]) => name);
  const thin = known.filter(([, times]) => times < FEW);
  return [
    ...(unheard.length > 0
      ? [
          `Learned in ${known.map(([name]) => name).join(' and ')} alone: in ${unheard.join(' and ')} only names and cognates carry over.`,
        ]
      : []),
    ...(heard.length > 0
      ? thin.map(
          ([name, times]) =>
            `Only ${count(times, 'decision')} in ${name}: what is learned there comes from ${heard.join(' and ')} for the most part, through names and cognates.`,
        )
      : []),
  ];
}

function tooFew({ decided, kept, dropped }: TrainingSet, fewest: MinimumDecisions): string[] {
  if (decided > 0 && (kept === 0 || dropped === 0)) {
    return [
      kept === 0
        ? 'Everything was dropped: there is nothing to tell it from, so no word is learned. Keep what you would send to somebody.'
        : 'Everything was kept: there is nothing to tell it from, so no word is learned. Drop what does not fit; a dropped item teaches as much as a kept one.',
    ];
  }
  if (decided >= fewest.figures) return [];
  const more = count(fewest.figures - decided, 'more decision');
  return [
    decided < fewest.words
      ? `Too few to learn words from: the topics say nearly all of a score. ${count(fewest.words - decided, 'more decision')} and there are words to show; ${more} and there is a history to test.`
      : `Too few to trust: the words below are hints from single texts, and a test on so short a history would be chance. After ${more} there will be one.`,
  ];
}

function inLanguages({ languages }: TrainingSet): string {
  const parts = Object.entries(languages).map(([name, times]) => `${times} in ${name}`);
  return parts.length > 1
    ? `; ${parts.join(', ')}`
    : parts.length === 1
      ? `, all ${parts[0]?.replace(/^\d+ /, '')}`
      : '';
}
