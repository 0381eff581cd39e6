import type { Reason, Signal } from '../model/desk/why.ts';
import type { Words } from './words.ts';

/** The title of a pick, by the name of its file; undefined if the reader's edition does not have the pick. */
export type TitleOf = (name: string) => string | undefined;

/**
 * One reason for a score as a sentence: `Habla de «vivienda» y «alquiler».` It claims no more than the reason holds: if the
 * reason has no words, or no figures, the sentence is a more general one.
 * @param titleOf the titles of picks; without it, the names of their files stand for them
 */
export function reasonSentence(
  reason: Reason,
  speech: Words,
  titleOf: TitleOf = (name) => name,
): string {
  return SENTENCES[reason.signal](reason, speech, titleOf);
}

type Sentence = (reason: Reason, speech: Words, titleOf: TitleOf) => string;

const SENTENCES: Record<Signal, Sentence> = {
  base: (_, { say }) => say('reason.base'),
  rest: (_, { say }) => say('reason.rest'),
  profile: ({ terms }, speech) =>
    terms?.length
      ? speech.say('reason.profile', { terms: quoted(terms, speech) })
      : speech.say('reason.profileNone'),
  semantic({ points, terms }, speech) {
    const { say } = speech;
    if (!terms?.length) return say(points < 0 ? 'reason.semanticFarNone' : 'reason.semanticNone');
    return say(points < 0 ? 'reason.semanticFar' : 'reason.semantic', {
      terms: quoted(terms, speech),
    });
  },
  learned({ points, terms, evidence }, speech) {
    const { say } = speech;
    const drop = points < 0;
    const sentence = terms?.length
      ? say(drop ? 'reason.learnedDrop' : 'reason.learned', { terms: quoted(terms, speech) })
      : say(drop ? 'reason.learnedDropNone' : 'reason.learnedNone');
    const decisions = wholeNumber(evidence);
    return decisions ? `${sentence} ${say('reason.learnedFrom', { n: decisions })}` : sentence;
  },
  trust({ evidence = '' }, { say, number }) {
    const [kept, decided] = evidence.split('/').map(wholeNumber);
    return kept !== undefined && decided
      ? say('reason.trust', { kept: number(kept), n: decided })
      : say('reason.trustNone');
  },
  freshness({ evidence }, { say }) {
    const days = wholeNumber(evidence);
    if (days === undefined) return say('reason.freshnessNone');
    return days === 0 ? say('reason.freshnessToday') : say('reason.freshness', { n: days });
  },
  novelty({ points, evidence }, { say }, titleOf) {
    if (points > 0) return say('reason.noveltyNew');
    const title = evidence && titleOf(evidence);
    return title ? say('reason.novelty', { title }) : say('reason.noveltyNone');
  },
  story({ evidence }, { say }) {
    const publishers = wholeNumber(evidence);
    return publishers ? say('reason.story', { n: publishers }) : say('reason.storyNone');
  },
  tone({ evidence: rule, terms }, speech) {
    const { say } = speech;
    if (!rule) return say('reason.toneNone');
    return terms?.length
      ? say('reason.tone', { rule, terms: quoted(terms, speech) })
      : say('reason.toneRule', { rule });
  },
  rule({ points, evidence: rule, terms }, speech) {
    const { say } = speech;
    const down = points < 0;
    if (!rule) return say(down ? 'reason.ruleDownNone' : 'reason.ruleNone');
    if (!terms?.length) return say(down ? 'reason.ruleDown' : 'reason.rule', { rule });
    return say(down ? 'reason.ruleDownFor' : 'reason.ruleFor', {
      rule,
      terms: quoted(terms, speech),
    });
  },
};

/** Points with their sign, and a real minus: `+12`, `−3`, `0`. */
export function signedPoints(points: number): string {
  return points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0';
}

function quoted(terms: readonly string[], { say, list }: Words): string {
  return list(terms, (term) => say('reason.term', { term }));
}

/** Evidence that is a count or an age; undefined if somebody has written something else there. */
function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
