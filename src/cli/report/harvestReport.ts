import { adviceText } from '../../i18n/adviceText.ts';
import type { CommandWords } from '../../i18n/commandWords.ts';
import { faultText } from '../../i18n/faultText.ts';
import type { Finding } from '../../model/desk/finding.ts';
import type { SiteLanguage } from '../../model/desk/text.ts';
import { codedAdvice } from '../../model/run/codedAdvice.ts';
import { OUTCOMES, type Outcome } from '../../model/run/outcome.ts';
import type { ItemOutcome, RunReport, SourceReport } from '../../model/run/runReport.ts';
import type { Chosen } from '../../score/choose.ts';
import type { Invocation } from '../command/command.ts';
import type { Terminal } from '../command/terminal.ts';

/** Items by outcome; every outcome is there, and the sum is the number of items. */
export function tally(outcomes: readonly ItemOutcome[]): Record<Outcome, number> {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<
    Outcome,
    number
  >;
  for (const { outcome } of outcomes) counts[outcome] += 1;
  return counts;
}

/** Whether a source responded, even if it has nothing, or nothing new. */
export function hasAnswered({ code }: SourceReport): boolean {
  return code === 'ok' || code === 'empty' || code === 'unchanged';
}

/** Whether a source failed; one that was not asked did not. */
export function hasFailed(report: SourceReport): boolean {
  return !hasAnswered(report) && report.code !== 'resting';
}

/** A run in a line whose counts add up: `8 sources, 8 answered; 5 items = 2 proposed + 3 known; 2 files written`. */
export function closingLine(
  {
    sources,
    counts,
    settled,
    expired,
  }: Pick<RunReport, 'sources' | 'counts' | 'settled' | 'expired'>,
  { dryRun, speech }: { dryRun: boolean; speech: CommandWords },
): string {
  const items = sources.reduce((sum, source) => sum + source.items, 0);
  const parts = OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) =>
    speech.say(`outcome.${outcome}`, { n: counts[outcome] }),
  );
  return [
    answers(sources, speech),
    [speech.say('count.items', { n: items }), parts.join(' + ')].filter(Boolean).join(' = '),
    ...settlings({ settled, expired }, speech),
    dryRun ? speech.say('frame.dryRun') : speech.say('harvest.written', { n: counts.proposed }),
  ].join('; ');
}

/** `12 sources, 10 answered (7 unchanged), 1 resting, 1 failed` */
function answers(sources: readonly SourceReport[], speech: CommandWords): string {
  const having = (code: SourceReport['code']) => sources.filter((one) => one.code === code).length;
  const [unchanged, resting] = [having('unchanged'), having('resting')];
  const failed = sources.filter(hasFailed).length;
  const n = sources.filter(hasAnswered).length;
  return [
    speech.say('count.sources', { n: sources.length }),
    unchanged > 0
      ? speech.say('harvest.answeredUnchanged', { n, unchanged })
      : speech.say('harvest.answered', { n }),
    ...(resting > 0 ? [speech.say('harvest.resting', { n: resting })] : []),
    ...(failed > 0 ? [speech.say('harvest.failed', { n: failed })] : []),
  ].join(', ');
}

/** What people decided, and what expired because nobody did; empty if there was neither. */
export function settlings(
  { settled, expired }: Pick<RunReport, 'settled' | 'expired'>,
  speech: CommandWords,
): string[] {
  return [
    ...(settled > 0 ? [speech.say('harvest.settled', { n: settled })] : []),
    ...(expired > 0 ? [speech.say('harvest.expired', { n: expired })] : []),
  ];
}

/** What a harvest did, and what it leaves to a person. */
export interface HarvestResult {
  report: RunReport;
  /** what settling found that a person has to resolve */
  notes: readonly Finding[];
  proposed: readonly Chosen[];
}

/** Prints what a harvest did: warnings, the candidates that it proposes, the rest for programs, and a line of counts. */
export function reportHarvest(
  { report, notes, proposed }: HarvestResult,
  { desk: folder, dryRun, terminal }: Pick<Invocation, 'desk' | 'dryRun' | 'terminal'>,
): void {
  for (const source of report.sources) terminal.record(sourceRecord(source, terminal.speech.lang));
  for (const note of notes) {
    const { message, hint } = faultText(note, terminal.speech.lang);
    terminal.warn(note.code, `${folder}/${note.file}: ${message}`, hint);
  }
  reportAdvice(report.sources, terminal);
  for (const candidate of proposed) reportCandidate(candidate, terminal);
  reportOutcomes(report.outcomes, terminal);
  terminal.closing(closingLine(report, { dryRun, speech: terminal.speech }));
}

/** What a person might change about the sources; no program edits one. */
export function reportAdvice(sources: readonly SourceReport[], terminal: Terminal): void {
  for (const { source, advice = [] } of sources) {
    for (const one of advice) {
      const coded = codedAdvice(one);
      terminal.warn(coded.code, `${source}: ${adviceText(coded, terminal.speech.lang)}`);
    }
  }
}

/** How reading a source went, for programs: the sentences, and the codes and values that they are made of. */
function sourceRecord({ advice, ...source }: SourceReport, lang: SiteLanguage): object {
  const { message: detail, hint } = source.fault ? faultText(source.fault, lang) : {};
  const texts = advice?.map((one) => ({ ...one, text: adviceText(codedAdvice(one), lang) }));
  return { kind: 'source', ...source, detail, hint, ...(texts && { advice: texts }) };
}

function reportCandidate(
  { item, score, audience, topics, exploration, follows }: Chosen,
  terminal: Terminal,
): void {
  const { id, url, title, source } = item;
  const { speech } = terminal;
  const facts = [
    source,
    audience,
    topics.join(', '),
    exploration ? speech.say('harvest.exploration') : '',
    follows === undefined ? '' : speech.say('harvest.follows', { name: follows }),
    url,
  ].filter((fact) => fact !== '');
  terminal.answer(`${String(score).padStart(3)}  ${title}\n     ${facts.join(' · ')}`);
  terminal.record({
    kind: 'candidate',
    id,
    url,
    title,
    source,
    score,
    audience,
    topics,
    exploration: exploration || undefined,
    follows,
  });
}

/** For people, what was vetoed and by what; for programs, every item that was not proposed and what became of it. */
export function reportOutcomes(outcomes: readonly ItemOutcome[], terminal: Terminal): void {
  const vetoed = terminal.speech.say('harvest.vetoed');
  for (const { outcome, title, url, source, score, detail } of outcomes) {
    if (outcome === 'proposed') continue;
    if (outcome === 'vetoed')
      terminal.answer(`${vetoed}  ${title}${detail ? `  (${detail})` : ''}`);
    terminal.record({ kind: 'item', outcome, title, url, source, score, detail });
  }
}
