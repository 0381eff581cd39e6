/**
 * ECMA-48: a control sequence (`ESC [ 3 1 m`), a string that a terminal takes for itself (`ESC ] 0 ; title BEL`), any
 * other escape, each also as its one C1 character.
 */
const SEQUENCE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|(?:\u001b[PX\]^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c]{0,500}(?:\u0007|\u001b\\|\u009c)|\u001b(?:(?![PX\]^_])[ -/]*[0-~])?/g;

/** A text without what a terminal would obey: `\u001b[31mred` is `red`, not `[31mred`. A string that nobody ends is text. Linear time. */
export function withoutSequences(text: string): string {
  return text.replace(SEQUENCE, '');
}
