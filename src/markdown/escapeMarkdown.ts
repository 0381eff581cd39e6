import { cleanLine } from '../text/clean.ts';

/** What Markdown or HTML would obey, wherever it stands. */
const SIGNS = /[\\`*_[\]|~<>&$]/g;
/** What Markdown would obey where a line begins: a heading, a list, a rule. */
const OPENING = /^(?:[-+=#]|\d{1,9}[.)](?= ))/;
/**
 * Where sites that show Markdown make links of plain text, after it has been rendered: addresses, mentions of people,
 * of issues and of commits, names of emoji. No way to write the characters keeps them from it; something between them does.
 */
const LINKING = [
  /(?<=@)(?=[^ ])/g,
  /(?<=[#!])(?=\d)/g,
  /(?<=\bGH-)(?=\d)/gi,
  /(?<=:)(?=\/\/|[\w+-]+:)/g,
  /(?<=\bwww)(?=\.)/gi,
  /(?<=(?<![0-9a-z])[0-9a-f]{6})(?=[0-9a-f]+(?![0-9a-z]))/gi,
];

/** Takes no room and is no part of a word; written as a reference, so that who reads the source sees it. */
const APART = '&#8203;';
const MARK = '\u200B';

/**
 * A line of plain text for Markdown, in which every character stands for itself: no markup, no HTML, no link, no mention
 * of anybody, nothing that could end a cell of a table. It holds as well within raw HTML and in a link's text.
 * @see https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references
 */
export function escapeMarkdown(text: string): string {
  let line = cleanLine(text);
  for (const place of LINKING) line = line.replace(place, MARK);
  return line.replace(SIGNS, reference).replace(OPENING, opened).replaceAll(MARK, APART);
}

/**
 * An http(s) address as the target of a Markdown link, in angle brackets; fit for a cell of a table.
 * @param url as `URL` reads it
 */
export function linkTarget(url: string): string {
  const { href } = new URL(url);
  return `<${href.replace(/[\\`|<> ]/g, percent).replace(/&/g, reference)}>`;
}

function opened(sign: string): string {
  return `${sign.slice(0, -1)}${reference(sign.slice(-1))}`;
}

function reference(sign: string): string {
  return `&#${sign.charCodeAt(0)};`;
}

function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
