import type { CommandWords } from '../../i18n/commandWords.ts';
import { reasonSentence, signedPoints } from '../../i18n/reason.ts';
import { type Words, words } from '../../i18n/words.ts';
import type { Day, Instant } from '../../model/desk/time.ts';
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
  /** how the reader called, and so how a sentence says to call, and their language */
  form: CallForm;
  speech: CommandWords;
}

/** Formats an explanation for a person at a terminal. */
export function formatExplanation(
  explanation: Explanation,
  { timeZone, titleOf, form, speech }: FormatOptions,
): string {
  const reasons = words(speech.lang, timeZone);
  const day = (when: Instant | Day) => speech.day(dayOf(when, timeZone));
  return [
    ...headLines(explanation, day, speech),
    '',
    ...historyLines(explanation, day, { form, speech }),
    ...verdictLines(explanation, day, speech),
    '',
    speech.say('explain.addsUp'),
    ...(explanation.audiences.length === 0 ? [`  ${speech.say('explain.nobodyReads')}`] : []),
    ...explanation.audiences.flatMap((one) =>
      audienceScoreLines(one, { speech, reasons, titleOf }),
    ),
    '',
    speech.say(isPast(explanation) ? 'explain.whatIfsPast' : 'explain.whatIfs'),
    ...counterfactualLines(explanation, speech, titleOf),
    '',
    speech.say('explain.alike'),
    ...(explanation.alike.length === 0 ? [`  ${speech.say('explain.alikeNone')}`] : []),
    ...explanation.alike.flatMap((one) => similarDecisionLines(one, day, speech)),
  ].join('\n');
}

function headLines(
  { title, source, published, url, file }: Explanation,
  day: FormatDay,
  { say }: CommandWords,
): string[] {
  const when = published ? [say('explain.published', { day: day(published as Instant) })] : [];
  const about = [source, ...when, url];
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
  { form, speech }: Pick<FormatOptions, 'form' | 'speech'>,
): string[] {
  const { say } = speech;
  if (standing === 'report') return [reportLine(recorded, day, speech)];
  const { proposed, score, exploration, decision, reason } = recorded;
  const line = inCallForm('npm run settle', form);
  const isOpen = standing === 'candidate' && !decision && recorded.event === undefined;
  return [
    ...(proposed === undefined ? [] : [proposedLine(day(proposed), score, speech)]),
    ...(exploration ? [say('explain.exploration')] : []),
    ...decisionLines(recorded, day, speech),
    ...(decision ? [saysLine({ decision, reason, line }, speech)] : []),
    ...(isOpen ? [say('explain.waits')] : []),
  ];
}

function proposedLine(day: string, score: number | undefined, { say }: CommandWords): string {
  return score === undefined
    ? say('explain.proposed', { day })
    : say('explain.proposedPoints', { day, n: score });
}

function saysLine(
  { decision, reason, line }: { decision: string; reason: string | undefined; line: string },
  { say }: CommandWords,
): string {
  return reason
    ? say('explain.saysReason', { decision, reason, line })
    : say('explain.says', { decision, line });
}

function decisionLines(
  { event, at, by, reason }: Recorded,
  day: FormatDay,
  { say }: CommandWords,
): string[] {
  if (event === undefined) return [];
  if (event === 'drop' && reason === 'deleted')
    return [at ? say('explain.deletedBy', { day: day(at) }) : say('explain.deleted')];
  const what = [
    say(`explain.event.${event}`),
    ...(at ? [say('explain.on', { day: day(at) })] : []),
    ...(by ? [say('explain.by', { name: by })] : []),
  ].join(' ');
  return [`${what}${reason ? `: ${say('explain.reason', { reason })}` : ''}.`];
}

/** Why the last harvest did not propose it. */
function reportLine(
  { run, outcome = 'known', score, detail }: Recorded,
  day: FormatDay,
  { say }: CommandWords,
): string {
  const why = `${say(`explain.outcome.${outcome}`)}${detail ? ` (${detail})` : ''}`;
  return [
    run === undefined
      ? say('explain.notProposed', { why })
      : say('explain.notProposedOn', { day: day(run), why }),
    ...(score === undefined ? [] : [say('explain.hadPoints', { n: score })]),
  ].join(' ');
}

function verdictLines(explanation: Explanation, day: FormatDay, { say }: CommandWords): string[] {
  const { judgedBy, score, threshold, audience, veto } = explanation;
  const { now, decisions, texts } = judgedBy;
  const verdict =
    audience === undefined
      ? say('explain.unread')
      : say('explain.verdict', { score, audience, threshold });
  return [
    isPast(explanation)
      ? say('explain.then', { day: day(now), verdict })
      : say('explain.now', { verdict }),
    ...(veto === undefined ? [] : [say('explain.veto', { veto })]),
    say('explain.judged', {
      decisions: say('explain.decisions', { n: decisions }),
      texts: say('explain.texts', { n: texts }),
    }),
  ];
}

/** What fills the lines of a score: the reader's language, the words of reasons in it, and titles. */
interface Wording {
  speech: CommandWords;
  reasons: Words;
  titleOf: FormatOptions['titleOf'];
}

function audienceScoreLines(
  { audience, score, veto, parts }: AudienceScore,
  wording: Wording,
): string[] {
  const { say } = wording.speech;
  const sum =
    veto === undefined
      ? say('explain.audience', { audience, score })
      : say('explain.audienceVetoed', { audience, score, veto });
  return [`  ${sum}`, ...parts.flatMap((part) => partLines(part, wording))];
}

function partLines(part: ScorePart, { speech, reasons, titleOf }: Wording): string[] {
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
    `${(signal === 'base' ? String(points) : signedPoints(points)).padStart(7)}  ${weight.padEnd(8)} ${reasonSentence(reason, reasons, titleOf)}`,
    ...lines.flatMap(([side, list]) =>
      list === undefined
        ? []
        : [`${indent}${speech.say(`explain.side.${side}`)}: ${wordList(list)}`],
    ),
  ];
}

function wordList(list: readonly WordPoints[]): string {
  return list.map(({ word, points }) => `${word} ${signedPoints(points)}`).join(', ');
}

function counterfactualLines(
  explanation: Explanation,
  speech: CommandWords,
  titleOf: FormatOptions['titleOf'],
): string[] {
  const { whatIfs } = explanation;
  const { say } = speech;
  if (whatIfs.length === 0) return [`  ${say('explain.noWhatIf')}`];
  const [would, wouldNot] = isPast(explanation)
    ? (['explain.wouldPast', 'explain.wouldNotPast'] as const)
    : (['explain.would', 'explain.wouldNot'] as const);
  return whatIfs.map(({ if: change, score, proposed }) => {
    const phrase = changePhrase(change, speech, titleOf);
    return `  ${say(proposed ? would : wouldNot, { change: phrase, n: score })}`;
  });
}

function changePhrase(
  change: CounterfactualChange,
  { say, language }: CommandWords,
  titleOf: FormatOptions['titleOf'],
): string {
  switch (change.kind) {
    case 'threshold':
      return say('explain.change.threshold', { to: change.to, from: change.from });
    case 'trust':
      return say('explain.change.trust', { like: change.like });
    case 'younger':
      return say('explain.change.younger', { n: change.days });
    case 'older':
      return say('explain.change.older', { n: change.days });
    case 'rule':
      return say('explain.change.rule', { name: change.name, where: change.where });
    case 'veto':
      return say('explain.change.veto', { name: change.name, where: change.where });
    case 'tone':
      return say('explain.change.tone', { rule: change.evidence });
    case 'novelty':
      return say('explain.change.novelty', { title: titleOf(change.evidence) ?? change.evidence });
    case 'story':
      return say('explain.change.story');
    case 'reads':
      return say('explain.change.reads', {
        audience: change.audience,
        language: language(change.language),
      });
    case 'budget':
      return say('explain.change.budget', { to: change.to, from: change.from });
    case 'cap':
      return say('explain.change.cap', { to: change.to, from: change.from });
    case 'flood':
      return say('explain.change.flood', { to: change.to, from: change.from });
  }
}

function similarDecisionLines(
  { title, source, kept, at, by, reason, likeness }: SimilarDecision,
  day: FormatDay,
  { say }: CommandWords,
) {
  const similarity = `${Math.round(likeness * 100)} %`.padStart(6);
  const [yes, no] = [say('explain.kept'), say('explain.dropped')];
  const width = Math.max(yes.length, no.length);
  const details = [
    ...(by ? [` ${say('explain.by', { name: by })}`] : []),
    ...(reason ? [`: ${say('explain.reason', { reason })}`] : []),
  ].join('');
  return [
    `${similarity}  ${(kept ? yes : no).padEnd(width)}  ${title}`,
    `${' '.repeat(10 + width)}${source}, ${day(at as Instant)}${details}`,
  ];
}
