import { reasonSentence, signedPoints } from '../../src/i18n/reason.ts';
import { words } from '../../src/i18n/words.ts';
import { SIGNALS } from '../../src/model/desk/why.ts';
import type { WorkedExample } from './workedExample.ts';

/** The worked example as Markdown. */
export function formatWorkedExample(example: WorkedExample): string {
  const { candidate, moved, threshold } = example;
  const { with: after, without: before } = example;
  return [
    `A file of the sample desk, \`${candidate.path}\`, begins so:`,
    fenced('yaml', header(candidate.text)),
    `${sum(candidate.data.why)}. Omar has read it and wants it, so he writes one word:`,
    fenced('diff', '-decision: ""\n+decision: "keep"'),
    `\`npm run settle -- --by Omar\` moves the file to \`${moved.path}\`, and the ledger has one line more:`,
    fenced('json', JSON.stringify(brief(moved.line))),
    `The day after, the same source has a new item, “${after.title}”. This is what the harvest makes of it without Omar’s decision and with it; all else is the same:`,
    table(example),
    `${verdict('Without it', before.outcome, before.score, threshold)} ${verdict('With it', after.outcome, after.score, threshold)}`,
  ].join('\n\n');
}

/** The keys of a header that are about the score, and those that say what the item is. */
function header(text: string): string {
  const [, yaml = ''] = text.split(/^---$/m);
  const shown = /^(?:id|title|source|language|audience|score|why|topics|decision):.*\n(?: .*\n)*/gm;
  return (yaml.match(shown) ?? []).join('').trimEnd();
}

function sum(why: readonly { points: number }[]): string {
  const terms = why.map(({ points }) => points);
  const total = terms.reduce((all, points) => all + points, 0);
  const rest = terms
    .slice(1)
    .map((points) => ` ${points < 0 ? '−' : '+'} ${Math.abs(points)}`)
    .join('');
  return `The points add up: ${terms[0] ?? 0}${rest} = ${total}`;
}

function brief({ at, id, event, by, source, title }: WorkedExample['moved']['line']) {
  return { at, id, event, by, source, title };
}

function table({ with: after, without: before, titleOf }: WorkedExample): string {
  const speech = words('en');
  const signals = SIGNALS.filter((signal) =>
    [before, after].some(({ why }) => why.some((reason) => reason.signal === signal)),
  );
  const rows = signals.map((signal) => {
    const [then, now] = [before, after].map(({ why }) => why.find((one) => one.signal === signal));
    const reason = now ?? then;
    const points = [then, now].map((reason) => (reason ? signedPoints(reason.points) : ''));
    const sentence = reason ? reasonSentence(reason, speech, titleOf) : '';
    return `| \`${signal}\` | ${points.join(' | ')} | ${sentence} |`;
  });
  return [
    '| signal | without | with | what it says with the decision |',
    '|---|--:|--:|---|',
    ...rows,
    `| **score** | **${before.score}** | **${after.score}** | |`,
  ].join('\n');
}

function verdict(when: string, outcome: string, score: number, threshold: number): string {
  if (outcome === 'proposed') return `${when} it is proposed.`;
  return outcome === 'belowThreshold'
    ? `${when} the item stays below the desk’s threshold of ${threshold}: it is listed in the run’s report, and nobody is asked.`
    : `${when} it has ${score} points and its outcome is \`${outcome}\`.`;
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
