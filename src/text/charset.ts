import { isAscii } from 'node:buffer';
import { decodeAs, isEightBit, isKnown, isSevenBit, isUtf8, isWide } from './charsetNames.ts';
import { damagedUtf8 } from './damagedUtf8.ts';
import { replaceInPieces } from './replaceInPieces.ts';
import { sniffCharset } from './sniffCharset.ts';

/** Bytes as text, and the encoding they were read with. */
export interface Decoded {
  text: string;
  charset: string;
}

/**
 * Decodes a feed or a page. In order: byte order mark, the first bytes of UTF-16 and UTF-32, the charset of the
 * `Content-Type` header, the XML declaration, UTF-8 where the bytes are valid, or but for some damage, what their letters
 * look like, windows-1252. Two corrections: bytes that claim something else and are valid UTF-8 beyond ASCII are UTF-8,
 * and a claim that the bytes contradict is passed over. A byte order mark is not part of the text; C1 controls are read as
 * windows-1252.
 * @param contentType the header as it came, with or without `charset=`
 */
export function decodeText(bytes: Uint8Array, contentType = ''): Decoded {
  const marked = byByteOrderMark(bytes) ?? byNullBytes(bytes);
  if (marked !== undefined) return finish(decodeAs(bytes, marked, false) ?? '', marked);
  // Had it been UTF-16 or UTF-32, it would not have begun like this.
  const claims = [headerCharset(contentType), declaredName(latin(bytes.subarray(0, 1024)))].filter(
    (name): name is string => name !== undefined && !isWide(name),
  );
  if (isAscii(bytes) && !claims.some(isSevenBit)) {
    // Whatever was claimed gives the same text.
    return { text: asciiText(bytes), charset: claims.find(isKnown) ?? 'utf-8' };
  }
  const utf8 = decodeAs(bytes, 'utf-8', true);
  if (utf8 !== undefined && isUtf8DespiteClaims(utf8, bytes, claims)) return finish(utf8, 'utf-8');
  const damaged = utf8 === undefined ? damagedUtf8(bytes, claims.some(isUtf8)) : undefined;
  if (damaged !== undefined && claims.every((claim) => isUtf8(claim) || isEightBit(claim))) {
    return finish(damaged, 'utf-8');
  }
  for (const claim of claims) {
    const text = decodeAs(bytes, claim, true);
    if (text !== undefined) return finish(text, claim);
  }
  const rest = utf8 ?? damaged;
  if (rest !== undefined) return finish(rest, 'utf-8');
  const likely = sniffCharset(bytes) ?? 'windows-1252';
  return finish(decodeAs(bytes, likely, false) ?? '', likely);
}

const BYTE_ORDER_MARKS: [string, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
];

function byByteOrderMark(bytes: Uint8Array): string | undefined {
  return BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0];
}

/** By where the zeros stand around the first character, which is ASCII in XML and in JSON. */
function byNullBytes(bytes: Uint8Array): string | undefined {
  if (bytes.length < 4) return undefined;
  const zeros = [...bytes.subarray(0, 4)].map((byte) => (byte === 0 ? '0' : 'x')).join('');
  if (zeros === '000x') return 'utf-32be';
  if (zeros === 'x000') return 'utf-32le';
  if (zeros === '0x0x') return 'utf-16be';
  if (zeros === 'x0x0') return 'utf-16le';
  return undefined;
}

function headerCharset(contentType: string): string | undefined {
  return /;\s*charset\s*=\s*["']?\s*([\w.:+-]+)/i.exec(contentType)?.[1]?.toLowerCase();
}

function declaredName(head: string): string | undefined {
  return /^\s*<\?xml[^>]*?encoding\s*=\s*["']\s*([\w.:+-]+)/i.exec(head)?.[1]?.toLowerCase();
}

/**
 * Whether valid UTF-8 is meant as such, whatever was claimed. A claim of UTF-8 agrees; one of a byte a character is
 * wrong, since no text looks like UTF-8 by chance; in an encoding of several bytes a word or two may.
 */
function isUtf8DespiteClaims(utf8: string, bytes: Uint8Array, claims: readonly string[]): boolean {
  if (claims.some(isUtf8)) return true;
  const others = claims.filter((claim) => !isEightBit(claim));
  if (others.some((claim) => isSevenBit(claim))) return false;
  if (others.length === 0 || hasManyBeyondAscii(utf8)) return true;
  return others.every((claim) => isLikelier(utf8, decodeAs(bytes, claim, true)));
}

function hasManyBeyondAscii(utf8: string): boolean {
  let beyond = 0;
  for (let at = 0; at < utf8.length && beyond <= 8; at += 1) {
    if (utf8.charCodeAt(at) > 0x7f) beyond += 1;
  }
  return beyond > 8;
}

const LATIN_OR_EAST_ASIAN =
  /^[\p{ASCII}\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u00A0-\u00BF\u2010-\u203A\u20AC\u3000-\u303F\uFF00-\uFF65]*$/u;
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * Whether a few characters are rather what UTF-8 makes of them than what a claimed charset does. East Asian ones take three
 * bytes each, which is no chance; with Latin ones, the claimed charset would put another script into the middle of words.
 * @param other the text as the claimed charset has it
 */
function isLikelier(utf8: string, other: string | undefined): boolean {
  if (other === undefined) return true;
  if (!LATIN_OR_EAST_ASIAN.test(utf8)) return false;
  return EAST_ASIAN.test(utf8) || /[a-z][^\0-\x7f]|[^\0-\x7f][a-z]/i.test(other);
}

const LATIN = new TextDecoder('windows-1252');

function latin(bytes: Uint8Array): string {
  return LATIN.decode(bytes);
}

function asciiText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

const CONTROLS = /[\u0080-\u009f]/g;
/** The C1 controls in windows-1252. */
const WINDOWS_1252 = latin(Uint8Array.from({ length: 32 }, (_, at) => 0x80 + at));

/** Without a byte order mark, and with C1 controls as windows-1252. */
function finish(text: string, charset: string): Decoded {
  const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (plain.search(CONTROLS) === -1) return { text: plain, charset };
  const mended = replaceInPieces(
    plain,
    CONTROLS,
    (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? '',
  );
  return { text: mended, charset };
}
