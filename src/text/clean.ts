import { withoutSequences } from './withoutSequences.ts';

// Marks that reorder or hide what a reader sees. Joiners stay: emoji and Persian need them.
const INVISIBLE =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\u3164\uFEFF\uFFF9-\uFFFB]/gu;
// Letters that nobody sees: of use in the flags of regions (a black flag, its letters, an end), elsewhere they hide words.
const TAGS =
  /(\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,6}\u{E007F})|[\u{E0000}-\u{E007F}]/gu;
const BEFORE_TAG = '\uDB40';
const BROKEN = /[\p{Surrogate}\p{Noncharacter_Code_Point}]/gu;

const CONTROL = /[^\P{Cc}\t\n\r]/gu;

// Letters and marks of European print, none of which anything below would change: most texts need not be looked at twice.
const PLAIN_LINE =
  /^[ -~\u00A1-\u00AC\u00AE-\u02FF\u0391-\u03A9\u03B1-\u03C9\u0410-\u044F\u2010-\u2027\u2030-\u205E\u20A0-\u20BF]*$/;
const PLAIN_BLOCK = /^[\t\n\r -~\u00A0-\u02FF\u2010-\u2027\u2030-\u205E\u20A0-\u20BF]*$/;

// White space other than a single blank, which is most of it and stays.
const WIDE_SPACE = /[\t-\r\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]\s*| \s+/g;

/** Text for one line: NFC, white space collapsed, without control, bidirectional and invisible characters. */
export function cleanLine(text: string): string {
  if (PLAIN_LINE.test(text) && !text.includes('  ')) return text.trim();
  const line = text.replace(WIDE_SPACE, ' ').trim();
  if (PLAIN_LINE.test(line)) return line;
  return withoutTags(
    withoutEscapes(line)
      .replace(/\p{Cc}/gu, '')
      .replace(BROKEN, ''),
  )
    .replace(INVISIBLE, '')
    .replace(/ {2,}/g, ' ')
    .normalize('NFC')
    .trim();
}

/** Text of any shape: NFC, without control characters other than tab and line ends, and without broken characters. */
export function cleanBlock(text: string): string {
  if (PLAIN_BLOCK.test(text)) return text;
  return withoutEscapes(text).replace(CONTROL, '').replace(BROKEN, '').normalize('NFC');
}

/** Without what a terminal would obey; `[31m` goes with its escape. */
function withoutEscapes(text: string): string {
  return text.includes('\u001b') ? withoutSequences(text) : text;
}

function withoutTags(text: string): string {
  return text.includes(BEFORE_TAG) ? text.replace(TAGS, '$1') : text;
}

/** The text, or as many whole words of it as fit with an ellipsis. @param max UTF-16 units, >= 1 */
export function cutAtWord(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  const space = cut.lastIndexOf(' ');
  const words = space >= max / 2 ? cut.slice(0, space) : cut;
  return `${words.replace(/[\p{Surrogate}\p{M}\p{P}\s]+$/u, '')}…`;
}
