import iconv from 'iconv-lite';

/** Bytes as text, and the encoding they were read with. */
export interface Decoded {
  text: string;
  charset: string;
}

/**
 * Decodes a feed or a page. In order: byte order mark, the zero bytes of UTF-16 and UTF-32, the charset of the
 * `Content-Type` header, the XML declaration, UTF-8 where the bytes are valid, windows-1252. Two corrections:
 * bytes that claim to be 8-bit and are valid UTF-8 beyond ASCII are UTF-8, and a claim that the bytes contradict
 * is passed over. A byte order mark is not part of the text; C1 controls are read as windows-1252.
 * @param contentType the header as it came, with or without `charset=`
 */
export function decodeText(bytes: Uint8Array, contentType = ''): Decoded {
  const marked = byMark(bytes) ?? byZeros(bytes);
  if (marked !== undefined) return finish(decodeAs(bytes, marked, false) ?? '', marked);
  const claims = [headerCharset(contentType), declaredCharset(bytes)].filter(
    (name) => name !== undefined,
  );
  const utf8 = decodeAs(bytes, 'utf-8', true);
  if (utf8 !== undefined && (claims.every(isEightBit) || claims.length === 0)) {
    // Only ASCII: whatever was claimed gives the same text.
    return finish(utf8, bytes.some((byte) => byte > 0x7f) ? 'utf-8' : (claims[0] ?? 'utf-8'));
  }
  for (const claim of claims) {
    const text = decodeAs(bytes, claim, true);
    if (text !== undefined) return finish(text, claim);
  }
  return utf8 !== undefined ? finish(utf8, 'utf-8') : finish(latin(bytes), 'windows-1252');
}

const MARKS: [string, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
];

function byMark(bytes: Uint8Array): string | undefined {
  return MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0];
}

/** By where the zeros stand around the first character, which is ASCII in XML and in JSON. */
function byZeros(bytes: Uint8Array): string | undefined {
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

function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = latin(bytes.subarray(0, 1024));
  const name = /^\s*<\?xml[^>]*?encoding\s*=\s*["']\s*([\w.:+-]+)/i.exec(head)?.[1]?.toLowerCase();
  // Had it been UTF-16 or UTF-32, the declaration could not have been read byte by byte.
  return name !== undefined && /^(?:utf-?16|utf-?32|ucs-?[24]|iso-10646-ucs)/.test(name)
    ? undefined
    : name;
}

function isEightBit(name: string): boolean {
  return /^(?:iso[-_]?8859|latin|l\d|windows-?125|cp-?125|us-ascii|ascii|ansi|koi8|mac|x-mac|tis-620|iso-ir)/.test(
    name,
  );
}

/** Undefined when nobody here knows the encoding, or when `strict` and the bytes are not of it. */
function decodeAs(bytes: Uint8Array, name: string, strict: boolean): string | undefined {
  if (/^(?:utf-?32|ibm|cp\d|\d)/.test(name) && iconv.encodingExists(name)) {
    return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name);
  }
  try {
    return new TextDecoder(name, { fatal: strict }).decode(bytes);
  } catch {
    return undefined;
  }
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes);
}

function finish(text: string, charset: string): Decoded {
  const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const mended = plain.replace(/[\u0080-\u009f]/g, (control) =>
    latin(Uint8Array.of(control.charCodeAt(0))),
  );
  return { text: mended, charset };
}
