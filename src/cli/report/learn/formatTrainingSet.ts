import type { CommandWords } from '../../../i18n/commandWords.ts';
import type { Desk } from '../../../model/desk/desk.ts';
import type { Instant } from '../../../model/desk/time.ts';
import type { TrainingSet } from '../../../score/learn/trainingSet.ts';
import { dayOf } from '../../../text/time.ts';
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
  speech: CommandWords,
): string[] {
  const { decided, kept, dropped, from, to } = trainingSet;
  const day = (at: string) => dayOf(at as Instant, settings.timeZone);
  const head =
    decided === 0 || from === undefined || to === undefined
      ? speech.say('learn.decided.none')
      : speech.say('learn.decided.sum', {
          n: decided,
          from: day(from),
          to: day(to),
          kept,
          dropped,
          languages: inLanguages(trainingSet, speech),
        });
  return [
    speech.say('learn.decided.title'),
    ...[head, ...remarks(trainingSet, fewest, speech)].flatMap((text) => wrap(text)),
  ];
}

function remarks(
  trainingSet: TrainingSet,
  fewest: MinimumDecisions,
  speech: CommandWords,
): string[] {
  const { say } = speech;
  const { decided, stories, undecided, byHand, withoutText, unheard, languages } = trainingSet;
  const merged = decided - stories;
  return [
    ...(merged > 0 ? [say('learn.decided.copies', { n: stories })] : []),
    ...(undecided > 0 ? [say('learn.decided.undecided', { n: undecided })] : []),
    ...(byHand > 0 ? [say('learn.decided.byHand', { n: byHand })] : []),
    ...(withoutText > 0 ? [say('learn.decided.withoutText', { n: withoutText })] : []),
    ...ofLanguages(languages, unheard, speech),
    ...tooFew(trainingSet, fewest, speech),
  ];
}

function ofLanguages(
  languages: TrainingSet['languages'],
  unheard: readonly string[],
  { say, list, language }: CommandWords,
): string[] {
  const known = Object.entries(languages);
  if (known.length === 0) return [];
  const heard = known.filter(([, times]) => times >= FEW).map(([name]) => name);
  const thin = known.filter(([, times]) => times < FEW);
  return [
    ...(unheard.length > 0
      ? [
          say('learn.decided.unheard', {
            known: list(known.map(([name]) => language(name))),
            unheard: list(unheard.map(language)),
          }),
        ]
      : []),
    ...(heard.length > 0
      ? thin.map(([name, times]) =>
          say('learn.decided.thin', {
            n: times,
            lang: language(name),
            heard: list(heard.map(language)),
          }),
        )
      : []),
  ];
}

function tooFew(
  { decided, kept, dropped }: TrainingSet,
  fewest: MinimumDecisions,
  { say }: CommandWords,
): string[] {
  if (decided > 0 && (kept === 0 || dropped === 0)) {
    return [say(kept === 0 ? 'learn.decided.allDropped' : 'learn.decided.allKept')];
  }
  if (decided >= fewest.figures) return [];
  const figures = say('learn.decided.more', { n: fewest.figures - decided });
  const words = say('learn.decided.more', { n: fewest.words - decided });
  return [
    decided < fewest.words
      ? say('learn.decided.fewWords', { words, figures })
      : say('learn.decided.fewFigures', { figures }),
  ];
}

function inLanguages({ languages }: TrainingSet, { say, language }: CommandWords): string {
  const known = Object.entries(languages);
  const [only] = known;
  if (only === undefined) return '';
  if (known.length === 1) return say('learn.decided.allIn', { lang: language(only[0]) });
  const parts = known.map(([lang, times]) =>
    say('learn.decided.inLanguage', { times, lang: language(lang) }),
  );
  return `; ${parts.join(', ')}`;
}
