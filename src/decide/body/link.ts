import { escapeMarkdown, linkTarget } from '../../markdown/escapeMarkdown.ts';
import { cutAtWord } from '../../text/clean.ts';

/** Characters of a title that are shown; the file has the whole title. */
const TITLE = 160;
/** If an address is longer, it is not linked, since it would take the room of many others. */
const ADDRESS = 500;

/** Characters of a quoted sentence that are shown. */
const SENTENCE = 400;

/** A sentence with words of others as one line of escaped Markdown. */
export function shortText(text: string): string {
  return escapeMarkdown(cutAtWord(text, SENTENCE));
}

/** A title of others as one line of escaped Markdown. */
export function titleText(title: string): string {
  return escapeMarkdown(cutAtWord(title, TITLE));
}

/** A title of others as escaped Markdown, linked if it has an http(s) address. */
export function titleLink(title: string, url: string | undefined): string {
  const text = titleText(title);
  if (url === undefined || !URL.canParse(url)) return text;
  const target = linkTarget(url);
  return target.length > ADDRESS || text === '' ? text : `[${text}](${target})`;
}
