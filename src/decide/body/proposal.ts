import { reasonSentence, signedPoints } from '../../i18n/reason.ts';
import { escapeMarkdown } from '../../markdown/escapeMarkdown.ts';
import type { Candidate } from '../../model/desk/candidate.ts';
import type { Mention } from '../../model/desk/mention.ts';
import type { Instant } from '../../model/desk/time.ts';
import type { Reason } from '../../model/desk/why.ts';
import { dayOf } from '../../text/time.ts';
import { shortText, titleLink, titleText } from './link.ts';
import type { Titles } from './titles.ts';

/** A candidate, as the text of a pull request shows it. */
export interface Proposal {
  /** the number by which a comment names it */
  number: number;
  /** from the repository's root */
  path: string;
  data: Candidate;
}

/** A proposal's row of the table: number, score, linked title with its marks, and the strongest reason. */
export function proposalRow({ number, data }: Proposal, titles: Titles): string {
  const { say } = titles.speech;
  const { title, url, score, exploration, follows, mentions, why } = data;
  const marks = [
    ...(exploration ? [say('body.explorationMark')] : []),
    ...(follows !== undefined ? [say('body.followsMark')] : []),
    ...(mentions.some(({ unsure }) => !unsure) ? [say('body.mentionMark')] : []),
  ];
  const strongest = strongestOf(why);
  const cells = [
    number,
    score,
    [titleLink(title, url), ...marks.map((mark) => `_${mark}_`)].join(' · '),
    strongest ? shortSentence(strongest, titles) : '',
  ];
  return `| ${cells.join(' | ')} |`;
}

/** All that helps to decide on a proposal, folded below a line with its number, score and title. */
export function proposalDetails(proposal: Proposal, titles: Titles, now: Instant): string {
  const { number, path, data } = proposal;
  const lines = [
    aboutLine(data, titles, now),
    `${why(data, titles)} ${titles.speech.say('body.sum', { score: data.score })}`,
    ...notes(data, titles),
    ...data.mentions.map((mention) => `> ${mentionSentence(mention, titles)}`),
    /^[\w./-]+$/.test(path) ? `\`${path}\`` : escapeMarkdown(path),
  ];
  const summary = `<b>${number}</b> · ${data.score} · ${titleText(data.title)}`;
  return `<details>\n<summary>${summary}</summary>\n\n${lines.join('\n\n')}\n\n</details>`;
}

/** The reason with most points for it or, if none speaks for it, the one that weighs most. */
function strongestOf(why: readonly Reason[]): Reason | undefined {
  const shown = why.filter(({ signal }) => signal !== 'base' && signal !== 'rest');
  const byWeight = shown.toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
  return byWeight.find(({ points }) => points > 0) ?? byWeight[0];
}

/** The sentence of a reason, without the number of decisions behind it, which would be the same in every row. */
function shortSentence({ evidence, ...bare }: Reason, titles: Titles): string {
  return sentenceOf(bare.signal === 'learned' ? bare : { ...bare, evidence }, titles);
}

function sentenceOf(reason: Reason, { speech, pick }: Titles): string {
  return shortText(reasonSentence(reason, speech, pick));
}

function why({ why }: Candidate, titles: Titles): string {
  return why
    .map((reason) => `${sentenceOf(reason, titles)} (${signedPoints(reason.points)})`)
    .join(' ');
}

function aboutLine(data: Candidate, titles: Titles, now: Instant): string {
  const { say, list, language, day } = titles.speech;
  const { source, author, audience, topics, suggestedTopics, published } = data;
  const today = dayOf(now, titles.zone);
  const parts = [
    titles.source(source),
    ...(author ? [say('pick.by', { author })] : []),
    say('inbox.for', { audience: titles.audience(audience) }),
    ...(topics.length > 0 ? [list(topics.map(titles.topic))] : []),
    ...(suggestedTopics.length > 0
      ? [say('body.perhaps', { topics: list(suggestedTopics.map(titles.topic)) })]
      : []),
    language(data.language),
    published ? day(dayOf(published, titles.zone), 'short', today) : say('body.undated'),
  ];
  return parts.map(shortText).join(' · ');
}

function notes({ exploration, follows, alsoIn }: Candidate, titles: Titles): string[] {
  const { say, list } = titles.speech;
  const places = alsoIn.map(({ source, url }) => titleLink(titles.source(source), url));
  return [
    ...(exploration ? [say('body.exploration')] : []),
    ...(follows !== undefined
      ? [shortText(say('body.follows', { title: titles.pick(follows) }))]
      : []),
    ...(places.length > 0 ? [say('body.also', { places: list(places) })] : []),
  ];
}

function mentionSentence({ name, sentence, unsure, hint, words = [] }: Mention, titles: Titles) {
  const { say, list } = titles.speech;
  const mention = say(unsure ? 'body.mentionUnsure' : 'body.mention', { name, sentence });
  if (hint === undefined || words.length === 0) return shortText(mention);
  const terms = list(words, (term) => say('reason.term', { term }));
  const key = hint === 'negative' ? 'body.hintNegative' : 'body.hintPositive';
  return `${shortText(mention)} ${shortText(say(key, { terms }))}`;
}
