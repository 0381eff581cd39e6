import { escapeMarkdown, linkTarget } from '../../markdown/escapeMarkdown.ts';
import { cutAtWord } from '../../text/clean.ts';

/** Characters of a title that are shown; the file has all of it. */
const TITLE = 160;
/** An address that is longer is not linked, since it would take the room of many others. */
const ADDRESS = 500;

/** Characters of a sentence that quotes others. */
const SENTENCE = 400;

/** A sentence that quotes others as a line of Markdown that is just text. */
export function shortText(text: string): string {
  return escapeMarkdown(cutAtWord(text, SENTENCE));
}

/** A title of others as a line of Markdown that is just text. */
export function titleText(title: string): string {
  return escapeMarkdown(cutAtWord(title, TITLE));
}

/** A title of others, linked to an http(s) address, in Markdown. */
export function titleLink(title: string, url: string | undefined): string {
  const text = titleText(title);
  if (url === undefined || !URL.canParse(url)) return text;
  const target = linkTarget(url);
  return target.length > ADDRESS || text === '' ? text : `[${text}](${target})`;
}
