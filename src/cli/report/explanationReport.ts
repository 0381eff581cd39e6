import { reasonSentence, signedPoints } from '../../i18n/reason.ts';
import { type Words, words } from '../../i18n/words.ts';
import type { Day, Instant } from '../../model/desk/time.ts';
import type { Outcome } from '../../model/run/outcome.ts';
import type {
  AudienceScore,
  CounterfactualChange,
  Explanation,
  Recorded,
  ScorePart,
  SimilarDecision,
  WordPoints,
} from '../../score/explain/explanation.ts';
import { dayOf } from '../../text/time.ts';
import { type CallForm, inCallForm } from '../command/callForm.ts';

export interface FormatOptions {
  /** the desk's */
  timeZone: string;
  /** the title of a pick, by the name of its file */
  titleOf(name: string): string | undefined;
  /** how the reader called, and so how a sentence says to call */
  form?: CallForm;
}

/** Formats an explanation for a person at a terminal, in English as everything that commands print. */
export function formatExplanation(
  explanation: Explanation,
  { timeZone, titleOf, form = 'npm' }: FormatOptions,
): string {
  const speech = words('en', timeZone);
  const day = (when: Instant | Day) => speech.day(dayOf(when, timeZone));
  return [
    ...headLines(explanation, day),
    '',
    ...historyLines(explanation, day, form),
    ...verdictLines(explanation, day, speech),
    '',
    'How each audience’s score adds up (in brackets: the weight in log-odds that the points were made from)',
    ...(explanation.audiences.length === 0 ? ['  No audience reads its language.'] : []),
    ...explanation.audiences.flatMap((one) => audienceScoreLines(one, speech, titleOf)),
    '',
    isPast(explanation)
      ? 'What alone would have changed whether it is proposed'
      : 'What alone would change whether it is proposed',
    ...counterfactualLines(explanation, speech, titleOf),
    '',
    'What was decided on the texts most like it (100 % is the same text)',
    ...(explanation.alike.length === 0 ? ['  Nothing like it was decided.'] : []),
    ...explanation.alike.flatMap((one) => similarDecisionLines(one, day)),
  ].join('\n');
}

function headLines({ title, source, published, url, file }: Explanation, day: FormatDay): string[] {
  const about = [source, ...(published ? [`published ${day(published as Instant)}`] : []), url];
  return [title, `  ${about.join(' · ')}`, ...(file === undefined ? [] : [`  ${file}`])];
}

type FormatDay = (when: Instant | Day) => string;

/** Whether it was scored as of the run that proposed it. */
function isPast({ standing, recorded: { event } }: Explanation): boolean {
  return standing === 'pick' || event === 'keep' || event === 'drop';
}

function historyLines(
  { standing, recorded }: Explanation,
  day: FormatDay,
  form: CallForm,
): string[] {
  if (standing === 'report') return [reportLine(recorded, day)];
  const { proposed, score, exploration, decision, reason } = recorded;
  const points = score === undefined ? '' : `, with ${score} points`;
  return [
    ...(proposed === undefined ? [] : [`Proposed on ${day(proposed)}${points}.`]),
    ...(exploration ? ['It was proposed to learn from, though others scored higher.'] : []),
    ...decisionLines(recorded, day),
    ...(decision
      ? [
          `Its file says “${decision}”${reason ? ` (${reason})` : ''}: ${inCallForm('npm run settle', form)} carries that out.`,
        ]
      : []),
    ...(standing === 'candidate' && !decision && recorded.event === undefined
      ? ['It waits for a decision.']
      : []),
  ];
}

function decisionLines({ event, at, by, reason }: Recorded, day: FormatDay): string[] {
  if (event === undefined) return [];
  if (event === 'drop' && reason === 'deleted')
    return [`Its file was deleted${at ? ` by ${day(at)}` : ''}, which counts as a drop.`];
  const what = {
    proposed: 'Proposed',
    later: 'Postponed',
    expire: 'Expired, since nobody decided in time,',
    drop: 'Dropped',
    keep: 'Kept',
    restore: 'Reopened',
    takedown: 'Taken down',
  }[event];
  const when = at ? ` on ${day(at)}` : '';
  return [`${what}${when}${by ? ` by ${by}` : ''}${reason ? `: “${reason}”` : ''}.`];
}

/** By outcome: why the last harvest did not propose it. */
const OUTCOMES: Partial<Record<Outcome, string>> = {
  belowThreshold: 'its score was under the threshold',
  otherLanguage: 'no audience reads its language',
  vetoed: 'a veto stands in its way',
  duplicate: 'it says the same as another',
  sameStory: 'another tells the same story',
  overBudget: 'it was good enough, but better ones took all places of the run',
  overCap: 'it was good enough, but its source had had its share of the run',
  flood: 'it was good enough, but its source brought too many such items at once',
  future: 'it is dated ahead',
  tooOld: 'it was published too long ago',
  known: 'the desk knew it already',
};

function reportLine({ run, outcome, score, detail }: Recorded, day: FormatDay): string {
  const when = run === undefined ? '' : ` on ${day(run)}`;
  const why = OUTCOMES[outcome ?? 'known'] ?? outcome;
  const points = score === undefined ? '' : ` It had ${score} points.`;
  return `Not proposed${when}: ${why}${detail ? ` (${detail})` : ''}.${points}`;
}

function verdictLines(explanation: Explanation, day: FormatDay, { number }: Words): string[] {
  const { judgedBy, score, threshold, audience, veto } = explanation;
  const { now, decisions, texts } = judgedBy;
  const when = isPast(explanation)
    ? `By today’s rules and what was known on ${day(now)}`
    : 'By what the desk says and knows now';
  const points =
    audience === undefined
      ? 'nobody reads its language'
      : `it scores ${score} of 100, for ${audience}; from ${threshold} on a text may be proposed`;
  return [
    `${when}, ${points}.`,
    ...(veto === undefined ? [] : [`A veto keeps it out: ${veto}.`]),
    `Judged by ${number(decisions)} decision${decisions === 1 ? '' : 's'} and ${number(texts)} text${texts === 1 ? '' : 's'}.`,
  ];
}

function audienceScoreLines(
  { audience, score, veto, parts }: AudienceScore,
  speech: Words,
  titleOf: FormatOptions['titleOf'],
): string[] {
  return [
    `  ${audience}: ${score}${veto === undefined ? '' : `, but vetoed: ${veto}`}`,
    ...parts.flatMap((part) => partLines(part, speech, titleOf)),
  ];
}

function partLines(part: ScorePart, speech: Words, titleOf: FormatOptions['titleOf']): string[] {
  const { signal, points, logOdds } = part;
  const { terms: _, ...wordless } = part;
  const reason = part.for || part.against ? wordless : part;
  const weight = `(${signedPoints(Math.round(logOdds * 100) / 100)})`;
  const indent = ' '.repeat(18);
  const lines = [
    ['for', part.for],
    ['against', part.against],
  ] as const;
  return [
    `${(signal === 'base' ? String(points) : signedPoints(points)).padStart(7)}  ${weight.padEnd(8)} ${reasonSentence(reason, speech, titleOf)}`,
    ...lines.flatMap(([side, list]) =>
      list === undefined ? [] : [`${indent}${side}: ${wordList(list)}`],
    ),
  ];
}

function wordList(list: readonly WordPoints[]): string {
  return list.map(({ word, points }) => `${word} ${signedPoints(points)}`).join(', ');
}

function counterfactualLines(
  explanation: Explanation,
  speech: Words,
  titleOf: FormatOptions['titleOf'],
): string[] {
  const { whatIfs } = explanation;
  if (whatIfs.length === 0) return ['  No single change of those that were tried.'];
  const would = isPast(explanation) ? 'would have been' : 'would be';
  const wouldNot = isPast(explanation) ? 'would not have been' : 'would not be';
  return whatIfs.map(
    ({ if: change, score, proposed }) =>
      `  It ${proposed ? would : wouldNot} proposed ${changePhrase(change, speech, titleOf)} (${score} points).`,
  );
}

function changePhrase(
  change: CounterfactualChange,
  { language }: Words,
  titleOf: FormatOptions['titleOf'],
): string {
  switch (change.kind) {
    case 'threshold':
      return `if the threshold were ${change.to} instead of ${change.from}`;
    case 'trust':
      return `if its source were trusted as ${change.like} is`;
    case 'younger':
    case 'older':
      return `if it were ${change.days} day${change.days === 1 ? '' : 's'} ${change.kind}`;
    case 'rule':
      return `without the rule “${change.name}” of ${change.where}`;
    case 'veto':
      return `without the veto “${change.name}” of ${change.where}`;
    case 'tone':
      return `if its title did not go against the tone rule “${change.evidence}”`;
    case 'novelty':
      return `if we had published nothing like it lately, as “${titleOf(change.evidence) ?? change.evidence}” is`;
    case 'story':
      return 'if one publisher alone told it';
    case 'reads':
      return `if ${change.audience} read ${language(change.language)}`;
    case 'budget':
      return `if that run had had ${change.to} places instead of ${change.from}`;
    case 'cap':
      return `if its source had had ${change.to} places in that run instead of ${change.from}`;
    case 'flood':
      return `if ${change.to} items of its source had been considered at once instead of ${change.from}`;
  }
}

function similarDecisionLines(
  { title, source, kept, at, by, reason, likeness }: SimilarDecision,
  day: FormatDay,
) {
  const similarity = `${Math.round(likeness * 100)} %`.padStart(6);
  const details = `${by ? ` by ${by}` : ''}${reason ? `: “${reason}”` : ''}`;
  return [
    `${similarity}  ${kept ? 'kept   ' : 'dropped'}  ${title}`,
    `                 ${source}, ${day(at as Instant)}${details}`,
  ];
}
