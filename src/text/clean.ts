// Marks that reorder or hide what a reader sees. Joiners stay: emoji and Persian need them.
const INVISIBLE = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;
const BROKEN = /[\p{Surrogate}\p{Noncharacter_Code_Point}]/gu;

// Letters and marks of European print, none of which anything below would change: most texts need not be looked at twice.
const PLAIN_LINE =
  /^[ -~\u00A1-\u00AC\u00AE-\u02FF\u0391-\u03A9\u03B1-\u03C9\u0410-\u044F\u2010-\u2027\u2030-\u205E\u20A0-\u20BF]*$/;
const PLAIN_BLOCK = /^[\t\n\r -~\u00A0-\u02FF\u2010-\u2027\u2030-\u205E\u20A0-\u20BF]*$/;

/** Text for one line: NFC, white space collapsed, without control, bidirectional and invisible characters. */
export function cleanLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (PLAIN_LINE.test(line)) return line;
  return line
    .replace(/\p{Cc}/gu, '')
    .replace(BROKEN, '')
    .replace(INVISIBLE, '')
    .replace(/ {2,}/g, ' ')
    .normalize('NFC')
    .trim();
}

/** Text of any shape: NFC, without control characters other than tab and line ends, and without broken characters. */
export function cleanBlock(text: string): string {
  if (PLAIN_BLOCK.test(text)) return text;
  return text
    .replace(/[^\P{Cc}\t\n\r]/gu, '')
    .replace(BROKEN, '')
    .normalize('NFC');
}

/** The text, or as many whole words of it as fit with an ellipsis. @param max UTF-16 units, >= 1 */
export function cutAtWord(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  const space = cut.lastIndexOf(' ');
  const kept = space >= max / 2 ? cut.slice(0, space) : cut;
  return `${kept.replace(/[\p{Surrogate}\p{M}\p{P}\s]+$/u, '')}…`;
}
