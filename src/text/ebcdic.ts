/** Characters of IBM code page 037 from byte 0x40 on; what stands before are controls. */
const FROM_40 =
  ' \u00a0âäàáãåçñ¢.<(+|&éêëèíîïìß!$*);¬-/ÂÄÀÁÃÅÇÑ¦,%_>?øÉÊËÈÍÎÏÌ`:#@\'="' +
  'Øabcdefghi«»ðýþ±°jklmnopqrªºæ¸Æ¤µ~stuvwxyz¡¿ÐÝÞ®^£¥·©§¶¼½¾[]¯¨´×' +
  '{ABCDEFGHI\u00adôöòóõ}JKLMNOPQR¹ûüùúÿ\\÷STUVWXYZ²ÔÖÒÓÕ0123456789³ÛÜÙÚ\u009f';

/** Where other code pages of the family differ from 037: byte and character. */
const DIFFERENCES: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  '037': {},
  '500': { 74: '[', 79: '!', 90: ']', 95: '^', 176: '¢', 186: '¬', 187: '|' },
  '1140': { 159: '€' },
};

/**
 * Bytes of a mainframe as text; undefined for a code page that is not of the family.
 * @param name as declared, lower case: `cp037`, `ibm500`, `ebcdic-cp-us`
 * @see https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/EBCDIC/CP037.TXT
 */
export function decodeEbcdic(bytes: Uint8Array, name: string): string | undefined {
  const differences = DIFFERENCES[pageOf(name)];
  if (differences === undefined) return undefined;
  const table = Array.from({ length: 256 }, (_, byte) => differences[byte] ?? plain(byte));
  let text = '';
  for (let from = 0; from < bytes.length; from += 8_192) {
    const piece = bytes.subarray(from, from + 8_192);
    text += Array.from(piece, (byte) => table[byte] ?? '').join('');
  }
  return text;
}

/** Whether a document opens with `<?xm` as a mainframe writes it. */
export function isEbcdic(bytes: Uint8Array): boolean {
  return bytes[0] === 0x4c && bytes[1] === 0x6f && bytes[2] === 0xa7 && bytes[3] === 0x94;
}

function pageOf(name: string): string {
  if (/^ebcdic-cp-(?:us|ca|wt|nl)$/.test(name)) return '037';
  if (/^ebcdic-cp-(?:be|ch)$/.test(name)) return '500';
  return (
    /^(?:cs)?(?:ibm|cp|ccsid)?[-_]?0*(37|500|1140)$/.exec(name)?.[1]?.replace(/^37$/, '037') ?? ''
  );
}

function plain(byte: number): string {
  if (byte >= 0x40) return FROM_40[byte - 0x40] ?? '';
  if (byte === 0x05) return '\t';
  return byte === 0x15 || byte === 0x25 || byte === 0x0d ? '\n' : '';
}
