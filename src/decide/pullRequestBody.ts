import { escapeMarkdown } from '../markdown/escapeMarkdown.ts';
import type { Candidate } from '../model/desk/candidate.ts';
import type { RunReport } from '../model/run/runReport.ts';
import { dayOf } from '../text/time.ts';
import { leftOutCounts, type NamedItems, namedItems } from './body/leftOut.ts';
import { type Proposal, proposalDetails, proposalRow } from './body/proposal.ts';
import { type TitledDesk, type Titles, titlesOf } from './body/titles.ts';

export interface PullRequest {
  /** those of this run, in any order; `path` from the repository's root: `content/candidates/x-0a1b2c.md` */
  candidates: readonly { path: string; data: Candidate }[];
  report: Pick<RunReport, 'now' | 'sources' | 'outcomes' | 'counts'>;
  desk: TitledDesk;
  /** whether decisions are read from comments on the pull request; if so, the text says how to write them */
  comments?: boolean;
}

/** The longest text of a pull request that GitHub accepts, in characters. */
export const MAX_BODY = 65_536;
/** Characters kept free for the lines that say what was cut, and for the markup around lists. */
const SPARE = 1_500;

/**
 * The text of the pull request that brings a harvest, in Markdown and in the desk's first language: a numbered table of
 * the proposals, the best first; the details of each, folded; and what was left out. It has at most `MAX_BODY` characters;
 * if something does not fit, the text says how much. Titles and all else that comes from feeds is escaped.
 */
export function pullRequestBody({
  candidates,
  report,
  desk,
  comments = false,
}: PullRequest): string {
  const titles = titlesOf(desk);
  const { say } = titles.speech;
  const proposals = candidates
    .toSorted(byMerit)
    .map((one, at): Proposal => ({ ...one, number: at + 1 }));
  const head = [
    opening(report, proposals.length, titles),
    ...(proposals.length > 0 ? [howToDecide(titles, comments)] : [say('body.nothing')]),
  ];
  const left = [`### ${say('body.left')}`, leftOutCounts(report, titles)];

  const budget = openBudget(MAX_BODY - SPARE - [...head, ...left].join('\n\n').length);
  const rows = budget.take(proposals.map((one) => proposalRow(one, titles)));
  const named = namedItems(report, titles).map((list) => ({
    ...list,
    lines: budget.take(list.lines),
  }));
  const details = budget.take(proposals.map((one) => proposalDetails(one, titles, report.now)));

  const cutRows = proposals.length - rows.length;
  const cutDetails = rows.length - details.length;
  const blocks = [
    ...head,
    ...(rows.length > 0 ? [table(rows, titles)] : []),
    ...(cutRows > 0 ? [say('body.cutRows', { n: cutRows })] : []),
    ...(details.length > 0 ? [`### ${say('body.details')}`, ...details] : []),
    ...(cutDetails > 0 ? [say('body.cutDetails', { n: cutDetails })] : []),
    ...left,
    ...named.map((list) => folded(list, titles)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

type Ranked = Pick<Proposal, 'data'>;

/** Best score first; then the newest; then by id: the same candidates have the same numbers. */
function byMerit({ data: a }: Ranked, { data: b }: Ranked): number {
  const time = ({ published }: Candidate) => Date.parse(published ?? '') || 0;
  return b.score - a.score || time(b) - time(a) || (a.id < b.id ? -1 : 1);
}

function opening(
  { now, sources, outcomes }: PullRequest['report'],
  count: number,
  { speech: { say, day, list, number }, zone, source }: Titles,
): string {
  const asked = sources.filter(({ code }) => code !== 'resting');
  const silent = asked.filter(({ code }) => !['ok', 'empty', 'unchanged'].includes(code));
  const answered = number(asked.length - silent.length);
  const names = silent.map((one) => source(one.source)).slice(0, 12);
  const rest = silent.length - names.length;
  const proposed = say('body.proposed', { n: count });
  return [
    say('body.opening', { day: day(dayOf(now, zone)), proposed, n: outcomes.length }),
    say('body.answered', { answered, n: asked.length }),
    ...(names.length > 0
      ? [
          escapeMarkdown(
            say('body.silent', {
              sources: list(rest > 0 ? [...names, say('body.more', { n: rest })] : names),
            }),
          ),
        ]
      : []),
  ].join(' ');
}

function howToDecide({ speech: { say } }: Titles, comments: boolean): string {
  return `${say('body.decide')}\n${say(comments ? 'body.comment' : 'body.undecided')}`;
}

function table(rows: readonly string[], { speech: { say } }: Titles): string {
  const names = [say('body.number'), say('body.score'), say('body.piece'), say('body.why')];
  return [`| ${names.join(' | ')} |`, '|--:|--:|---|---|', ...rows].join('\n');
}

function folded({ count, summary, lines }: NamedItems, { speech: { say } }: Titles): string {
  const rest = count - lines.length;
  const all = rest > 0 ? [...lines, `- ${say('body.more', { n: rest })}`] : lines;
  return `<details>\n<summary>${summary}</summary>\n\n${all.join('\n')}\n\n</details>`;
}

/** A budget of characters: `take` gives the blocks of a list that still fit, from its beginning. */
function openBudget(characters: number): { take(blocks: readonly string[]): string[] } {
  let left = characters;
  return {
    take(blocks) {
      const taken: string[] = [];
      for (const block of blocks) {
        if (block.length + 2 > left) break;
        left -= block.length + 2;
        taken.push(block);
      }
      return taken;
    },
  };
}
