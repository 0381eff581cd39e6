import type { Reason } from '../model/why.ts';
import type { Words } from './words.ts';

/** One reason for a score as a sentence: `Habla de «vivienda» y «alquiler».` */
export function reasonSentence(reason: Reason, { say, list, number }: Words): string {
  const { signal, terms = [], evidence = '' } = reason;
  if (signal === 'base') return say('reason.base');
  if (signal === 'rest') return say('reason.rest');
  if (signal === 'profile') {
    return terms.length > 0
      ? say('reason.profile', { terms: list(terms, (term) => say('reason.term', { term })) })
      : say('reason.profileNone');
  }
  if (signal === 'trust') {
    const [kept, decided] = evidence.split('/').map(Number);
    return Number.isInteger(kept) && Number.isInteger(decided) && (decided ?? 0) > 0
      ? say('reason.trust', { kept: number(kept ?? 0), n: decided ?? 0 })
      : say('reason.trustNone');
  }
  const days = Number.parseInt(evidence, 10);
  if (!Number.isInteger(days)) return say('reason.freshnessNone');
  return days <= 0 ? say('reason.freshnessToday') : say('reason.freshness', { n: days });
}

/** Points with their sign, and a real minus: `+12`, `−3`, `0`. */
export function signedPoints(points: number): string {
  return points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0';
}
