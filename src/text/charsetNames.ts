import iconv from 'iconv-lite';

/** Names of feeds for what others call differently. */
const ALIASES: Readonly<Record<string, string>> = {
  u8: 'utf-8',
  u16: 'utf-16',
  maccentraleurope: 'maccenteuro',
  'mac-centraleurope': 'maccenteuro',
  maclatin2: 'maccenteuro',
  cp154: 'rk1048',
  ptcp154: 'rk1048',
  'ms-arab': 'windows-1256',
  'ms-ee': 'windows-1250',
  'ms-greek': 'windows-1253',
  'ms-hebr': 'windows-1255',
  'ms-turk': 'windows-1254',
};

/** Whether anybody here can read an encoding. */
export function isKnown(name: string): boolean {
  return decodeAs(new Uint8Array(), name, true) !== undefined;
}

/**
 * Bytes as text; undefined when nobody here knows the encoding, or when `strict` and the bytes are not of it.
 * @param name as declared, lower case
 */
export function decodeAs(bytes: Uint8Array, name: string, strict: boolean): string | undefined {
  const known = ALIASES[name] ?? name;
  const standard = decoderFor(known, strict);
  try {
    if (standard !== undefined) return standard.decode(bytes);
  } catch {
    return undefined;
  }
  const plain = known.replace(/^cs(?=ibm|\d)/, '');
  if (isTransport(plain) || !iconv.encodingExists(plain)) return undefined;
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), plain);
  return strict && text.includes('\uFFFD') ? undefined : text;
}

/** Ways to write bytes, which iconv-lite knows by names of their own. It passes over case and signs in a name. */
function isTransport(name: string): boolean {
  return /^(?:binary|hex|base64)/.test(name.replace(/[^a-z0-9]/g, ''));
}

function decoderFor(name: string, fatal: boolean): TextDecoder | undefined {
  try {
    return new TextDecoder(name, { fatal });
  } catch {
    return undefined;
  }
}

/** Encodings of one byte a character. */
export function isEightBit(name: string): boolean {
  return /^(?:iso[-_]?8859|latin|l\d|windows-?\d|win|cp-?\d|ibm|\d|us-ascii|ascii|ansi|ms-|koi8|mac|x-mac|tis-620|iso-ir|viscii|tcvn|hp-)/.test(
    name,
  );
}

/** Encodings that write other scripts with the bytes of ASCII. */
export function isSevenBit(name: string): boolean {
  return /^(?:cs)?(?:iso-2022|utf-7|hz)/.test(name);
}

/** Encodings whose documents do not begin with the bytes of ASCII. */
export function isWide(name: string): boolean {
  return /^(?:u(?:tf)?[-_]?(?:16|32)|(?:cs)?ucs[-_]?[24]|(?:cs)?unicode(?!.*8)|iso-10646-ucs)/.test(
    name,
  );
}

export function isUtf8(name: string): boolean {
  return /^(?:cs|x-)?(?:unicode.*)?u(?:tf)?[-_]?8/.test(name);
}
